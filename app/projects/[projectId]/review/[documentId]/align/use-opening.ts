import { useEffect } from 'react'
import { useCellPart } from '../state/cell'
import { goTo } from '../state/move'
import type { Screen } from '../state/screen'
import { firstOpen } from './suspicious'

const opened = new WeakSet<Screen>()

/** The first time the mode opens, it opens where work goes on, unless the person or the address has chosen a row. */
export function useOpening(screen: Screen): void {
  const ready = useCellPart(screen.outline, (outline) => outline !== null && !outline.provisional)
  useEffect(() => {
    const outline = screen.outline.get()
    if (!ready || !outline || opened.has(screen)) return
    opened.add(screen)
    const query = new URLSearchParams(window.location.search)
    const chosen = screen.place.get().row > 0 || Number(query.get('row')) > 1 || query.has('segment')
    const row = chosen ? null : firstOpen(outline)
    if (row) goTo(screen, row, { editing: false })
  }, [screen, ready])
}
