/**
 * Sentences that do not hold together, seen without a parser: a verb that needs an object and meets a comma, members of a list in different
 * forms, a direct question inside an indirect one, the present perfect beside a time that is over, a list without its "and".
 */
import { phraseRule, type Slip, type UsageRule } from './rule'

// Verbs that are nothing without an object. "developing," and "improving," may stand alone.
const TRANSITIVE =
  'curb|ensur|enhanc|strengthen|safeguard|implement|promot|facilitat|bolster|foster|formulat|tackl|consolidat|rectify|guarantee|uphold'
const NO_OBJECT = new RegExp(
  `\\b(?:on|in|for|by|of|at|towards?|while|after|before) (?:[a-z]+ly )?(?:${TRANSITIVE})ing,(?= (?!and\\b|or\\b|but\\b|as well as\\b|as\\b|rather\\b|not\\b|among\\b|where|while|in\\b|through\\b|[a-z]+ly\\b|[a-z]+ing\\b)[a-z]+)`,
  'g',
)
const VERBING_AND_BASE =
  /\b(?:on|by|of|for|in) [a-z]{3,}ing (?:[\w'’-]+ ){1,9}and (?:help|improve|ensure|promote|strengthen|provide|protect|reduce|increase|enhance|make|give|support|allow|enable) (?:them|us|him|it|people|the|their|its|our)\b/g
// A clause or an infinitive between may own the second verb.
const OWNS =
  /\b(?:to (?!(?:the|an?|people|those|their|our|its|all)\b)|(?:who|that|which|will|can|could|would|should|may|must|where|we|they|you)\b)/
const ENDS_IN_ING = /, [a-z]{2,}ed\b[^.;:]*?, and [a-z]{3,}ing (?:a|an|the|its|our|their|new|more) /g

export const structure: UsageRule = (text) => [
  ...objects(text),
  ...baseForms(text),
  ...participles(text),
  ...indirect(text),
  ...perfects(text),
  ...listsWithoutAnd(text),
]

const objects = phraseRule([{ pattern: NO_OBJECT, better: '', id: 'object-missing' }], /ing,/)

function baseForms(text: string): Slip[] {
  return Array.from(text.matchAll(VERBING_AND_BASE)).flatMap(({ 0: words, index }) => {
    const before = text.slice(Math.max(0, index - 60), index)
    return OWNS.test(words) || /\b(?:to|will|can|could|should|must|would|may)\b/.test(before)
      ? []
      : [slip('not-parallel', words, index)]
  })
}

/** "We have strengthened …, reinforced …, and forming …". */
function participles(text: string): Slip[] {
  return Array.from(text.matchAll(ENDS_IN_ING)).flatMap(({ 0: words, index }) => {
    const before = text.slice(text.lastIndexOf('.', index) + 1, index)
    const others = `${before}${words.slice(0, words.lastIndexOf(', and '))}`
    if (!/\b(?:have|has|had) (?:[a-z]+ly )?[a-z]+ed\b/.test(before) || /[a-z]{2}ing\b/.test(others)) return []
    const at = words.lastIndexOf('and ')
    return [slip('not-parallel', words.slice(at).trim(), index + at)]
  })
}

const ASKS = '\\b(?:about|tell us|tell me|explain|introduce|share|describe|know|wonder|understand|clarify)'
const SUBJECT = '(?:they|you|we|it|he|she|the (?:[a-z]+ ){1,3})'
const INVERTED = new RegExp(
  `${ASKS}(?:[^.?!;:]*?,? and)? (how|why|when|where|what) (will|can|do|does|did|is|are|was|were|has|have|should|would) ${SUBJECT} ?(?=[a-z])`,
  'g',
)

/** "Can you talk about how …, and how will they innovate?" */
function indirect(text: string): Slip[] {
  if (!text.includes('?')) return []
  return Array.from(text.matchAll(INVERTED)).flatMap(({ 0: words, 1: asks, index }) => {
    const at = words.lastIndexOf(` ${asks} `) + 1
    return [slip('indirect-question', words.slice(at).trim(), index + at)]
  })
}

const OVER =
  /(?:^|[.;!?”"] )((?:In|On|During|Back in) (?:(?:[A-Z][a-z]{2,8}\.? )?(?:\d{1,2}, )?(?:19|20)\d\d|(?:the )?last (?:year|month|week)|yesterday)|Last (?:year|month|week)|Yesterday),? ((?:[\w'’-]+ ){1,7}?(?:has|have) (?!to\b)(?:also |successfully |already )?(?:[a-z]+ed|been|made|taken|seen|held|built|done|given|set|put|won|led))\b/g

function perfects(text: string): Slip[] {
  return Array.from(text.matchAll(OVER)).flatMap(({ 0: all, 1: time, 2: words, index }) => {
    // "In 2023, those who have retired …": the perfect belongs to a clause of its own.
    if (/\b(?:who|that|which|what|since)\b/.test(words!)) return []
    const from = index + all.indexOf(time!)
    return [{ id: 'tense-perfect', values: { time: time!.trim(), words: words! }, from, to: index + all.length }]
  })
}

const MEMBER = '(?:[a-z-]+ ){0,2}[a-z-]{3,}s'
const NO_AND = new RegExp(
  `(?<![,–—] )(?<!\\b(?:and|or|including|as) (?:[a-z-]+ )?)\\b${MEMBER}, ${MEMBER}, (?!and\\b|or\\b|as\\b|such\\b|which\\b|this\\b|its\\b|including\\b|but\\b|is\\b|was\\b|has\\b|in\\b)${MEMBER} (?:to|are|were|have|will) [a-z]+`,
  'g',
)

function listsWithoutAnd(text: string): Slip[] {
  return Array.from(text.matchAll(NO_AND)).flatMap(({ 0: words, index }) => {
    return /\b(?:and|or|as|is|was|has|who|that|when|if|while|says|said)\b/.test(words)
      ? []
      : [slip('list-without-and', words, index)]
  })
}

function slip(id: Slip['id'], words: string, from: number): Slip {
  return { id, values: { words }, from, to: from + words.length }
}
