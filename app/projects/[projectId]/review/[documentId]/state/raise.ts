/** Writing down a discrepancy: the words a person has selected, as they stand in the saved text. */
import { can } from '@/lib/auth/roles'
import { otherSide, type Side } from '@/lib/bitext/text'
import { keysOf } from './keys'
import { type MarkedWords, wordsInSaved } from './marks'
import type { Raising, Screen } from './screen'
import { type SelectedWords, selectedWords } from './selected-words'
import { shownText } from './typed'

/** Begins a note on the words selected now; says what to do when none are. */
export function beginRaising(screen: Screen, selected = selectedWords()) {
  if (!can(screen.review.me.role, 'discrepancy.raise'))
    return screen.tell(screen.t('problems.not-allowed'), { hint: true })
  const marked = selected && markedIn(screen, selected)
  if (!selected || !marked)
    return screen.tell(
      selected
        ? screen.t('review.words-not-saved', { keys: keysOf('save').join('+') })
        : screen.t('review.select-first'),
      { hint: true },
    )
  const { segmentId, side, rect } = selected
  const fresh = { segmentId, began: side, zh: null, en: null, anchor: rect } satisfies Raising
  screen.raising.set({ ...fresh, [side]: marked })
}

/** While a note is being written, words selected in its row become its words on that side. */
export function takeSelection(screen: Screen): boolean {
  const raising = screen.raising.get()
  const selected = selectedWords()
  if (!raising || !selected || selected.segmentId !== raising.segmentId) return false
  const marked = markedIn(screen, selected)
  if (!marked || marked.quote === raising[selected.side]?.quote) return false
  screen.raising.set({ ...raising, [selected.side]: marked })
  return true
}

/**
 * Where the other text probably says the same: as far along as the marked words are in theirs, at the beginning of a word.
 * From there a keyboard has less far to go.
 */
export function likelyPlace(screen: Screen, raising: Raising, side: Side): number | null {
  const row = screen.rows.get(raising.segmentId)
  const marked = raising[side] ? null : raising[otherSide(side)]
  if (!row || !marked) return null
  return wordAt(row[side], marked.from / Math.max(1, row[otherSide(side)].length), side)
}

/** The beginning of the word that stands at this share of the text. */
export function wordAt(text: string, share: number, side: Side): number {
  const at = Math.floor(text.length * share)
  const words = new Intl.Segmenter(side, { granularity: 'word' }).segment(text)
  const word = words.containing(Math.min(at, Math.max(0, text.length - 1)))
  if (!word) return 0
  return word.isWordLike === false ? word.index + word.segment.length : word.index
}

export function dropWords(screen: Screen, side: Side): void {
  const raising = screen.raising.get()
  // One side must keep its words: without any there is nothing to speak of.
  if (raising?.[otherSide(side)]) screen.raising.set({ ...raising, [side]: null })
}

function markedIn(screen: Screen, selected: SelectedWords): MarkedWords | null {
  const row = screen.rows.get(selected.segmentId)
  return row ? wordsInSaved(row[selected.side], shownText(screen, row, selected.side), selected) : null
}
