/** Undo and redo of the document's journal: the same after a reload, and for everyone who works on it. */
import { unanswered } from '@/app/_ui/unanswered'
import type { AlignmentState, StepAnswer, StepSummary } from '@/lib/alignment/input'
import { holdBack, letGo } from '../state/hold'
import { followRow, refreshOutline, reloadRows, showView, takeRows } from '../state/load'
import { goTo } from '../state/move'
import type { Screen } from '../state/screen'
import { redoAlignment, undoAlignment } from './actions'
import { alignOf } from './align-state'
import { fetchRows } from './ask'
import { knownJournal, loadJournal } from './journal'
import { withoutRows } from './local-outline'
import { keepFocus, settled } from './operate'
import { refuse } from './refuse'
import { whyNotAlign } from './rights'

const running = new WeakMap<Screen, Promise<void>>()

export const undo = (screen: Screen) => inTurn(screen, () => step(screen, 'undo'))
export const redo = (screen: Screen) => inTurn(screen, () => step(screen, 'redo'))

/** Keys pressed quickly are done one after another, each on the journal as the one before left it. */
function inTurn(screen: Screen, what: () => Promise<void>): Promise<void> {
  const after = (running.get(screen) ?? Promise.resolve()).then(what).catch((error: unknown) => console.error(error))
  running.set(screen, after)
  void after.then(() => running.get(screen) === after && running.delete(screen))
  return after
}

/** Until what is being undone or redone stands on the screen; null when nothing is. */
export function turningBack(screen: Screen): Promise<void> | null {
  return running.get(screen) ?? null
}

async function step(screen: Screen, way: 'undo' | 'redo'): Promise<void> {
  const refused = whyNotAlign(screen)
  if (refused) return screen.tell(refused, { hint: true })
  await settled(screen)
  const { working } = alignOf(screen)
  working.set({ says: screen.t('common.saving') })
  await take(screen, way, await knownJournal(screen)).finally(() => working.set(null))
}

async function take(screen: Screen, way: 'undo' | 'redo', journal: AlignmentState | null): Promise<void> {
  if (!journal) return screen.tell(screen.t('problems.offline'), { failed: true })
  const summary = journal[way]
  if (!summary) return refuse(screen, screen.t(`align.nothing-to-${way}`))
  // What is heard of it before all of it is known would show a text twice, or not at all, for a moment.
  holdBack(screen)
  const outcome = await ask(screen, way, summary)
  if (!outcome.ok) {
    letGo(screen)
    // Somebody else's step may have come since: what can be undone now is known the next time.
    await Promise.all([loadJournal(screen), refreshOutline(screen)])
    return screen.tell(outcome.message, { failed: true })
  }
  const later = loadJournal(screen)
  await showChange(screen, outcome.value, true)
  alignOf(screen).said.set(sayStep(screen, way, summary))
  await later
}

function ask({ t, projectId, documentId }: Screen, way: 'undo' | 'redo', { number }: StepSummary) {
  const act = way === 'undo' ? undoAlignment : redoAlignment
  return act({ projectId, documentId, step: number }).catch(unanswered(t))
}

function sayStep({ t }: Screen, way: 'undo' | 'redo', step: NonNullable<AlignmentState['undo']>): string {
  const what = t(`align.step-${step.kind}`)
  return step.mine ? t(`align.did-${way}`, { what }) : t(`align.did-${way}-of`, { what, name: step.by })
}

/** So many rows are fetched in one go. */
const MOST = 200

/** Goes where the change is, unless it is in view already. `held`: what was heard meanwhile has been held back. */
export async function showChange(screen: Screen, { changed }: StepAnswer, held = false): Promise<void> {
  const { whys } = alignOf(screen)
  for (const id of changed) whys.set(id, undefined)
  await takeChanged(screen, changed, held)
  const { rowOf } = screen.outline.get() ?? { rowOf: new Map<number, number>() }
  const rows = changed.flatMap((id) => rowOf.get(id) ?? []).sort((a, b) => a - b)
  const here = screen.place.get().row
  if (rows.length === 0 || (rows[0]! <= here && here <= rows.at(-1)! + 1)) return keepFocus(screen)
  goTo(screen, rows[0]!, { editing: false })
}

/** Where no row came their texts are enough, and those that have none are gone; else the outline of the whole document is fetched. */
async function takeChanged(screen: Screen, changed: readonly number[], held: boolean): Promise<void> {
  const rows = changed.length <= MOST ? await fetchRows(screen, changed) : null
  const owed = held ? letGo(screen) : null
  const known = screen.outline.get()?.rowOf
  if (!rows?.every(({ id }) => known?.has(id)) || owed?.outline) {
    await refreshOutline(screen, owed?.all ? undefined : [...new Set([...changed, ...(owed?.ids ?? [])])])
    return
  }
  const here = new Set(rows.map(({ id }) => id))
  dropRows(
    screen,
    changed.filter((id) => !here.has(id)),
  )
  takeRows(screen, rows)
  await reloadRows(
    screen,
    [...(owed?.ids ?? [])].filter((id) => !here.has(id) && screen.rows.get(id)),
  )
}

/** Who stood on such a row stands on the one before it. */
function dropRows(screen: Screen, ids: readonly number[]): void {
  const before = screen.outline.get()
  const gone = new Set(ids.filter((id) => before?.rowOf.has(id)))
  if (!before || gone.size === 0) return
  const after = withoutRows(before, gone)
  screen.outline.set(after)
  const place = screen.place.get()
  screen.place.set({ ...place, row: followRow(before, after, place.row) })
  for (const id of gone) screen.rows.set(id, undefined)
  showView(screen)
}
