/** Going from row to row. Going never saves and never loses: what was typed stays a draft. */
import type { Side } from '@/lib/bitext/text'
import { FLAGS } from '@/lib/segment/flags'
import { indexOf, neighbour, nextWhere, rowAt } from './filter'
import { hasFlag, type LiveOutline, waitsForMe } from './live-outline'
import type { Place, Screen } from './screen'

export function goTo(screen: Screen, row: number, place: Partial<Omit<Place, 'row'>> = {}): void {
  const last = (screen.outline.get()?.ids.length ?? 1) - 1
  const now = screen.place.get()
  const target = Math.max(0, Math.min(last, row))
  screen.place.set({ ...now, caret: null, ...place, row: target })
  screen.focusWanted.set(screen.focusWanted.get() + 1)
}

export function goToSegment(screen: Screen, segmentId: number): boolean {
  const row = screen.outline.get()?.rowOf.get(segmentId)
  if (row === undefined) return false
  goTo(screen, row, { editing: false })
  return true
}

/** The row below or above; editing goes on there if it was under way. */
export function step(screen: Screen, by: 1 | -1): boolean {
  const row = neighbour(screen.view.get(), screen.place.get().row, by)
  if (row === null) return false
  goTo(screen, row)
  return true
}

/** As many rows on as the view holds, one of them kept for the eye. */
export function stepView(screen: Screen, by: 1 | -1): void {
  const view = screen.view.get()
  const { from, to } = screen.shown.get()
  const rows = Math.max(1, indexOf(view, to) - indexOf(view, from) - 1)
  const index = indexOf(view, screen.place.get().row) + by * rows
  if (view.count > 0) goTo(screen, rowAt(view, Math.max(0, Math.min(view.count - 1, index))))
}

/** To the first row that is shown, or the last. */
export function goToEnd(screen: Screen, end: 1 | -1): void {
  const view = screen.view.get()
  if (view.count > 0) goTo(screen, rowAt(view, end > 0 ? view.count - 1 : 0))
}

export function enterCell(screen: Screen, row: number, side: Side, caret: number | null): void {
  goTo(screen, row, { side, editing: true, caret })
}

export function leaveCell(screen: Screen): void {
  goTo(screen, screen.place.get().row, { editing: false })
}

const WANTED = {
  discrepancy: (outline: LiveOutline, row: number) => hasFlag(outline, row, FLAGS.disputed),
  stale: (outline: LiveOutline, row: number) => hasFlag(outline, row, FLAGS.stale),
  mine: waitsForMe,
  suggestion: (outline: LiveOutline, row: number) => hasFlag(outline, row, FLAGS.suggested),
  unconfirmed: (outline: LiveOutline, row: number) =>
    !hasFlag(outline, row, FLAGS.confirmed) && !hasFlag(outline, row, FLAGS.locked),
} as const

export type Sought = keyof typeof WANTED

/** The next row of this kind after the present one, or the one before it, going round at the ends of the document. */
export function goToNext(screen: Screen, sought: Sought, by: 1 | -1 = 1): void {
  const outline = screen.outline.get()
  if (!outline) return
  const here = screen.place.get().row
  const row = nextWhere(outline.ids.length, here, (candidate) => WANTED[sought](outline, candidate), by)
  // What is sought is shown, where the inspector is open anyway.
  const settings = screen.settings.get()
  if (sought === 'discrepancy' && settings.inspector) screen.settings.set({ ...settings, tab: 'discrepancies' })
  if (row !== null) goTo(screen, row, { editing: false })
  else
    screen.tell(screen.t(WANTED[sought](outline, here) ? 'review.only-this-one' : `review.none-${sought}`), {
      hint: true,
    })
}

/** The next row with words that are not saved, or that were left behind by an earlier visit. */
export function goToUnsaved(screen: Screen): void {
  const outline = screen.outline.get()
  if (!outline) return
  const ids = [...screen.drafts.keys(), ...screen.offered.keys()].map((key) => Number(key.split('/')[0]))
  const rows = new Set(ids.map((id) => outline.rowOf.get(id)))
  const here = screen.place.get().row
  const row = nextWhere(outline.ids.length, here, (candidate) => rows.has(candidate))
  if (row !== null) goTo(screen, row, { editing: false })
  else screen.tell(screen.t(rows.has(here) ? 'review.only-this-one' : 'review.none-unsaved'), { hint: true })
}

/** Marks rows from where the person stands, or from where the marking began, up to `row`. */
export function extendRange(screen: Screen, row: number): void {
  const range = screen.range.get()
  screen.range.set({ anchor: range?.anchor ?? screen.place.get().row, head: row })
}

export function extendByStep(screen: Screen, by: 1 | -1): void {
  const from = screen.range.get()?.head ?? screen.place.get().row
  const row = neighbour(screen.view.get(), from, by)
  if (row === null) return
  extendRange(screen, row)
  goTo(screen, row, { editing: false })
}
