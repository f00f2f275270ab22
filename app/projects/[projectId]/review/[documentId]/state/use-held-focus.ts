import { type RefObject, useEffect } from 'react'
import { backToRow } from './inspector'
import type { Screen } from './screen'

/**
 * A button goes with what it has done, a form with its answer; the focus would fall to the page, where the arrows do nothing
 * and Tab begins at the top. It goes on at what is nearest: in the inspector the card it was in, elsewhere the row. A cell
 * that is scrolled out of being is another matter: see use-focus-here.ts.
 */
export function useHeldFocus(screen: Screen, whole: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const element = whole.current
    if (!element) return
    let last: HTMLElement | null = null
    let around: HTMLElement[] = []
    const onFocus = ({ target }: FocusEvent) => {
      last = target instanceof HTMLElement && !target.closest('.review-cell') ? target : null
      around = last ? standingAround(last) : []
    }
    const look = () => {
      if (!last || (last.isConnected && !last.matches(':disabled'))) return
      const { activeElement } = document
      if (activeElement !== document.body && activeElement !== last) return
      const near = around.find((one) => one.isConnected)
      last = null
      if (near?.closest('[data-inspector]')) near.focus({ preventScroll: true })
      else backToRow(screen)
    }
    // A dialog gives the focus back to what opened it, a moment after it is gone; an item of a menu is gone by then.
    const stop = screen.asking.subscribe(() => {
      if (screen.asking.get() === null)
        setTimeout(() => document.activeElement === document.body && backToRow(screen), GIVEN_BACK)
    })
    const observer = new MutationObserver(look)
    observer.observe(element, { childList: true, subtree: true, attributeFilter: ['disabled'] })
    element.addEventListener('focusin', onFocus)
    return () => {
      observer.disconnect()
      stop()
      element.removeEventListener('focusin', onFocus)
    }
  }, [screen, whole])
}

const GIVEN_BACK = 50

/** What could take the focus in its place, the nearest first. */
function standingAround(element: HTMLElement): HTMLElement[] {
  const found: HTMLElement[] = []
  for (let at = element.parentElement; at; at = at.parentElement) if (at.hasAttribute('tabindex')) found.push(at)
  return found
}
