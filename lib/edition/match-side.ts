/**
 * What became of the text of one side between two editions, whatever rows it stood in: the rows are joined, compared, and
 * each row of the newer edition is tied to the stretch of the older text it took the place of. So a merge, a split or a
 * border that moved changes no word.
 *
 * Rows that say the same under the same id tie the two texts together; only what lies between them is compared. There the
 * rows are compared one by one where that tells no more changes than the joined texts do, so that two rows rewritten one
 * after the other are told apart.
 */
import { diffText, groupHunks, type Hunk } from '../bitext/diff'
import type { ExportedSegment } from '../bitext/interchange/bitext-document'
import type { Side, Span } from '../bitext/text'

/** `text.slice(from, to)` is the row, `text.slice(to, end)` what stands between it and the next. */
export type PlacedRow = Span & { end: number; segment: ExportedSegment }

/** Rows without a text on this side are not among them. */
export type SideText = { text: string; rows: PlacedRow[] }

export type SideMatch = {
  side: Side
  before: SideText
  after: SideText
  /** Sorted; positions count from the beginning of the joined texts. */
  hunks: Hunk[]
}

export function matchSide(
  before: readonly ExportedSegment[],
  after: readonly ExportedSegment[],
  side: Side,
): SideMatch {
  const texts = { before: joined(before, side), after: joined(after, side) }
  return { side, ...texts, hunks: gapsBetween(texts).flatMap((gap) => compareGap(texts, gap, side)) }
}

/** In the order of that side: moved English stands in another row than its place. */
function joined(segments: readonly ExportedSegment[], side: Side): SideText {
  const said = segments.filter((segment) => segment[side] !== '')
  const order = side === 'en' ? [...said].sort((a, b) => (a.enOrder ?? a.row) - (b.enOrder ?? b.row)) : said
  let text = ''
  const rows = order.map((segment): PlacedRow => {
    const from = text.length
    text += segment[side]
    const to = text.length
    text += segment[`${side}Tail`]
    return { from, to, end: text.length, segment }
  })
  return { text, rows }
}

/** Rows `from..to` of the older text and `afterFrom..afterTo` of the newer one. */
type Stretch = Span & { afterFrom: number; afterTo: number }

type Texts = { before: SideText; after: SideText }

/** The rows between those that stayed as they were. */
function gapsBetween(texts: Texts): Stretch[] {
  const same = (one: PlacedRow, other: PlacedRow) =>
    texts.before.text.slice(one.from, one.to) === texts.after.text.slice(other.from, other.to)
  const all = { from: 0, to: texts.before.rows.length, afterFrom: 0, afterTo: texts.after.rows.length }
  return cutAt(pairsInOrder(texts, all, same), all).gaps
}

type Pair = { row: number; afterRow: number }

/** What stands between the pairs, in order; empty stretches left out. `pieces` has the pairs among them. */
function cutAt(pairs: readonly Pair[], whole: Stretch): { gaps: Stretch[]; pieces: Stretch[] } {
  const gaps: Stretch[] = []
  const pieces: Stretch[] = []
  let { from, afterFrom } = whole
  for (const { row, afterRow } of [...pairs, { row: whole.to, afterRow: whole.afterTo }]) {
    const gap = { from, to: row, afterFrom, afterTo: afterRow }
    if (from < row || afterFrom < afterRow) gaps.push(gap)
    pieces.push(gap, { from: row, to: row + 1, afterFrom: afterRow, afterTo: afterRow + 1 })
    from = row + 1
    afterFrom = afterRow + 1
  }
  return { gaps, pieces: pieces.slice(0, -1) }
}

/** Places of rows of one id that `agree`, as many as keep their order in both texts. */
function pairsInOrder(
  { before, after }: Texts,
  { from, to, afterFrom, afterTo }: Stretch,
  agree: (row: PlacedRow, afterRow: PlacedRow) => boolean,
): Pair[] {
  const places = new Map(before.rows.slice(from, to).map(({ segment }, at) => [segment.id, from + at]))
  const found = after.rows.slice(afterFrom, afterTo).flatMap((afterRow, at): Pair[] => {
    const row = places.get(afterRow.segment.id)
    return row !== undefined && agree(before.rows[row]!, afterRow) ? [{ row, afterRow: afterFrom + at }] : []
  })
  return longestRising(found)
}

/** The longest run of pairs whose rows rise (patience sorting). */
function longestRising(pairs: readonly Pair[]): Pair[] {
  const tops: number[] = []
  const before: (number | undefined)[] = []
  for (const [at, { row }] of pairs.entries()) {
    let [low, high] = [0, tops.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if (pairs[tops[middle]!]!.row < row) low = middle + 1
      else high = middle
    }
    before[at] = tops[low - 1]
    tops[low] = at
  }
  const run: Pair[] = []
  for (let at = tops.at(-1); at !== undefined; at = before[at]) run.push(pairs[at]!)
  return run.reverse()
}

/** Row by row unless the joined texts agree in clearly more: a fifth, so that a chance likeness across a border does not count. */
const CLEARLY_MORE = 1.2

function compareGap(texts: Texts, gap: Stretch, side: Side): Hunk[] {
  const whole = compareRows(texts, gap, side)
  const { pieces } = cutAt(
    pairsInOrder(texts, gap, () => true),
    gap,
  )
  const rowByRow = pieces.flatMap((piece) => compareRows(texts, piece, side))
  return costOf(rowByRow) <= costOf(whole) * CLEARLY_MORE ? rowByRow : whole
}

function costOf(hunks: readonly Hunk[]): number {
  return hunks.reduce((sum, { before, after }) => sum + before.trim().length + after.trim().length, 0)
}

function compareRows({ before, after }: Texts, { from, to, afterFrom, afterTo }: Stretch, side: Side): Hunk[] {
  const was = { from: startOf(before, from), to: startOf(before, to) }
  const is = { from: startOf(after, afterFrom), to: startOf(after, afterTo) }
  const [old, present] = [before.text.slice(was.from, was.to), after.text.slice(is.from, is.to)]
  if (old === present) return []
  return groupHunks(diffText(old, present, side)).map((hunk) => ({
    ...hunk,
    span: shifted(hunk.span, was.from),
    afterSpan: shifted(hunk.afterSpan, is.from),
  }))
}

function startOf({ text, rows }: SideText, row: number): number {
  return rows[row]?.from ?? text.length
}

function shifted({ from, to }: Span, by: number): Span {
  return { from: from + by, to: to + by }
}
