/**
 * Names that stand in several forms, seen in the English alone:
 * a name that only ever qualifies a noun, with two or three different nouns ("Lanpu experience", "Lanpu model");
 * a quoted name with different nouns (“Heron” operation, “Heron” action);
 * capitalised names of the same words in another order, or with one word more (Lan River Tourist Belt, Lan Tourist Belt).
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

const ID = 'name-variants'

export const nameVariants: DocumentCheck = {
  id: ID,
  says: 'A name has one English form throughout the document.',
  run: (segments) => once([...qualifiers(segments), ...quotedNames(segments), ...longNames(segments)]).map(say),
}

/** A place is reported for one reason only. */
function once(variants: Variant[]): Variant[] {
  const places = groupBy(variants, ({ mention }) => `${mention.row}:${mention.from}`)
  return [...places.values()].map(([first]) => first!)
}

function say({ mention, usual, count }: Variant): DocumentFinding {
  const values = { words: mention.words, other: usual.words, count }
  return { segmentId: mention.segment.id, ...finding(ID, 'note', 'variant-name', values, { en: mention }) }
}

// --- a name and its noun

// The noun's function words: "Beijing is", "Beijing and" say that the name stands alone.
const FUNCTION =
  /^(?:is|are|was|were|be|been|has|have|had|will|would|can|could|may|and|or|but|in|on|at|of|for|from|to|by|with|as|that|which|who|while|when|where|since|after|before|during|under|over|into|it|he|she|they|we|said|says|told|also|not|this|these|its|their|his|her|the|an?|do|does|did|should|must|alone|together|than|then|so|if|per|up|out|there|now|just)$/
// Adjectives of nations and words that head many phrases.
const ADJECTIVE =
  /(?:ese|ian|ish|can|ean|tic|ern|ist|al|ive|ing|ed|ly|French|Greek|Dutch|Thai|Internet|Party|State|Chinese|Article|Chapter|Section)$/
// Amid a sentence, not behind another capitalised word, perhaps first of a quotation.
const NAMED =
  /(?<![.!?:]\s{0,2})(?<![.!?:] ["“])(?<!^)(?<![A-Z][a-z'’-]{0,20} )(?<=\s["“(]?)([A-Z][a-z]{3,20}) (["“]?[A-Za-z]+)/gu
const QUOTED = /["“]([A-Z][a-z]{2,20})(?: \d{4})?["”] ([A-Za-z]+)/g

/** A name that never stands alone, before two or three different nouns. */
function qualifiers(segments: readonly CheckedSegment[]): Variant[] {
  const counts = countNames(segments)
  const named = mentionsOf(segments, 'en', NAMED, ([, , noun]) => singular(noun!))
  const groups = groupBy(named, ({ words }) => words.slice(0, words.indexOf(' ')))
  return [...groups].flatMap(([name, group]) => {
    if (ADJECTIVE.test(name) || counts.get(name) !== group.length) return []
    return variantsOfNoun(group)
  })
}

/** “Heron” operation, “Heron 2023” special operation. */
function quotedNames(segments: readonly CheckedSegment[]): Variant[] {
  const named = mentionsOf(segments, 'en', QUOTED, ([, , noun]) => singular(noun!))
  const groups = groupBy(named, ({ words }) => /[A-Z][a-z]+/.exec(words)![0])
  return [...groups.values()].flatMap(variantsOfNoun)
}

// Fewer places may be chance, more nouns a name that goes with anything.
const PLACES = 3
const NOUNS = 3

function variantsOfNoun(group: Mention[]): Variant[] {
  const nouns = new Set(group.map(({ form }) => form))
  if (group.length < PLACES || nouns.size > NOUNS) return []
  return [...nouns].some((noun) => FUNCTION.test(noun) || /^["“]?[A-Z]|ly$/.test(noun)) ? [] : variantsOf(group)
}

function singular(noun: string): string {
  return noun.replace(/(?<=[^s])s$/, '')
}

/** How often each capitalised word stands in the document at all. */
function countNames(segments: readonly CheckedSegment[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { en } of segments)
    for (const [name] of en.matchAll(/(?<![A-Za-z])[A-Z][a-z]{3,20}(?![a-z-])/g))
      counts.set(name, (counts.get(name) ?? 0) + 1)
  return counts
}

// --- names of several words

const LONG_NAME =
  /(?<![A-Za-z-])(?:[A-Z][a-z]+|[A-Z]{2,}|\d{1,2}(?:st|nd|rd|th))(?: (?:of|for|on|and|the|[A-Z][a-z]+|[A-Z]{2,})){1,8}(?<= (?:[A-Z][a-z]{1,30}|[A-Z]{2,10}))(?![a-z])/g
const SMALL = new Set(['of', 'for', 'on', 'and', 'the'])

function longNames(segments: readonly CheckedSegment[]) {
  const names = mentionsOf(segments, 'en', LONG_NAME, ([words]) => words!.replace(/^The /, ''))
  const long = names.filter(({ form }) => contentOf(form).length >= 3)
  const byKey = groupBy(long, ({ form }) => contentOf(form).sort().join(' '))
  // "Panama and the Dominican Republic" may be named in either order.
  const reordered = [...byKey.values()]
    .filter((group) => !group.some(({ form }) => / and /.test(form)))
    .flatMap(variantsOf)
  return [...reordered, ...oneWordMore(byKey)]
}

function contentOf(form: string): string[] {
  return form.split(' ').filter((word) => !SMALL.has(word))
}

/** Both begin and end alike; one has a word between that the other has not. */
function oneWordMore(byKey: Map<string, Mention[]>) {
  const byEnds = groupBy([...byKey.values()], ([first]) => {
    const words = contentOf(first!.form)
    return `${words[0]} ${words.at(-1)}`
  })
  return [...byEnds.values()].flatMap((groups) =>
    groups.flatMap((short) =>
      groups
        .filter((long) => holdsAllBut(contentOf(long[0]!.form), contentOf(short[0]!.form)))
        .flatMap((long) =>
          long.length >= short.length ? variantsOf([...long, ...short]) : variantsOf([...short, ...long]),
        ),
    ),
  )
}

function holdsAllBut(long: string[], short: string[]): boolean {
  if (long.length !== short.length + 1) return false
  const skipped = long.findIndex((word, at) => word !== short[at])
  return skipped > 0 && long.slice(skipped + 1).join(' ') === short.slice(skipped).join(' ')
}
