/**
 * Which change of a text mends a note: one of the marked words or of what stands right beside them, on the side that is to
 * be mended. Where nothing is marked on that side, as with an omission, any change of it may be the one; a person verifies.
 */
import { changesWords, followSpan } from '../bitext/diff'
import { type GoverningRule, otherSide, SIDES, type Side, type Span } from '../bitext/text'
import { governingSide } from '../segment/rules'
import type { Decision } from './rules'

/** The sides whose change carries the decision out; none where the text is to stay as it is. */
export function sidesToMend(decision: Decision | null, rule: GoverningRule): readonly Side[] {
  if (decision !== 'mend-translation' && decision !== 'mend-either') return []
  const governs = governingSide(rule)
  return decision === 'mend-either' || governs === null ? SIDES : [otherSide(governs)]
}

/** A decided note that is not mended yet, with where its words stand on the side that is about to change. */
export type Waiting = { id: string; decision: Decision; from: number | null; to: number | null }

type Change = { before: string; after: string }

/** The notes that this change of one side mends. */
export function mendedBy(
  notes: readonly Waiting[],
  { before, after }: Change,
  side: Side,
  rule: GoverningRule,
): string[] {
  return notes
    .filter(({ decision, from, to }) => {
      if (!sidesToMend(decision, rule).includes(side)) return false
      return from === null || to === null || changesWords({ from, to }, before, after, side)
    })
    .map(({ id }) => id)
}

/** The words a note marks on one side: as they were when it was raised, and where they stand now. */
export type Marked = { quote: string; span: Span | null }

export type PastChange = Change & {
  id: number
  side: Side
  /** A RevisionKind. Alignment moves text between rows and writes no words. */
  kind: string
}

/** The newest of the changes since a note was raised that mends it, oldest first; null when none does. */
export function findMending(
  changes: readonly PastChange[],
  marks: Record<Side, Marked>,
  sides: readonly Side[],
): number | null {
  const found = sides.flatMap((side) => {
    const own = changes.filter((change) => change.side === side)
    return lastMending(own, marks[side], side) ?? []
  })
  return found.length === 0 ? null : Math.max(...found)
}

function lastMending(changes: readonly PastChange[], { quote, span }: Marked, side: Side): number | null {
  const newest = changes.findLast(writesWords)?.id ?? null
  if (quote === '' || newest === null) return newest
  const first = changes.findIndex(({ before }) => before.includes(quote))
  // The words came into this row later and are not known as they were: they stand there still, or they were changed.
  if (first < 0) return span && changes.at(-1)?.after.slice(span.from, span.to) === quote ? null : newest
  const since = changes.slice(first)
  const traces = placesOf(quote, since[0]!.before).map((from) => trace({ from, to: from + quote.length }, since, side))
  // Where the words stood several times, theirs is the place that leads to where the mark is now.
  const own = traces.find(({ end }) => end?.from === span?.from && end?.to === span?.to) ?? traces[0]!
  return own.mending
}

const writesWords = ({ kind }: PastChange) => kind !== 'align'

function placesOf(words: string, text: string): number[] {
  const places: number[] = []
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) places.push(at)
  return places
}

function trace(start: Span, changes: readonly PastChange[], side: Side): { end: Span | null; mending: number | null } {
  let mending: number | null = null
  let place: Span | null = start
  for (const change of changes) {
    if (!place) break
    const { before, after } = change
    if (writesWords(change) && changesWords(place, before, after, side)) mending = change.id
    place = followSpan(place, before, after, side)
  }
  return { end: place, mending }
}
