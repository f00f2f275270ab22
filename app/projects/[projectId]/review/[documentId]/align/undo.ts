/** Undo and redo of the document's journal: the same after a reload, and for everyone who works on it. */
import type { AlignmentState, StepAnswer } from '@/lib/alignment/input'
import { refreshOutline } from '../state/load'
import { goTo } from '../state/move'
import type { Screen } from '../state/screen'
import { redoAlignment, undoAlignment } from './actions'
import { alignOf } from './align-state'
import { loadJournal } from './journal'
import { keepFocus, settled } from './operate'
import { whyNotAlign } from './rights'

const running = new WeakMap<Screen, Promise<void>>()

export const undo = (screen: Screen) => inTurn(screen, () => step(screen, 'undo'))
export const redo = (screen: Screen) => inTurn(screen, () => step(screen, 'redo'))

/** Keys pressed quickly are done one after another, each on the journal as the one before left it. */
function inTurn(screen: Screen, what: () => Promise<void>): Promise<void> {
  const after = (running.get(screen) ?? Promise.resolve()).then(what)
  running.set(screen, after)
  return after
}

async function step(screen: Screen, way: 'undo' | 'redo'): Promise<void> {
  const refused = whyNotAlign(screen)
  if (refused) return screen.tell(refused)
  await settled(screen)
  const journal = await loadJournal(screen)
  if (!journal) return screen.tell(screen.t('problems.offline'), { failed: true })
  const summary = journal[way]
  if (!summary) return screen.tell(screen.t(`align.nothing-to-${way}`))
  const act = way === 'undo' ? undoAlignment : redoAlignment
  const { projectId, documentId } = screen
  const outcome = await act({ projectId, documentId, step: summary.number }).catch(() => null)
  if (!outcome?.ok) {
    screen.tell(outcome?.message ?? screen.t('problems.offline'), { failed: true })
    await refreshOutline(screen)
    return
  }
  await showChange(screen, outcome.value)
  alignOf(screen).said.set(sayStep(screen, way, summary))
  void loadJournal(screen)
}

function sayStep({ t }: Screen, way: 'undo' | 'redo', step: NonNullable<AlignmentState['undo']>): string {
  const what = t(`align.step-${step.kind}`)
  return step.mine ? t(`align.did-${way}`, { what }) : t(`align.did-${way}-of`, { what, name: step.by })
}

/** Goes where the change is, unless it is in view already. */
export async function showChange(screen: Screen, { changed }: StepAnswer): Promise<void> {
  const { whys } = alignOf(screen)
  for (const id of changed) whys.set(id, undefined)
  await refreshOutline(screen, changed)
  const { rowOf } = screen.outline.get() ?? { rowOf: new Map<number, number>() }
  const rows = changed.flatMap((id) => rowOf.get(id) ?? []).sort((a, b) => a - b)
  const here = screen.place.get().row
  if (rows.length === 0 || (rows[0]! <= here && here <= rows.at(-1)! + 1)) return keepFocus(screen)
  goTo(screen, rows[0]!, { editing: false })
}
