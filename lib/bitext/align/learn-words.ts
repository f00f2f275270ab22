/**
 * Word-translation probabilities learned from the beads found so far: IBM Model 1 (Brown et al. 1993) both ways, with the
 * dictionary as a prior, so that names and the document's own renderings (小桂子 ~ Laurel) count in the next pass.
 */
import type { Constants } from './constants'
import { PairCounts } from './pair-counts'
import type { Prepared, PreparedPair } from './prepared'
import { tokenKind } from './tokens'
import { columnSums, type DictionaryLinks, rowSum, type TranslationTable } from './translation-table'

/** Two-sided beads: sentence ranges in the whole text. */
export type LearningBead = { zhFrom: number; zhTo: number; enFrom: number; enTo: number }

/** Word pairs looked at in one document at most: more text teaches little more. */
const MOST_OCCURRENCES = 2_000_000
/** Words above this share of all tokens keep their dictionary translations. */
const FREQUENT_SHARE = 0.02
/** Mass of the empty word. */
const NOWHERE = 1e-3
/** Start of a pair the dictionary does not know, shared over the pairs its word has. */
const UNKNOWN_MASS = 0.02
const LEAST_SHARE = 1e-4

export function learnWords(
  pair: PreparedPair,
  links: DictionaryLinks,
  beads: readonly LearningBead[],
  constants: Constants,
): TranslationTable {
  const { zh, en } = pair
  const rare = { zh: withoutFrequent(zh), en: withoutFrequent(en) }
  return learn(rare, links, smallest(beads, rare), constants)
}

/** The same text without punctuation and its most frequent words: they meet everything, so that nothing is learned from their meetings. */
function withoutFrequent(side: Prepared): Prepared {
  const keep = side.vocabulary.map(
    (token, id) => side.share[id]! < FREQUENT_SHARE && tokenKind(token) !== 'punctuation',
  )
  const starts = new Int32Array(side.count + 1)
  const tokens: number[] = []
  for (let at = 0; at < side.count; at++) {
    for (let k = side.starts[at]!; k < side.starts[at + 1]!; k++)
      if (keep[side.tokens[k]!]) tokens.push(side.tokens[k]!)
    starts[at + 1] = tokens.length
  }
  return { ...side, tokens: Int32Array.from(tokens), starts }
}

function learn(
  pair: PreparedPair,
  links: DictionaryLinks,
  chosen: readonly LearningBead[],
  constants: Constants,
): TranslationTable {
  const { zh, en } = pair
  const pairs = new PairCounts(en.vocabulary.length, occurrencesOf(chosen, pair))
  const occurrences = numberOccurrences(chosen, pair, pairs)
  const prior = priors(links, en.vocabulary.length, pairs, constants)
  const model = start(pair, chosen, pairs, prior)
  for (let iteration = 0; iteration < constants.learnIterations; iteration++)
    reestimate(chosen, pair, occurrences, pairs, prior, model, constants)
  return tableOf(pairs, model, zh.vocabulary.length)
}

const tokensIn = (side: PreparedPair['zh'], from: number, to: number): number => side.starts[to]! - side.starts[from]!
const sizeOf = (bead: LearningBead, { zh, en }: PreparedPair): number =>
  tokensIn(zh, bead.zhFrom, bead.zhTo) * tokensIn(en, bead.enFrom, bead.enTo)

function occurrencesOf(beads: readonly LearningBead[], pair: PreparedPair): number {
  return beads.reduce((sum, bead) => sum + sizeOf(bead, pair), 0)
}

/** The smallest beads up to the bound, in their order: the fewer the words, the surer which goes with which. */
function smallest(beads: readonly LearningBead[], pair: PreparedPair): readonly LearningBead[] {
  const sizes = beads.map((bead) => sizeOf(bead, pair)).sort((a, b) => a - b)
  let sum = 0
  const limit = sizes.find((size) => {
    sum += size
    return sum > MOST_OCCURRENCES
  })
  if (limit === undefined) return beads
  return beads.filter((bead) => sizeOf(bead, pair) < limit)
}

/** The pair number of every (Chinese token, English token) of every bead, in the order of the beads. */
function numberOccurrences(beads: readonly LearningBead[], { zh, en }: PreparedPair, pairs: PairCounts): Int32Array {
  const numbers = new Int32Array(occurrencesOf(beads, { zh, en }))
  let at = 0
  for (const { zhFrom, zhTo, enFrom, enTo } of beads)
    for (let x = zh.starts[zhFrom]!; x < zh.starts[zhTo]!; x++)
      for (let y = en.starts[enFrom]!; y < en.starts[enTo]!; y++)
        numbers[at++] = pairs.number(zh.tokens[x]!, en.tokens[y]!)
  return numbers
}

type Prior = { known: Uint8Array; enGivenZh: Float32Array; zhGivenEn: Float32Array }

