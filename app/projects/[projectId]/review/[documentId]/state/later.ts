/** Parts of the screen that come after its rows: a moment later, or as soon as somebody wants them. */
import { useEffect } from 'react'
import { cell, useCell } from './cell'
import { changeMode } from './mode'
import type { Screen } from './screen'

export type Later = typeof import('../later')

const here = cell<Later | null>(null)

/** The rows are painted and the outline is read by then; a person has hardly found the keyboard. */
const PAUSE = 700

/** null until they have come. Where they cannot, the wish is taken back and it is said why; the next one tries again. */
export function useLater(screen: Screen): Later | null {
  const later = useCell(here)
  const mode = useCell(screen.mode)
  const asking = useCell(screen.asking) !== null
  const wanted = mode !== 'review' || asking
  useEffect(() => {
    if (later) return
    const load = () =>
      import('../later').then(here.set, () => {
        if (!wanted) return
        screen.tell(screen.t('problems.offline'), { failed: true })
        screen.asking.set(null)
        changeMode(screen, 'review')
      })
    const timer = setTimeout(load, wanted ? 0 : PAUSE)
    return () => clearTimeout(timer)
  }, [screen, later, wanted])
  useEffect(() => (asking && !later ? keepKeys(screen) : undefined), [screen, asking, later])
  return later
}

/** What is typed while a dialog is on its way is meant for it, not for the text beneath. */
function keepKeys(screen: Screen): () => void {
  const keep = (event: Event) => {
    event.preventDefault()
    event.stopPropagation()
    if (event instanceof KeyboardEvent && event.key === 'Escape') screen.asking.set(null)
  }
  const kinds = ['keydown', 'beforeinput'] as const
  for (const kind of kinds) window.addEventListener(kind, keep, true)
  return () => {
    for (const kind of kinds) window.removeEventListener(kind, keep, true)
  }
}
