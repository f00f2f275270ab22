/**
 * Where a text may be cut: at the ends of its sentences (the aligner's own), at the ends of its clauses, or anywhere
 * between two characters as people see them. Positions count UTF-16 code units; a border is where what follows begins.
 */
import { splitSentences } from '@/lib/bitext/sentences'
import type { Side } from '@/lib/bitext/text'

/** What a clause ends with. A comma or colon between digits belongs to a number or a time of day. */
const CLAUSE_END = /(?:[，；：、]|[;—]|[,:](?!\d))+['"”’）)\]]*\s*/g

/** Borders between sentences, without both ends of the text. */
export function sentenceBorders(text: string, side: Side): number[] {
  return splitSentences(text, side)
    .slice(1)
    .map(({ from }) => from)
}

/** Borders between clauses and sentences, without both ends. */
export function clauseBorders(text: string, side: Side): number[] {
  const clauses = [...text.matchAll(CLAUSE_END)].map(({ index, 0: found }) => index + found.length)
  const inner = [...sentenceBorders(text, side), ...clauses].filter((at) => at > 0 && at < text.length)
  return [...new Set(inner)].sort((a, b) => a - b)
}

/** A text of white space only holds no sentence. */
export function countSentences(text: string, side: Side): number {
  return splitSentences(text, side).length
}

export type Stride = 'sentence' | 'clause' | 'character'

/** Where the caret goes from `at`; null when it stands at that end already. */
export function strideFrom(text: string, side: Side, at: number, stride: Stride, step: 1 | -1): number | null {
  if (step === 1 ? at >= text.length : at <= 0) return null
  if (stride === 'character') return characterFrom(text, at, step)
  const inner = stride === 'sentence' ? sentenceBorders(text, side) : clauseBorders(text, side)
  const stops = [0, ...inner, text.length]
  return (step === 1 ? stops.find((stop) => stop > at) : stops.findLast((stop) => stop < at)) ?? null
}

/** A base and its accents, or the halves of a rare Chinese character, are one character and never come apart. */
function characterFrom(text: string, at: number, step: 1 | -1): number {
  const graphemes = [...new Intl.Segmenter().segment(text)]
  if (step === 1) return graphemes.find(({ index }) => index > at)?.index ?? text.length
  return graphemes.findLast(({ index }) => index < at)?.index ?? 0
}

/** Where most work waits: before the last sentence. A text of one sentence has its caret at the start. */
export function usualCaret(text: string, side: Side): number {
  return sentenceBorders(text, side).at(-1) ?? 0
}

/**
 * Where the other text is cut when this one is cut at `at`: after as many sentences where both have the same number,
 * else at the border nearest to the same share of the text; at its end where it has no border.
 */
export function counterpart(text: string, side: Side, at: number, other: string, otherSide: Side): number {
  const here = sentenceBorders(text, side)
  const there = sentenceBorders(other, otherSide)
  const nth = here.indexOf(at)
  if (nth >= 0 && here.length === there.length) return there[nth]!
  if (at <= 0) return 0
  const share = (at / Math.max(1, text.length)) * other.length
  const near = (a: number, b: number) => (Math.abs(b - share) < Math.abs(a - share) ? b : a)
  return there.length === 0 ? other.length : there.reduce(near)
}
