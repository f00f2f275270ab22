/** Where the other side of a row is cut when one side is: the aligner tries every border of sentences. Pure. */
import { align, type Lexicon } from '../bitext/align'
import { splitSentences } from '../bitext/sentences'
import { otherSide, type Side } from '../bitext/text'

/**
 * An offset in the text of the other side. The end of that text (all of it stays in the first half) where it is a single
 * sentence, or where the aligner ties nothing to the second half.
 */
export function bestBorder(row: Record<Side, string>, side: Side, offset: number, lexicon: Lexicon): number {
  const other = otherSide(side)
  const sentences = splitSentences(row[other], other)
  const halves = [row[side].slice(0, offset), row[side].slice(offset)]
  if (halves.some((half) => half.trim() === '')) return offset <= 0 ? 0 : row[other].length
  if (sentences.length < 2) return row[other].length
  const pieces = halves.map((half) => splitSentences(half, side).map(({ text }) => text))
  const own = pieces.flat()
  const theirs = sentences.map(({ text }) => text)
  const { beads } = side === 'zh' ? align(own, theirs, { lexicon }) : align(theirs, own, { lexicon })
  const border = pieces[0].length
  // Beads that span the caret vote for no border; the sentences tied to what comes before it stay before it.
  const first = Math.max(
    -1,
    ...beads.filter((bead) => bead[side].some((index) => index < border)).flatMap((bead) => bead[other]),
  )
  const next = Math.min(
    sentences.length,
    ...beads
      .filter((bead) => bead[side].length > 0 && bead[side].every((index) => index >= border))
      .flatMap((bead) => bead[other]),
  )
  const cut = next > first ? Math.max(first + 1, 0) : next
  return cut >= sentences.length ? row[other].length : cut <= 0 ? 0 : sentences[cut].from
}
