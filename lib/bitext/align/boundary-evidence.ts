/**
 * What the ends of two beads' sides have in common beyond words: whether they stand inside a quotation, which mark closes
 * the sentence, whether a paragraph ends there. How much an agreement is worth is the pointwise mutual information of the
 * two ends, read off the ladder found so far: a text whose quotations follow the other's profits, one without any is untouched.
 */
import type { AlignOptions } from './bead'

/** Classes of the boundary before sentence i, 0 … count, on each side; the same number means the same on both. */
export type BoundaryTrait = { name: TraitName; zh: Uint8Array; en: Uint8Array; classes: number }
export type TraitName = 'quotation' | 'mark' | 'paragraph'

/** The log odds of a bead boundary, one table a trait: `tables[t][zhClass * classes + enClass]`. */
export type BoundaryTables = Float64Array[]

/** Before anything is counted: so often the end of one side follows the other's. Set by hand; the counts take over. */
const FIRST_AGREEMENT: Record<TraitName, number> = { quotation: 0.7, mark: 0.5, paragraph: 0.7 }
/** Boundaries that the first agreement counts for. */
const FIRST_COUNT = 30

const OPENING = /[“「『]|(?<=^|[\s(—–-])["'‘](?=[\w.…—'"“‘])/g
const CLOSING = /[”」』]|(?<=\S)["'’](?=$|[\s)—–,.;:!?])/g
const CLOSERS = /["'”’」』）)\]】》〉\s]+$/

export function boundaryTraits(
  zh: readonly string[],
  en: readonly string[],
  paragraphs: AlignOptions['paragraphs'],
): BoundaryTrait[] {
  const traits: BoundaryTrait[] = [
    { name: 'quotation', zh: quotations(zh), en: quotations(en), classes: 3 },
    { name: 'mark', zh: marks(zh), en: marks(en), classes: MARKS.length + 1 },
  ]
  if (paragraphs)
    traits.push({
      name: 'paragraph',
      zh: breaks(paragraphs.zh, zh.length),
      en: breaks(paragraphs.en, en.length),
      classes: 2,
    })
  return traits
}

/** The same trait of the sentences worked on, in their order: a boundary is of the class that the end of the sentence before it has. */
export function traitOf(
  trait: BoundaryTrait,
  { zh, en }: { zh: readonly number[]; en: readonly number[] },
): BoundaryTrait {
  return { ...trait, zh: classesOf(trait.zh, zh), en: classesOf(trait.en, en) }
}

function classesOf(classes: Uint8Array, places: readonly number[]): Uint8Array {
  return Uint8Array.from({ length: places.length + 1 }, (_, at) =>
    at === 0 ? classes[places[0] ?? 0]! : classes[places[at - 1]! + 1]!,
  )
}

/** 0 outside, 1 where a quotation has just closed, 2 inside one. The last mark before the boundary tells, so that one missing mark upsets no more than its neighbours. */
function quotations(sentences: readonly string[]): Uint8Array {
  const classes = new Uint8Array(sentences.length + 1)
  sentences.forEach((sentence, at) => {
    const opening = lastMatch(OPENING, sentence)
    const closing = lastMatch(CLOSING, sentence)
    const inside = opening === closing ? classes[at] === 2 : opening > closing
    classes[at + 1] = inside ? 2 : closing >= 0 && sentence.slice(closing + 1).trim() === '' ? 1 : 0
  })
  return classes
}

function lastMatch(pattern: RegExp, sentence: string): number {
  let last = -1
  for (const match of sentence.matchAll(pattern)) last = match.index
  return last
}

const MARKS = ['.。', '?？', '!！', '…', ':：', ';；', '—', ',，、']

/** The mark that closes the sentence, under its closing quotation marks and brackets. */
function marks(sentences: readonly string[]): Uint8Array {
  return Uint8Array.from({ length: sentences.length + 1 }, (_, at) => {
    const last = at === 0 ? '' : sentences[at - 1]!.replace(CLOSERS, '').slice(-1)
    return last === '' ? 0 : MARKS.findIndex((forms) => forms.includes(last)) + 1
  })
}

function breaks(opens: readonly number[], count: number): Uint8Array {
  const classes = new Uint8Array(count + 1)
  for (const at of opens) classes[at] = 1
  return classes
}

/** Tables after these bead boundaries were found (none at first). */
export function boundaryTables(
  traits: readonly BoundaryTrait[],
  found: readonly { zh: number; en: number }[],
): BoundaryTables {
  return traits.map((trait) => tableOf(trait, found))
}

function tableOf({ name, zh, en, classes }: BoundaryTrait, found: readonly { zh: number; en: number }[]): Float64Array {
  const zhShare = sharesOf(zh, classes)
  const enShare = sharesOf(en, classes)
  const agreement = FIRST_AGREEMENT[name]
  const counts = new Float64Array(classes * classes)
  for (const boundary of found) counts[zh[boundary.zh]! * classes + en[boundary.en]!]!++
  return counts.map((count, at) => {
    const z = Math.floor(at / classes)
    const e = at % classes
    const chance = zhShare[z]! * enShare[e]!
    const first = zhShare[z]! * ((z === e ? agreement : 0) + (1 - agreement) * enShare[e]!)
    return Math.log((count + FIRST_COUNT * first) / (found.length + FIRST_COUNT) / chance)
  })
}

/** Shares of the classes among all inner boundaries; a class not met counts as met once. */
function sharesOf(classes: Uint8Array, size: number): Float64Array {
  const counts = new Float64Array(size).fill(0.5)
  for (let at = 1; at + 1 < classes.length; at++) counts[classes[at]!]!++
  const total = counts.reduce((sum, count) => sum + count, 0)
  return counts.map((count) => count / total)
}
