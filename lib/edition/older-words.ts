/** From words of the newer edition to those of the older one that stood in their place. */
import type { Hunk } from '../bitext/diff'
import type { Span } from '../bitext/text'
import type { PlacedRow, SideMatch } from './match-side'

/**
 * The stretch of the older text that `span` of the newer one took the place of, the changes at its ends among it. What was
 * taken away between two rows is part of the row it was of, and whole rows that are gone are of none.
 */
export function olderSpan({ hunks, before: { rows } }: SideMatch, span: Span): Span {
  const from = olderStart(hunks, rows, span.from)
  return { from, to: Math.max(from, olderEnd(hunks, rows, span.to)) }
}

function olderStart(hunks: readonly Hunk[], rows: readonly PlacedRow[], place: number): number {
  const hunk = hunks[countWhere(hunks, ({ afterSpan }) => afterSpan.from <= place) - 1]
  if (!hunk || hunk.afterSpan.to < place) return moved(place, hunk)
  const { span, afterSpan } = hunk
  if (afterSpan.from < afterSpan.to) return place === afterSpan.from ? span.from : span.to
  const own = rows[rowAt(rows, span.to)]
  const began = rows[rowAt(rows, span.from)]
  const beganBefore = began !== undefined && began.from < span.from && span.from < began.to
  if (!own || own.to <= span.to || (beganBefore && own === began)) return span.to
  return Math.max(own.from, span.from)
}

function olderEnd(hunks: readonly Hunk[], rows: readonly PlacedRow[], place: number): number {
  const at = countWhere(hunks, ({ afterSpan }) => afterSpan.to < place)
  const hunk = hunks[at]
  if (!hunk || hunk.afterSpan.from > place) return moved(place, hunks[at - 1])
  const { span, afterSpan } = hunk
  if (afterSpan.from < afterSpan.to) return place === afterSpan.from ? span.from : span.to
  const began = rows[rowAt(rows, span.from)]
  const inside = began !== undefined && began.from < span.from && span.from < began.to
  return inside ? Math.min(span.to, began.to) : span.from
}

/** A place behind the last change before it. */
function moved(place: number, hunk: Hunk | undefined): number {
  return hunk ? place + (hunk.span.to - hunk.afterSpan.to) : place
}

/** The last of the rows that begin at or before the place; −1 for none. */
export function rowAt(rows: readonly PlacedRow[], place: number): number {
  return countWhere(rows, ({ from }) => from <= place) - 1
}

/** How many items at the beginning of a sorted list `holds` is true of. */
function countWhere<Item>(items: readonly Item[], holds: (item: Item) => boolean): number {
  let [low, high] = [0, items.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (holds(items[middle]!)) low = middle + 1
    else high = middle
  }
  return low
}
