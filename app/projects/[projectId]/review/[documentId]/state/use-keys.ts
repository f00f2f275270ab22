'use client'
import { useEffect } from 'react'
import { isInputMethods, watchCompositions } from './composition'
import { type Act, actOf, isBare } from './keys'
import { perform } from './perform'
import type { Screen } from './screen'

/** Listens for the keys of the whole screen. Dialogs, menus and input methods keep theirs. */
export function useKeys(screen: Screen): void {
  useEffect(() => {
    const stopWatching = watchCompositions(document)
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || isInputMethods(event)) return
      const act = actOf(event)
      if (!act || leavesAlone(event.target, act)) return
      event.preventDefault()
      perform(screen, act)
    }
    window.addEventListener('keydown', onKeyDown)
    return () => {
      stopWatching()
      window.removeEventListener('keydown', onKeyDown)
    }
  }, [screen])
}

function leavesAlone(target: EventTarget | null, act: Act): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (target.closest('[role="dialog"], [role="menu"]')) return true
  // The second time, the browser's own search is meant.
  if (act === 'find' && target.matches('[data-find-field]')) return true
  return isBare(act) && target.matches('input, textarea, select')
}
