/**
 * Clauses without a counterpart, on either side: by the dictionary, by what the document itself says again and again, and by length. How much a missing word
 * means is read off the document, so that a loose translation raises no more alarms than a close one. Needs a lexicon; without it the check is silent.
 */
import type { Lexicon } from '../../align'
import type { Side } from '../../text'
import { answeredBy, coverRow, type Row, rowOf } from '../coverage/cover'
import { learnPairs } from '../coverage/learn-pairs'
import { evidenceOf, lengthFitOf } from '../coverage/weigh'
import { type Gap, widestGap } from '../coverage/widest-gap'
import type { CheckedSegment } from '../finding'
import { finding, quote } from '../messages'
import type { DocumentCheck, DocumentFinding } from './variants'

const ID = 'coverage'

export const coverage: DocumentCheck = {
  id: ID,
  says: 'No clause of either side is without a counterpart on the other.',
  run: (segments, { lexicon }) => (lexicon ? report(segments, lexicon) : []),
}

/** Nats. On untouched translations some four rows in a thousand reach it, half of which do lack something. */
const ENOUGH = 8.5
const SURE = 10
// Formulas and furniture are not translated word by word.
const LEFT_OUT = new Set(['credit', 'prevail-clause', 'caption', 'furniture'])
/** A word with a weight like this has its counterpart. */
const ANSWERED = 0.4
/** A heading or a greeting is too short to tell. */
const FEWEST_WORDS = 5
/** A paragraph this long is no row to be read word against word, and would cost its square. */
const LONGEST = 4000

function report(segments: readonly CheckedSegment[], lexicon: Lexicon): DocumentFinding[] {
  const rows = segments.filter(isText).map((segment) => rowOf(segment, lexicon))
  for (const row of rows) coverRow(row, lexicon, new Map())
  const learned = learnPairs(rows)
  if (learned.size > 0) for (const row of rows) coverRow(row, lexicon, learned)
  const [evidence, fit] = [evidenceOf(rows), lengthFitOf(rows)]
  return rows.flatMap((row, at) =>
    (['zh', 'en'] as const).flatMap((side) => {
      const gap = row[side].length < FEWEST_WORDS ? null : widestGap(row, side, evidence, fit)
      if (!gap || gap.score < ENOUGH || isNextDoor(gap, [rows[at - 1], rows[at + 1]], lexicon)) return []
      return [say(row, gap)]
    }),
  )
}

function isText({ zh, en, kind, label }: CheckedSegment): boolean {
  return (
    !label &&
    !LEFT_OUT.has(kind ?? '') &&
    zh.length + en.length < LONGEST &&
    /\p{Script=Han}/u.test(zh) &&
    /[A-Za-z]/.test(en)
  )
}

/** Whether a neighbour's other side answers most of what is missing, with words its own row has no use for: the border stands wrong, no clause is gone. */
function isNextDoor(gap: Gap, neighbours: readonly (Row | undefined)[], lexicon: Lexicon): boolean {
  const other: Side = gap.side === 'zh' ? 'en' : 'zh'
  const idle = neighbours.flatMap((row) => row?.[other].filter(({ weight }) => weight < ANSWERED) ?? [])
  if (idle.length === 0) return false
  const answered = gap.words.filter((word) => answeredBy(word, gap.side, idle, lexicon) >= ANSWERED)
  return answered.length * 2 >= gap.words.length
}

function say({ segment }: Row, { side, from, to, score }: Gap): DocumentFinding {
  const values = { words: quote(segment[side].slice(from, to)) }
  const id = side === 'zh' ? 'uncovered-zh' : 'uncovered-en'
  return {
    segmentId: segment.id,
    ...finding(ID, score < SURE ? 'note' : 'warning', id, values, { [side]: { from, to } }),
  }
}
