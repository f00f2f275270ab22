/** Cuts a text into the pieces that intake sorts: lines without their junk, parted where a prevail clause stands. */
import { listLines, type Side, type Span, trimSpan } from '../text'
import type { Correction } from './block'
import { findClause } from './clause'
import type { Junk } from './junk'
import type { LineHint, Piece } from './piece'
import { joinWrapped } from './wrapped'

// Marks that no screen shows: zero-width spaces and joiners, direction marks, soft hyphens.
const INVISIBLE = /^[\s\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]*$/u

export function isInvisible(text: string): boolean {
  return INVISIBLE.test(text)
}

export function cutPieces(
  text: string,
  junk: Junk[],
  side: Side,
  hints: readonly LineHint[],
  corrections: readonly Correction[],
): Piece[] {
  const hintOf = new Map(hints.map((hint) => [hint.line, hint]))
  const forced = new Map(corrections.filter((each) => each.side === side).map(({ from, kind }) => [from, kind]))
  const pieces: Piece[] = []
  let before = 0
  let next = 0
  for (const line of joinWrapped(text, listLines(text), side)) {
    while (next < junk.length && junk[next]!.to <= line.from) next++
    for (const span of without(line, junk, next)) {
      const parts = splitAtClause(text, span, side).flatMap((part) => splitAt(text, part, [...forced.keys()]))
      for (const part of parts) {
        const gap = pieces.length === 0 ? 0 : Math.max(0, line.number - before - 1)
        pieces.push(makePiece(text, part, line.number, gap, hintOf, forced))
        before = line.last
      }
    }
  }
  return pieces
}

function makePiece(
  text: string,
  { from, to }: Span,
  line: number,
  gap: number,
  hintOf: ReadonlyMap<number, LineHint>,
  forced: ReadonlyMap<number, Correction['kind']>,
): Piece {
  const hint = hintOf.get(line)
  const decided = forced.get(from)
  return {
    from,
    to,
    text: text.slice(from, to),
    line,
    gap,
    ...(hint ? { hint } : {}),
    ...(decided ? { forced: decided } : {}),
  }
}

/** The parts of a line that no junk covers. */
function without({ from, to, text: _ }: Span & { text: string }, junk: Junk[], first: number): Span[] {
  const parts: Span[] = []
  let at = from
  for (let index = first; index < junk.length && junk[index]!.from < to; index++) {
    if (junk[index]!.from > at) parts.push({ from: at, to: junk[index]!.from })
    at = Math.max(at, junk[index]!.to)
  }
  if (at < to) parts.push({ from: at, to })
  return parts
}

/** What a person has corrected stays a piece of its own, also when its label is one no more. */
function splitAt(text: string, span: Span, places: readonly number[]): Span[] {
  const within = places.filter((at) => at > span.from && at < span.to).toSorted((a, b) => a - b)
  if (within.length === 0) return [span]
  const cuts = [span.from, ...within, span.to]
  return cuts.slice(1).flatMap((to, index) => trimSpan(text, { from: cuts[index]!, to }) ?? [])
}

function splitAtClause(text: string, span: Span, side: Side): Span[] {
  const clause = findClause(text.slice(span.from, span.to), side)
  const cuts = clause ? [span.from, span.from + clause.from, span.from + clause.to, span.to] : [span.from, span.to]
  return cuts.slice(1).flatMap((to, index) => trimSpan(text, { from: cuts[index]!, to }) ?? [])
}
