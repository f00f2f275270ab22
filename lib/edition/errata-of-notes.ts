/**
 * The errata of the decided notes between two editions: where the words a note marks stood otherwise in the older one,
 * what stood there and what stands there now, with nothing of the row that stayed. Words that were never published are no
 * errata, and neither is what was decided to stay.
 */
import { type Hunk, isOf } from '../bitext/diff'
import type { ExportedDiscrepancy, ExportedDocument, ExportedSegment } from '../bitext/interchange/bitext-document'
import { type GoverningRule, SIDES, type Side, type Span } from '../bitext/text'
import { sidesToMend } from '../discrepancy/mending'
import type { Decision } from '../discrepancy/rules'
import { governingSide } from '../segment/rules'
import type { EditionMatch, MatchedSide } from './match-rows'
import { olderSpan } from './older-words'

export type NotedErratum = { number: number; row: number; side: Side; was: string; is: string; reason: string }

export function notedErrata(
  { discrepancies, segments, governing }: ExportedDocument,
  match: EditionMatch,
): NotedErratum[] {
  const taken = new Set<Hunk>()
  const settled = discrepancies.filter(isSettled)
  const found = settled.map((note) => {
    const segment = segments[note.row - 1]
    const marked = segment
      ? SIDES.flatMap((side) => erratum(note, side, markedPlace(match, segment, note, side, taken), match))
      : []
    return { note, segment, marked }
  })
  // What notes mark comes first: a note with nothing marked has of the row what is left.
  return found.flatMap(({ note, segment, marked }) => {
    if (!segment || marked.length > 0) return marked
    return openSides(note, governing).flatMap((side) =>
      erratum(note, side, unmarkedPlace(match.sides[side], segment, taken), match),
    )
  })
}

function isSettled({ state, decision }: ExportedDiscrepancy): boolean {
  return (
    state !== 'open' && state !== 'proposed' && (decision === 'query-issuer' || (decision?.startsWith('mend') ?? false))
  )
}

/** The sides a note marks nothing on although its decision is carried out there. */
function openSides(note: ExportedDiscrepancy, rule: GoverningRule): Side[] {
  const governs = governingSide(rule)
  const sides =
    note.decision === 'query-issuer' ? (governs ? [governs] : SIDES) : sidesToMend(note.decision as Decision, rule)
  return sides.filter((side) => note[side] === null)
}

export type Place = { was: Span; is: Span }

function erratum(note: ExportedDiscrepancy, side: Side, place: Place | null, { sides }: EditionMatch): NotedErratum[] {
  if (!place) return []
  const { was, is } = wordsAt(sides[side], place)
  const reason = note.decisionNote || note.note
  return was === is ? [] : [{ number: note.number, row: note.row, side, was, is, reason }]
}

function markedPlace(
  match: EditionMatch,
  segment: ExportedSegment,
  note: ExportedDiscrepancy,
  side: Side,
  taken: Set<Hunk>,
) {
  const marked = note[side]
  if (!marked) return null
  const matched = match.sides[side]
  const place = matched.places.get(segment)
  if (marked.from < marked.to && place) {
    if (place.older.from === place.older.to && rowsBefore(match, segment).length === 0) return null
    const span = { from: place.row.from + marked.from, to: place.row.from + marked.to }
    return standingPlace(matched, span, place, taken)
  }
  return gonePlace(matched, marked.quote, olderText(match, segment, side), taken)
}

function rowsBefore({ groupOf }: EditionMatch, segment: ExportedSegment): ExportedSegment[] {
  return groupOf.get(segment)?.before ?? []
}

/** The words are there: with whatever of them, and right beside them, is not what it was. */
function standingPlace(
  matched: MatchedSide,
  span: Span,
  { row, older }: { row: Span; older: Span },
  taken: Set<Hunk>,
): Place | null {
  const turned = turnedRound(matched)
  const own = matched.hunks.filter((_, at) => isOf(span, turned.hunks[at]!, matched.after.text))
  if (own.length === 0) return null
  for (const hunk of own) taken.add(hunk)
  const is = within(row, hull([span, ...own.map(({ afterSpan }) => afterSpan)]))
  // What was taken away right before the words stood before their place in the older text.
  const was = within(older, hull([olderSpan(matched, is), ...own.map((hunk) => hunk.span)]))
  return { was, is }
}

