/**
 * One Chinese term in quotation marks (“岚浦经验”) with several English renderings. Terms and renderings are paired by their order
 * where both sides of a row quote equally often; no glossary is needed. Sentences in quotation marks are speech and no terms.
 */
import type { CheckedSegment } from '../finding'
import { finding } from '../messages'
import { type DocumentCheck, type DocumentFinding, groupBy, type Mention, variantsOf } from './variants'

const ID = 'quoted-terms'

export const quotedTerms: DocumentCheck = {
  id: ID,
  says: 'A Chinese term in quotation marks has one English form throughout the document.',
  run: report,
}

const ZH_TERM = /[“「]([^“”「」，。！？；：,]{2,14})[”」]/g
const EN_QUOTED = /[“"]([^“”"]{2,80})[”"]/g
const EN_TERM_WORDS = 7

type Term = Mention & { term: string; zh: { from: number; to: number } }

function report(segments: readonly CheckedSegment[]): DocumentFinding[] {
  const terms = segments.flatMap((segment, index) => pairs(segment, index + 1))
  const groups = groupBy(terms, ({ term }) => term)
  return [...groups.values()].flatMap((group) => (group.length < 2 ? [] : variantsOf(group).map(say)))
}

function pairs(segment: CheckedSegment, row: number): Term[] {
  if (!/[“「]/.test(segment.zh) || !/[“"]/.test(segment.en)) return []
  const zh = Array.from(segment.zh.matchAll(ZH_TERM))
  const en = Array.from(segment.en.matchAll(EN_QUOTED))
  const all = segment.zh.match(/[“「]/g)!.length
  if (zh.length === 0 || zh.length !== en.length || zh.length !== all) return []
  return zh.flatMap((match, at) => {
    const [quoted, words] = en[at]! as unknown as [string, string]
    if (words.split(/\s+/).length > EN_TERM_WORDS || /[.!?]$/.test(words)) return []
    const from = en[at]!.index + quoted.indexOf(words)
    const place = { from: match.index + 1, to: match.index + 1 + match[1]!.length }
    return [
      {
        segment,
        row,
        side: 'en' as const,
        from,
        to: from + words.length,
        words,
        form: fold(words),
        term: match[1]!,
        zh: place,
      },
    ]
  })
}

function say({ mention, usual, count }: { mention: Mention; usual: Mention; count: number }): DocumentFinding {
  const { term, zh } = mention as Term
  const values = { term, words: mention.words, other: usual.words, count }
  return { segmentId: mention.segment.id, ...finding(ID, 'warning', 'term-variant', values, { zh, en: mention }) }
}

/** Without case, plural and articles; "Aug. 29" and "Aug 29" are one. */
function fold(words: string): string {
  return words
    .toLowerCase()
    .replace(/^(?:the|an?) /, '')
    .replace(/[^a-z0-9]+/g, ' ')
    .replace(/s\b/g, '')
    .trim()
}
