/**
 * Small matters of manner that differ within one document: "Thank you!" among many "Thank you.", "policemen" beside "police officers",
 * a "briefing" in the heading that the text calls a press conference, a quoted name that lacks its article in one place.
 */
import type { CheckedSegment } from '../finding'
import { finding } from '../messages'
import {
  type DocumentCheck,
  type DocumentFinding,
  groupBy,
  type Mention,
  mentionsOf,
  type Variant,
  variantsOf,
} from './variants'

const ID = 'manner'

export const manner: DocumentCheck = {
  id: ID,
  says: 'Formulas, forms of address and articles are the same throughout the document.',
  run: (segments) => [
    ...[...formulas(segments), ...gendered(segments), ...eventNames(segments)].map(say),
    ...bareNames(segments),
  ],
}

function say({ mention, usual, count }: Variant): DocumentFinding {
  const values = { words: mention.words, other: usual.words, count }
  return { segmentId: mention.segment.id, ...finding(ID, 'note', 'spelled-variant', values, { en: mention }) }
}

const FORMULA = /^[A-Z][A-Za-z' ]{2,24}[.!]$/g
const OFTEN = 5

/** "Thank you." eighteen times, "Thank you!" three times. */
function formulas(segments: readonly CheckedSegment[]): Variant[] {
  const mentions = mentionsOf(segments, 'en', FORMULA, ([words]) => words!)
  return [...groupBy(mentions, ({ form }) => form.slice(0, -1)).values()].flatMap((group) => {
    const variants = variantsOf(group)
    return variants.length > 0 && variants[0]!.count >= OFTEN && variants.length * 2 < variants[0]!.count
      ? variants
      : []
  })
}

const NEUTRAL: [gendered: RegExp, neutral: RegExp][] = [
  [/\bpolice(?:men|man|woman|women)\b/gi, /\bpolice officers?\b/gi],
  [/\bfire(?:men|man)\b/gi, /\bfirefighters?\b/gi],
  [/\bbusiness(?:men|man)\b/gi, /\bbusiness ?people\b|\bentrepreneurs?\b/gi],
  [/\bmankind\b/gi, /\bhumankind\b|\bhumanity\b/gi],
  [/\bfisher(?:men|man)\b/gi, /\bfishers?\b|\bfisherfolk\b/gi],
  [/\bspokes(?:man|woman)\b/g, /\bspokespersons?\b/g],
  [/\bservice(?:men|man)\b/gi, /\bservice members?\b|\bmilitary personnel\b/gi],
]

/** The gendered word where the document otherwise has the neutral one. */
function gendered(segments: readonly CheckedSegment[]): Variant[] {
  return NEUTRAL.flatMap(([one, other]) => {
    const marked = mentionsOf(segments, 'en', one, ([words]) => words!)
    const usual = marked.length === 0 ? [] : mentionsOf(segments, 'en', other, ([words]) => words!)
    return usual.length < marked.length
      ? []
      : marked.map((mention) => ({ mention, usual: usual[0]!, count: usual.length }))
  })
}

const EVENT = /\b(?:press|news) (?:conference|briefing)s?\b|\b(?:the|this|a|[A-Z]{2,8}) briefing\b/gi
const HEADINGS = new Set(['headline', 'heading'])

/** The heading and the text name the occasion differently. */
function eventNames(segments: readonly CheckedSegment[]): Variant[] {
  const mentions = mentionsOf(
    segments,
    'en',
    EVENT,
    ([words]) => words!.toLowerCase().replace(/s$/, '').split(' ').at(-1)!,
  )
  const variants = variantsOf(mentions)
  return variants.filter(({ mention }) => HEADINGS.has(mention.segment.kind ?? ''))
}

const NOUN =
  '(?:operation|action|campaign|project|program|programme|initiative|system|mechanism|plan|drive|movement|model|strategy)'
const QUOTED_NAME = new RegExp(`(?<=([A-Za-z]+) )["“][A-Z][a-z]+(?: \\d{4})?["”] (?:[a-z]+ )?${NOUN}\\b(?!s)`, 'g')
const DETERMINER = /^(?:the|a|an|this|that|its|our|their|his|her|each|every|of|called|named|said|as)$/i

/** advance “Heron” operation, where the document has: the “Heron” operation. */
function bareNames(segments: readonly CheckedSegment[]): DocumentFinding[] {
  const mentions = mentionsOf(segments, 'en', QUOTED_NAME, ([, before]) => (DETERMINER.test(before!) ? 'with' : 'bare'))
  const byName = groupBy(mentions, ({ words }) => /[A-Z][a-z]+/.exec(words)![0])
  return [...byName.values()].flatMap((group) => {
    const bare = group.filter(({ form }) => form === 'bare')
    return bare.length > 0 && bare.length * 2 <= group.length ? bare.map(sayBare) : []
  })
}

function sayBare(mention: Mention): DocumentFinding {
  const values = { words: mention.words, better: `the ${mention.words}` }
  return { segmentId: mention.segment.id, ...finding(ID, 'note', 'article-missing', values, { en: mention }) }
}
