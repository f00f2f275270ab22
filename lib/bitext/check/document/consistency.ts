/** The same Chinese rendered in several ways, and the same English for several Chinese: whole segments, without regard to case and end signs. */

import type { Side } from '../../text'
import type { CheckedSegment } from '../finding'
import { finding, quote } from '../messages'
import { type DocumentCheck, type DocumentFinding, groupBy, type Mention, variantsOf } from './variants'

const ID = 'consistency'

export const consistency: DocumentCheck = {
  id: ID,
  says: 'The same sentence is rendered in the same way throughout the document.',
  run: (segments) => [...report(segments, 'zh'), ...report(segments, 'en')],
}

// 谢谢。 and "Yes." are said differently at will.
const SHORTEST = { zh: 4, en: 12 } as const
const WORDS = { zh: /\p{Script=Han}/gu, en: /[A-Za-z]/g } as const

/** Segments that say the same on `same` and not on the other side. */
function report(segments: readonly CheckedSegment[], same: Side): DocumentFinding[] {
  const other: Side = same === 'zh' ? 'en' : 'zh'
  const rows = segments.flatMap((segment, index) => {
    const long = (segment[same].match(WORDS[same])?.length ?? 0) >= SHORTEST[same]
    return long && segment[other].trim() !== '' ? [mention(segment, index + 1, other)] : []
  })
  const groups = groupBy(rows, ({ segment }) => fold(segment[same]))
  return [...groups.values()].flatMap((group) =>
    group.length < 2 ? [] : variantsOf(group).map((one) => say(one, same)),
  )
}

function mention(segment: CheckedSegment, row: number, side: Side): Mention {
  const words = segment[side]
  return { segment, row, side, from: 0, to: words.length, words, form: fold(words) }
}

function say({ mention: { segment }, usual }: ReturnType<typeof variantsOf>[number], same: Side): DocumentFinding {
  const id = same === 'zh' ? 'same-zh-other-en' : 'same-en-other-zh'
  const whole = { zh: { from: 0, to: segment.zh.length }, en: { from: 0, to: segment.en.length } }
  const values = { row: usual.row, words: quote(usual.words) }
  return { segmentId: segment.id, ...finding(ID, 'note', id, values, whole) }
}

/** Letters and digits only. */
function fold(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}
