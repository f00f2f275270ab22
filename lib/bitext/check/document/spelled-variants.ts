/**
 * One word or phrase written in two ways: a capital here and none there (Party Committee, Party committee; Tingxi district, Wanglan District),
 * with a hyphen, a space or neither (start-ups, startups), a modifier with and without its ending (mark trails, marked trails),
 * one noun of a fixed group exchanged (wind and solar farms, wind and sun farms). Seen in the English alone.
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

const ID = 'spelled-variants'

export const spelledVariants: DocumentCheck = {
  id: ID,
  says: 'A phrase is written in one way throughout the document: capitals, hyphens, endings.',
  run: (segments) =>
    once([
      ...placeNouns(segments),
      ...capitals(segments),
      ...hyphens(segments),
      ...endings(segments),
      ...groups(segments),
      ...quotedTerms(segments),
    ]).map(say),
}

function once(variants: Variant[]): Variant[] {
  const places = groupBy(variants, ({ mention }) => `${mention.row}:${mention.from}`)
  return [...places.values()].map(([first]) => first!)
}

function say({ mention, usual, count }: Variant): DocumentFinding {
  const values = { words: mention.words, other: usual.words, count }
  return { segmentId: mention.segment.id, ...finding(ID, 'note', 'spelled-variant', values, { en: mention }) }
}

/** With as many places of the one as of the other, nobody knows which is meant: both are reported. */
function bothWays(mentions: Mention[]): Variant[] {
  const forms = [...groupBy(mentions, ({ form }) => form).values()]
  const variants = variantsOf(mentions)
  if (forms.length !== 2 || forms[0]!.length !== forms[1]!.length) return variants
  return [...variants, ...forms[0]!.map((mention) => ({ mention, usual: forms[1]![0]!, count: forms[1]!.length }))]
}

// --- capitals

const PLACE =
  /(?<=[a-z,] (?:in |of |from |the )?)\b[A-Z][a-z]{2,20} ([Dd]istrict|[Pp]rovince|[Cc]ounty|[Tt]ownship|[Vv]illage|[Pp]refecture|[Mm]unicipality)\b(?! [A-Z])/g

/** "Tingxi district" and "Wanglan District": the noun behind a name. */
function placeNouns(segments: readonly CheckedSegment[]): Variant[] {
  const mentions = mentionsOf(segments, 'en', PLACE, ([, noun]) => noun!)
  return [...groupBy(mentions, ({ form }) => form.toLowerCase()).values()].flatMap(bothWays)
}

// Amid a sentence a capital means something.
const PHRASE = /(?<=[a-z,;] )\b([A-Z][a-z]{2,20}) ([A-Za-z][a-z]{3,20})(?: (of the [A-Z][A-Za-z]+))?\b(?! [A-Z])/g

/** "the Party committee of the Bureau" and "the Party Committee of the Bureau". */
function capitals(segments: readonly CheckedSegment[]): Variant[] {
  const mentions = mentionsOf(segments, 'en', PHRASE, ([words]) => words!)
  // Alone the noun may be a common one ("a Party committee"); with the same owner behind it, it is the same thing.
  const owned = mentions.filter(({ words }) => / of the /.test(words))
  return [...groupBy(owned, ({ form }) => form.toLowerCase()).values()].flatMap(bothWays)
}

// --- hyphens

const JOINED = /(?<![\p{L}\d'’/.-])[a-z]{2,15}(?:-[a-z]{2,15}){1,2}(?![\p{L}\d'’/-])/gu
const PREFIX =
  /^(?:anti|co|counter|cross|cyber|e|inter|intra|micro|mid|mini|multi|non|off|on|over|post|pre|pro|re|self|semi|start|sub|super|trans|ultra|under|well|work|web|data|health|policy|decision)-/

/** "start-ups" and "startups". Compounds with a space in one place are often right in both (a high-quality service, of high quality). */
function hyphens(segments: readonly CheckedSegment[]): Variant[] {
  const joined = mentionsOf(segments, 'en', JOINED, ([words]) => words!).filter(({ words }) => PREFIX.test(words))
  const closed = new Set(joined.map(({ words }) => words.replaceAll('-', '')))
  if (closed.size === 0) return []
  const plain = mentionsOf(segments, 'en', /(?<![\p{L}\d'’/.-])[a-z]{6,30}(?![\p{L}\d'’/-])/gu, ([words]) => words!)
  const same = plain.filter(({ words }) => closed.has(words))
  return [...groupBy([...joined, ...same], ({ form }) => form.replaceAll('-', '')).values()].flatMap(bothWays)
}

// --- endings

const MODIFIED = /(?<![\p{L}'’-])([a-z]{4,15}?)(ed)? ([a-z]{4,15}(?:ions|ments|ings|s))(?![\p{L}'’-])/gu
const USUAL_PLACES = 3

/** "marked trails" three times and "mark trails" once. */
function endings(segments: readonly CheckedSegment[]): Variant[] {
  const mentions = mentionsOf(segments, 'en', MODIFIED, ([words]) => words!.toLowerCase())
  const pairs = groupBy(mentions, ({ form }) => form.replace(/e?d? (?=\S+$)/, ' ').replace(/s$/, ''))
  return [...pairs.values()].flatMap((group) => {
    const ed = group.filter(({ form }) => /ed /.test(form))
    const bare = group.filter((mention) => !/ed /.test(mention.form) && !isVerb(mention))
    return ed.length >= USUAL_PLACES && bare.length === 1 ? variantsOf([...ed, ...bare]) : []
  })
}

const BEFORE_VERB = /\b(?:to|will|can|we|they|and|or|should|must|would|may|not|also|only|that|who|which) $/i

/** "to mark trails", "they mark trails". */
function isVerb({ segment, from }: Mention): boolean {
  return BEFORE_VERB.test(segment.en.slice(Math.max(0, from - 8), from))
}

// --- fixed groups

const GROUP = /(?<![\p{L}'’-])([a-z]{4,15}) and ([a-z]{4,15}) ([a-z]{4,15})(?![\p{L}'’-])/gu
const FIXED = 5

/** "wind and solar farms" again and again, "wind and sun farms" once or twice. */
function groups(segments: readonly CheckedSegment[]): Variant[] {
  const mentions = mentionsOf(segments, 'en', GROUP, ([words]) => words!)
  const byEnds = groupBy(mentions, ({ form }) => form.replace(/ and \S+ /, ' & '))
  return [...byEnds.values()].flatMap((group) => {
    const variants = variantsOf(group)
    return variants.length > 0 && variants[0]!.count >= FIXED && variants.length * 2 <= variants[0]!.count
      ? variants
      : []
  })
}

// --- terms in quotation marks

const QUOTED = /["“]([a-z]{4,15}) ([a-z]{4,15}),?["”]/g

/** A term the text itself puts in quotation marks (“library week”), with a word slipped in elsewhere (library reading week). */
function quotedTerms(segments: readonly CheckedSegment[]): Variant[] {
  const quoted = mentionsOf(segments, 'en', QUOTED, ([, one, other]) => `${one} ${other}`)
  return [...groupBy(quoted, ({ form }) => form).values()].flatMap(([usual, ...others]) => {
    const [one, other] = usual!.form.split(' ')
    const longer = new RegExp(`\\b${one} (?!and\\b|or\\b|of\\b|the\\b|for\\b|to\\b|in\\b)[a-z]{4,15} ${other}\\b`, 'g')
    return mentionsOf(segments, 'en', longer, ([words]) => words!).map((mention) => ({
      mention,
      usual: usual!,
      count: others.length + 1,
    }))
  })
}
