/** Finds marked words again after an edit. */
import type { Side, Span } from '../text'
import { diffText } from './diff-text'
import { groupHunks, type Hunk } from './hunks'

/**
 * Where the words at `span` of `before` stand in `after`; null when none of them is left and nothing took their place.
 * What replaced marked words, or was put in among them, is marked; of a change that reaches beyond the mark only what
 * stayed inside is. A mark whose every word was replaced goes to the replacement, unless more than the mark was replaced.
 */
export function followSpan(span: Span, before: string, after: string, side: Side): Span | null {
  if (span.from >= span.to) return null
  const hunks = groupHunks(diffText(before, after, side))
  const followed = { from: startAfter(span.from, hunks, span), to: endAfter(span.to, hunks, span) }
  if (after.slice(followed.from, followed.to).trim() === '') return null
  return unlessMarked(before.slice(span.from, span.to), followed, after)
}

/** Gives up white space at the ends that the mark did not begin or end with. */
function unlessMarked(marked: string, { from, to }: Span, after: string): Span {
  const found = after.slice(from, to)
  return {
    from: marked === marked.trimStart() ? to - found.trimStart().length : from,
    to: marked === marked.trimEnd() ? from + found.trimEnd().length : to,
  }
}

function startAfter(position: number, hunks: Hunk[], mark: Span): number {
  const hunk = hunks.find(({ span }) => span.to > position)
  const shift = shiftBefore(hunks, position)
  if (!hunk || hunk.span.from > position) return position + shift
  return insideMark(hunk, mark) ? hunk.afterSpan.from : hunk.afterSpan.to
}

function endAfter(position: number, hunks: Hunk[], mark: Span): number {
  const hunk = hunks.findLast(({ span }) => span.from < position)
  if (!hunk) return position
  if (hunk.span.to < position) return position + (hunk.afterSpan.to - hunk.span.to)
  return insideMark(hunk, mark) ? hunk.afterSpan.to : hunk.afterSpan.from
}

/** How far the hunks that end at or before `position` push it; a pure insertion right before the mark included. */
function shiftBefore(hunks: Hunk[], position: number): number {
  const last = hunks.findLast(({ span }) => span.to <= position)
  return last ? last.afterSpan.to - last.span.to : 0
}

function insideMark(hunk: Hunk, mark: Span): boolean {
  return mark.from <= hunk.span.from && hunk.span.to <= mark.to
}
