/**
 * Parentheses counted on both sides. What one language puts between brackets the other may put between commas or dashes, so a side with fewer of them is no
 * finding as long as it says the words: only a parenthesis whose words are not answered is one. Needs a lexicon; without it the check is silent.
 */
import type { Lexicon } from '../../align'
import type { Side, Span } from '../../text'
import { coverRow, rowOf } from '../coverage/cover'
import type { CheckedSegment } from '../finding'
import { finding, quote } from '../messages'
import type { DocumentCheck, DocumentFinding } from './variants'

const ID = 'parentheses'

export const parentheses: DocumentCheck = {
  id: ID,
  says: 'What stands between brackets is said on both sides.',
  run: (segments, { lexicon }) => (lexicon ? segments.flatMap((segment) => report(segment, lexicon)) : []),
}

const PARENTHESIS = /[(（][^()（）]{1,400}[)）]/g
/** One or two words are an abbreviation, a unit, a name in its own letters. */
const FEWEST_WORDS = 3
/** Mean weight of words that are not answered. Of published translations two or three rows in a thousand stay below it. */
const UNANSWERED = 0.2
/** A paragraph this long is no row to be read word against word. */
const LONGEST = 4000
// Formulas are not translated word by word.
const LEFT_OUT = new Set(['credit', 'prevail-clause', 'caption', 'furniture'])

function report(segment: CheckedSegment, lexicon: Lexicon): DocumentFinding[] {
  const { zh, en, kind, label } = segment
  if (zh === '' || en === '' || label || LEFT_OUT.has(kind ?? '') || zh.length + en.length > LONGEST) return []
  const [left, right] = [spans(zh), spans(en)]
  if (left.length === right.length) return []
  const side: Side = left.length > right.length ? 'zh' : 'en'
  const more = (side === 'zh' ? left : right).filter((span) => isText(segment[side], span, side))
  if (more.length === 0) return []
  const row = rowOf(segment, lexicon)
  coverRow(row, lexicon, new Map())
  return more
    .filter(({ from, to }) => {
      const words = row[side].filter((word) => word.from >= from && word.to <= to)
      return (
        words.length >= FEWEST_WORDS && words.reduce((sum, { weight }) => sum + weight, 0) < UNANSWERED * words.length
      )
    })
    .map((span) => say(segment, side, span))
}

function spans(text: string): Span[] {
  return Array.from(text.matchAll(PARENTHESIS), ({ 0: words, index }) => ({ from: index, to: index + words.length }))
}

/** Not a name in Latin letters that Chinese adds to its own form, nor the Chinese of a Latin abbreviation. */
function isText(text: string, { from, to }: Span, side: Side): boolean {
  if (side === 'en') return true
  return /\p{Script=Han}/u.test(text.slice(from, to)) && !/[A-Za-z\d]\s*$/.test(text.slice(Math.max(0, from - 3), from))
}

function say(segment: CheckedSegment, side: Side, span: Span): DocumentFinding {
  const id = side === 'zh' ? 'parenthesis-missing-en' : 'parenthesis-missing-zh'
  const values = { words: quote(segment[side].slice(span.from, span.to)) }
  return { segmentId: segment.id, ...finding(ID, 'note', id, values, { [side]: span }) }
}
