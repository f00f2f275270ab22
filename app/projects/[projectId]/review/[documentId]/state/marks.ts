/** Where the words of discrepancies stand in a text, and the text cut into pieces at their ends. */
import { followSpan, type TrackedChange } from '@/lib/bitext/diff'
import type { Side, Span } from '@/lib/bitext/text'
import type { RowDiscrepancy } from '@/lib/segment/queries'

/**
 * Where a quotation stands in `text`: where it was noted if it still stands there, else at its nearest occurrence,
 * else nowhere.
 */
export function placeQuote(text: string, quote: string, from: number | null): Span | null {
  if (quote === '') return null
  if (from !== null && text.startsWith(quote, from)) return { from, to: from + quote.length }
  let nearest: number | null = null
  for (let at = text.indexOf(quote); at >= 0; at = text.indexOf(quote, at + 1)) {
    if (nearest === null || Math.abs(at - (from ?? 0)) < Math.abs(nearest - (from ?? 0))) nearest = at
  }
  return nearest === null ? null : { from: nearest, to: nearest + quote.length }
}

/** Where a note's words stand on one side; null when it has none there or they are gone. */
export function placeMark(text: string, note: RowDiscrepancy, side: Side): Span | null {
  const from = note[`${side}From`]
  const to = note[`${side}To`]
  // After an edit the server has moved the span along and what it covers may differ from the quotation: it knows best.
  if (from !== null && to !== null && from < to && to <= text.length) return { from, to }
  return placeQuote(text, note[`${side}Quote`], from)
}

/** Notes as they lie over what is being typed: their places are those of the saved text. */
export function notesOver(
  { saved, text, side }: { saved: string; text: string; side: Side },
  notes: readonly RowDiscrepancy[],
): readonly RowDiscrepancy[] {
  if (text === saved) return notes
  return notes.map((note) => {
    const { [`${side}From` as const]: from, [`${side}To` as const]: to } = note
    const span = from === null || to === null ? null : followSpan({ from, to }, saved, text, side)
    return { ...note, [`${side}From`]: span?.from ?? null, [`${side}To`]: span?.to ?? null }
  })
}

/** Words were marked on this side, and the text no longer has them. */
export function isGone(text: string, note: RowDiscrepancy, side: Side): boolean {
  return note[`${side}Quote`] !== '' && placeMark(text, note, side) === null
}

export type Mark<T> = Span & { of: T }

export type MarkedPiece<T> = { text: string; from: number; marks: T[] }

/** The text in pieces, each with all marks that cover it, cut at `at` as well. The pieces join to the text. */
export function cutAtMarks<T>(text: string, marks: readonly Mark<T>[], at: readonly number[] = []): MarkedPiece<T>[] {
  const edges = new Set([0, text.length, ...at])
  for (const { from, to } of marks) edges.add(Math.min(from, text.length)).add(Math.min(to, text.length))
  const sorted = [...edges].sort((a, b) => a - b)
  return sorted.slice(0, -1).map((from, i) => {
    const to = sorted[i + 1]!
    return {
      text: text.slice(from, to),
      from,
      marks: marks.filter((mark) => mark.from <= from && to <= mark.to).map((mark) => mark.of),
    }
  })
}

/** Gives up white space at both ends of a selection, which nobody means to mark. null when nothing else is left. */
export function trimSelection(text: string, { from, to }: Span): Span | null {
  const words = text.slice(from, to)
  const start = from + words.length - words.trimStart().length
  const end = to - (words.length - words.trimEnd().length)
  return start < end ? { from: start, to: end } : null
}

export type MarkedWords = Span & { quote: string }

/**
 * The selected words of `shown` as they stand in `saved`: a note speaks of the text everyone has, not of a draft.
 * null when the saved text does not have them, or when only white space was selected.
 */
export function wordsInSaved(saved: string, shown: string, selected: Span & { side: Side }): MarkedWords | null {
  const words = trimSelection(shown, selected)
  if (!words) return null
  const quote = shown.slice(words.from, words.to)
  if (saved.slice(words.from, words.to) === quote) return { ...words, quote }
  const followed = followSpan(words, shown, saved, selected.side)
  if (followed && saved.slice(followed.from, followed.to) === quote) return { ...followed, quote }
  return null
}

/** Words that show something about themselves beside the discrepancies: numbers, terms. Any maker of them may add its own. */
export type Highlight = {
  /** What they are, as the style sheet knows it. */
  layer: string
  /** The sign both texts show for words that belong together; null for words without partner. */
  pair: string | null
  name: string
}

/** Deleted words stand among the others and belong to no place of the text. */
export type ShownPiece<T> = MarkedPiece<T> & { key: string; change: TrackedChange | null }

/** The text with its changes and its marks, in pieces that are all one thing. Those that are not deleted join to the text. */
export function cutAtChanges<T>(
  text: string,
  changes: readonly TrackedChange[],
  marks: readonly Mark<T>[],
): ShownPiece<T>[] {
  const ends: number[] = []
  let length = 0
  for (const { op, text: words } of changes) {
    if (op !== 'delete') length += words.length
    ends.push(length)
  }
  const queue = cutAtMarks(text, marks, ends)
  const shown: ShownPiece<T>[] = []
  changes.forEach((change, i) => {
    if (change.op === 'delete') {
      shown.push({ key: `d${i}`, from: ends[i]!, text: change.text, marks: [], change })
      return
    }
    while (queue[0] && queue[0].from < ends[i]!) {
      const piece = queue.shift()!
      shown.push({ ...piece, key: `t${piece.from}`, change: change.op === 'same' ? null : change })
    }
  })
  return shown
}