function priors(links: DictionaryLinks, englishSize: number, pairs: PairCounts, constants: Constants): Prior {
  const columns = columnSums(links, englishSize)
  const found: [number, number, number][] = []
  links.forEach((row, z) => {
    const sum = Math.max(rowSum(row), constants.leastMass)
    for (const [e, weight] of row)
      found.push([
        pairs.number(z, e),
        (constants.dictionaryTrust * weight) / sum,
        (constants.dictionaryTrust * weight) / Math.max(columns[e]!, constants.leastMass),
      ])
  })
  const prior = {
    known: new Uint8Array(pairs.size),
    enGivenZh: new Float32Array(pairs.size),
    zhGivenEn: new Float32Array(pairs.size),
  }
  for (const [number, enGivenZh, zhGivenEn] of found) {
    prior.known[number] = 1
    prior.enGivenZh[number] = enGivenZh
    prior.zhGivenEn[number] = zhGivenEn
  }
  return prior
}

type Probabilities = { enGivenZh: Float32Array; zhGivenEn: Float32Array }

function start({ zh }: PreparedPair, beads: readonly LearningBead[], pairs: PairCounts, prior: Prior): Probabilities {
  const partners = new Float64Array(zh.vocabulary.length)
  for (let number = 0; number < pairs.size; number++) partners[pairs.zh[number]!]!++
  const occurs = new Float64Array(zh.vocabulary.length)
  for (const { zhFrom, zhTo } of beads)
    for (let x = zh.starts[zhFrom]!; x < zh.starts[zhTo]!; x++) occurs[zh.tokens[x]!]!++
  return {
    enGivenZh: prior.enGivenZh.map((p, number) => p + UNKNOWN_MASS / partners[pairs.zh[number]!]!),
    zhGivenEn: prior.zhGivenEn.map((p, number) => p + UNKNOWN_MASS / Math.max(1, occurs[pairs.zh[number]!]!)),
  }
}

function reestimate(
  beads: readonly LearningBead[],
  { zh, en }: PreparedPair,
  occurrences: Int32Array,
  pairs: PairCounts,
  prior: Prior,
  model: Probabilities,
  { learnPrior, learnDiscount }: Constants,
): void {
  const enCounts = new Float32Array(pairs.size)
  const zhCounts = new Float32Array(pairs.size)
  const zhMass = new Float64Array(zh.vocabulary.length)
  const enMass = new Float64Array(en.vocabulary.length)
  let base = 0
  for (const { zhFrom, zhTo, enFrom, enTo } of beads) {
    const rows = tokensIn(zh, zhFrom, zhTo)
    const columns = tokensIn(en, enFrom, enTo)
    const end = base + rows * columns
    for (let y = 0; y < columns; y++) {
      let sum = NOWHERE
      for (let at = base + y; at < end; at += columns) sum += model.enGivenZh[occurrences[at]!]!
      for (let at = base + y; at < end; at += columns) {
        const number = occurrences[at]!
        const share = model.enGivenZh[number]! / sum
        if (share < LEAST_SHARE) continue
        enCounts[number]! += share
        zhMass[pairs.zh[number]!]! += share
      }
    }
    for (let row = base; row < end; row += columns) {
      let sum = NOWHERE
      for (let at = row; at < row + columns; at++) sum += model.zhGivenEn[occurrences[at]!]!
      for (let at = row; at < row + columns; at++) {
        const number = occurrences[at]!
        const share = model.zhGivenEn[number]! / sum
        if (share < LEAST_SHARE) continue
        zhCounts[number]! += share
        enMass[pairs.en[number]!]! += share
      }
    }
    base = end
  }
  for (let number = 0; number < pairs.size; number++) {
    const discount = prior.known[number] ? 0 : learnDiscount
    model.enGivenZh[number] =
      (Math.max(0, enCounts[number]! - discount) + learnPrior * prior.enGivenZh[number]!) /
      (zhMass[pairs.zh[number]!]! + learnPrior + (zhMass[pairs.zh[number]!]! > 0 ? 1 : 0))
    model.zhGivenEn[number] =
      (Math.max(0, zhCounts[number]! - discount) + learnPrior * prior.zhGivenEn[number]!) /
      (enMass[pairs.en[number]!]! + learnPrior + (enMass[pairs.en[number]!]! > 0 ? 1 : 0))
  }
}

function tableOf(pairs: PairCounts, { enGivenZh, zhGivenEn }: Probabilities, zhSize: number): TranslationTable {
  const starts = new Int32Array(zhSize + 1)
  const holds = (number: number) => enGivenZh[number]! > LEAST_SHARE || zhGivenEn[number]! > LEAST_SHARE
  for (let number = 0; number < pairs.size; number++) if (holds(number)) starts[pairs.zh[number]! + 1]!++
  for (let z = 0; z < zhSize; z++) starts[z + 1]! += starts[z]!
  const size = starts[zhSize]!
  const table = {
    starts,
    en: new Int32Array(size),
    enGivenZh: new Float32Array(size),
    zhGivenEn: new Float32Array(size),
  }
  const free = starts.slice(0, zhSize)
  for (let number = 0; number < pairs.size; number++) {
    if (!holds(number)) continue
    const at = free[pairs.zh[number]!]!++
    table.en[at] = pairs.en[number]!
    table.enGivenZh[at] = enGivenZh[number]!
    table.zhGivenEn[at] = zhGivenEn[number]!
  }
  return table
}
