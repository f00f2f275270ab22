'use client'
import { useEffect } from 'react'
import { isInputMethods, watchCompositions } from '@/app/_ui/composition'
import type { KeyMaps } from '@/lib/auth/key-maps'
import { useCell } from './cell'
import { backToRow } from './inspector'
import { ownKeys } from './keymap'
import { type Act, actOf, isBare } from './keys'
import { enterCell } from './move'
import { perform } from './perform'
import type { Screen } from './screen'

/** Listens for the keys of the whole screen. Dialogs, menus and input methods keep theirs. */
export function useKeys(screen: Screen): void {
  useEffect(() => {
    const stopWatching = watchCompositions(document)
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || isInputMethods(event)) return
      if (screen.mode.get() === 'review' && entersHere(event)) {
        event.preventDefault()
        const { row, side, caret } = screen.place.get()
        return enterCell(screen, row, side, caret)
      }
      if (isLost(screen, event)) {
        event.preventDefault()
        return backToRow(screen)
      }
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

/** Whoever has just come to a row by a link stands on it, though nothing has the focus yet. */
function entersHere({ target, key, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent): boolean {
  return target === document.body && key === 'Enter' && !ctrlKey && !metaKey && !altKey && !shiftKey
}

/** Of the row a person is at, scrolled out of being with the focus, nothing could hear the arrows: they lead back to it. */
function isLost(screen: Screen, { key, altKey, ctrlKey, metaKey }: KeyboardEvent): boolean {
  if (screen.mode.get() === 'read' || !screen.focusLost || document.activeElement !== document.body) return false
  return (key === 'ArrowDown' || key === 'ArrowUp') && !altKey && !ctrlKey && !metaKey
}

function leavesAlone(target: EventTarget | null, act: Act): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (target.closest('[role="dialog"], [role="menu"]')) return true
  // The second time, the browser's own search is meant.
  if (act === 'find' && target.matches('[data-find-field]')) return true
  return isBare(act) && target.matches('input, textarea, select')
}

/** Takes this person's keys from what the page brought, once it is in the browser; whoever draws keys is drawn anew when they change. */
export function useOwnKeys(keys: KeyMaps): void {
  useCell(ownKeys)
  useEffect(() => ownKeys.set(keys), [keys])
}
