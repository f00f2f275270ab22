/** Parts of the screen that come after its rows: a moment later, or as soon as somebody wants them. */
import { useEffect } from 'react'
import { cell, useCell } from './cell'
import type { Screen } from './screen'

export type Later = typeof import('../later')

const here = cell<Later | null>(null)

/** The rows are painted and the outline is read by then; a person has hardly found the keyboard. */
const PAUSE = 700

/** null until they have come. */
export function useLater(screen: Screen): Later | null {
  const later = useCell(here)
  const mode = useCell(screen.mode)
  const asking = useCell(screen.asking)
  const wanted = mode !== 'review' || asking !== null
  useEffect(() => {
    if (later) return
    const load = () =>
      import('../later').then(here.set, () => {
        if (wanted) screen.tell(screen.t('problems.offline'), { failed: true })
      })
    const timer = setTimeout(load, wanted ? 0 : PAUSE)
    return () => clearTimeout(timer)
  }, [screen, later, wanted])
  return later
}
