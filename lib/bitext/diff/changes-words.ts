/** Whether an edit changed marked words, or merely something else in their text. */
import type { Side, Span } from '../text'
import { diffText } from './diff-text'
import { groupHunks, type Hunk } from './hunks'

/**
 * Whether the words at `span` of `before` were changed on the way to `after`: something of them was replaced, taken away
 * or put in among them, or the word right before or after them is another, is gone or is new. A comma beside them is not
 * theirs, and neither is what happens elsewhere in the text.
 */
export function changesWords(span: Span, before: string, after: string, side: Side): boolean {
  return groupHunks(diffText(before, after, side)).some((hunk) => isOf(span, hunk, before))
}

/** Whether a change is one of the words at `span`, or of those right beside them. */
export function isOf(span: Span, hunk: Hunk, before: string): boolean {
  const { from, to } = hunk.span
  if (from < span.to && to > span.from) return true
  const gap = to <= span.from ? before.slice(to, span.from) : before.slice(span.to, from)
  return BESIDE.test(gap) && WORDS.test(hunk.before + hunk.after)
}

/** What may stand between two neighbouring words: no word, and no end of a sentence. */
const BESIDE = /^[^\p{L}\p{N}.!?。！？；;\n]{0,3}$/u

const WORDS = /[\p{L}\p{N}]/u
