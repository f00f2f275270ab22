'use client'
import { type RefObject, useEffect, useLayoutEffect } from 'react'
import { useCellPart } from './cell'
import { useScreen } from './use-screen'

/**
 * Takes the focus once the person has wished to be here; a cell that comes into being later takes it then. One that had the
 * focus and was scrolled out of being takes it again when it is back.
 */
export function useFocusHere(wanted: boolean, element: RefObject<HTMLElement | null>) {
  const screen = useScreen()
  const wish = useCellPart(screen.focusWanted, (count) => (wanted ? count : 0))
  useLayoutEffect(() => {
    const here = element.current
    return () => {
      if (here && here === document.activeElement) screen.focusLost = true
    }
  }, [screen, element])
  useEffect(() => {
    const lost = screen.focusLost && document.activeElement === document.body
    if (!wanted || ((wish === 0 || screen.focusDone === wish) && !lost)) return
    screen.focusLost = false
    screen.focusDone = wish
    element.current?.focus({ preventScroll: true })
  }, [screen, wanted, wish, element])
}
