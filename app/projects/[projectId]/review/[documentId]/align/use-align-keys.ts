import { useEffect } from 'react'
import { isInputMethods } from '@/app/_ui/composition'
import type { Screen } from '../state/screen'
import { alignOf } from './align-state'
import { alignActOf, isBareAlign } from './keys'
import { performAlign } from './perform'

/**
 * Hears the keys of Align mode before the screen hears its own: where both claim one, this mode's act is meant. Bare keys
 * (Enter, Backspace) count only in a text: elsewhere they press buttons.
 */
export function useAlignKeys(screen: Screen): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || isInputMethods(event) || alignOf(screen).drag.get()) return
      const act = alignActOf(event)
      if (!act || leavesAlone(event.target, isBareAlign(act))) return
      event.preventDefault()
      event.stopPropagation()
      performAlign(screen, act)
    }
    window.addEventListener('keydown', onKeyDown, true)
    return () => window.removeEventListener('keydown', onKeyDown, true)
  }, [screen])
}

function leavesAlone(target: EventTarget | null, bare: boolean): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (target.closest('[role="dialog"], [role="menu"], input, textarea, select')) return true
  return bare && !target.matches('[data-align-cell]')
}
