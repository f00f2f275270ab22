/** Parts of the screen that come after its rows: a moment later, or as soon as somebody wants them. */
import { useEffect } from 'react'
import { cell, useCell } from './cell'
import { leaveCorrection } from './correct'
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
        void tellMissing(screen)
        takeBack(screen)
        changeMode(screen, 'review')
      })
    const timer = setTimeout(load, wanted ? 0 : PAUSE)
    return () => clearTimeout(timer)
  }, [screen, later, wanted])
  useEffect(() => (asking && !later ? keepKeys(screen) : undefined), [screen, asking, later])
  return later
}

/** Whether the connection is lost; where it stands, the server may have other scripts by now, and only a new page asks for those. */
async function tellMissing(screen: Screen): Promise<void> {
  const answer = await fetch('/api/health', { cache: 'no-store' }).catch(() => null)
  if (!answer?.ok) return screen.tell(screen.t('review.not-fetched'), { hint: true })
  const action = { label: screen.t('review.reload'), run: () => window.location.reload() }
  screen.tell(screen.t('review.renewed'), { hint: true, action })
}

/** A correction that was to be gone on with is offered again. */
function takeBack(screen: Screen): void {
  const asking = screen.asking.get()
  screen.asking.set(null)
  if (asking?.what === 'correct') leaveCorrection(screen, asking.draft)
}

/** What is typed while a dialog is on its way is meant for it, not for the text beneath. */
function keepKeys(screen: Screen): () => void {
  const keep = (event: Event) => {
    event.preventDefault()
    event.stopPropagation()
    if (event instanceof KeyboardEvent && event.key === 'Escape') takeBack(screen)
  }
  const kinds = ['keydown', 'beforeinput'] as const
  for (const kind of kinds) window.addEventListener(kind, keep, true)
  return () => {
    for (const kind of kinds) window.removeEventListener(kind, keep, true)
  }
}