/** The words are gone, and nothing of them stayed to hold the mark: where they stood in the older edition. */
function gonePlace(matched: MatchedSide, quote: string, older: Span | null, taken: Set<Hunk>): Place | null {
  if (!older || quote === '') return null
  const { text } = matched.before
  for (
    let at = text.indexOf(quote, older.from);
    at >= 0 && at + quote.length <= older.to;
    at = text.indexOf(quote, at + 1)
  ) {
    const span = { from: at, to: at + quote.length }
    const own = matched.hunks.filter((hunk) => hunk.span.from < span.to && hunk.span.to > span.from)
    if (own.length === 0) continue
    for (const hunk of own) taken.add(hunk)
    const was = within(older, hull([span, ...own.map((hunk) => hunk.span)]))
    return { was, is: olderSpan(turnedRound(matched), was) }
  }
  return null
}

/** What the row and those it came from said in the older edition. */
function olderText(match: EditionMatch, segment: ExportedSegment, side: Side): Span | null {
  const rows = rowsBefore(match, segment)
  if (rows.length === 0) return null
  const spans = match.sides[side].before.rows.filter((row) => rows.includes(row.segment))
  return spans.length === 0 ? null : hull(spans)
}

/** Everything of the row that is not what it was and that no mark has claimed, as one passage. */
export function unmarkedPlace(matched: MatchedSide, segment: ExportedSegment, taken: ReadonlySet<Hunk>): Place | null {
  const place = matched.places.get(segment)
  if (!place || place.older.from === place.older.to) return null
  const { row } = place
  const own = matched.hunks.filter(
    (hunk) =>
      !taken.has(hunk) &&
      hunk.afterSpan.from <= row.to &&
      hunk.afterSpan.to >= row.from &&
      `${hunk.before}${hunk.after}`.trim() !== '',
  )
  if (own.length === 0) return null
  const is = within(row, hull(own.map(({ afterSpan }) => afterSpan)))
  const was = within(place.older, hull(own.map(({ span }) => span)))
  return { was, is }
}

/** The same match, from the newer edition to the older one. */
function turnedRound(matched: MatchedSide): Pick<MatchedSide, 'side' | 'before' | 'after' | 'hunks'> {
  const hunks = matched.hunks.map(({ before, after, span, afterSpan }) => ({
    before: after,
    after: before,
    span: afterSpan,
    afterSpan: span,
  }))
  return { side: matched.side, before: matched.after, after: matched.before, hunks }
}

function hull(spans: readonly Span[]): Span {
  return { from: Math.min(...spans.map(({ from }) => from)), to: Math.max(...spans.map(({ to }) => to)) }
}

function within(bounds: Span, { from, to }: Span): Span {
  const start = Math.min(Math.max(from, bounds.from), bounds.to)
  return { from: start, to: Math.max(start, Math.min(to, bounds.to)) }
}

/** The words at a place. Where one of the two is empty, the words beside it are shown as well, or nobody would find it. */
export function wordsAt({ before, after }: MatchedSide, { was, is }: Place): { was: string; is: string } {
  const words = { was: before.text.slice(was.from, was.to), is: after.text.slice(is.from, is.to) }
  if (words.was.trim() !== '' && words.is.trim() !== '') return { was: words.was.trim(), is: words.is.trim() }
  const left = WORD_BEFORE.exec(before.text.slice(Math.max(0, was.from - NEAR), was.from))?.[0] ?? ''
  const right = WORD_AFTER.exec(before.text.slice(was.to, was.to + NEAR))?.[0] ?? ''
  const common = {
    left: after.text.slice(0, is.from).endsWith(left) ? left : '',
    right: after.text.startsWith(right, is.to) ? right : '',
  }
  return {
    was: `${common.left}${words.was}${common.right}`.trim(),
    is: `${common.left}${words.is}${common.right}`.trim(),
  }
}

// As much of the text as the words beside a place are looked for in.
const NEAR = 60

// A word and what parts it from the place; of Chinese, four characters.
const WORD_BEFORE = /(?:\p{Script=Han}{1,4}|(?:(?!\p{Script=Han})[\p{L}\p{N}’'-])+)[^\p{L}\p{N}\n]{0,3}$/u
const WORD_AFTER = /^[^\p{L}\p{N}\n]{0,3}(?:\p{Script=Han}{1,4}|(?:(?!\p{Script=Han})[\p{L}\p{N}’'-])+)/u
