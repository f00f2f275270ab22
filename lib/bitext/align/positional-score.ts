/**
 * The lexical score of one bead with word order: a word counts for more when its translation stands at the same relative place
 * of the bead. Too dear for every bead of a band, it is asked for the few that the first score leaves in doubt.
 */
import type { Constants } from './constants'
import { LinkChain } from './link-chain'
import type { Prepared, PreparedPair } from './prepared'
import type { Section } from './section'
import type { PairWeights } from './token-weights'
import type { TranslationTable } from './translation-table'

export type PositionalScore = (zh: number, a: number, en: number, b: number) => number

export function positionalScore(
  { zh, en }: PreparedPair,
  weights: PairWeights,
  table: TranslationTable,
  { zhFrom, enFrom }: Section,
  constants: Constants,
): PositionalScore {
  const chain = new LinkChain(en.vocabulary.length)
  return (i, a, j, b) => {
    const zhPlaces = placesIn(zh, zhFrom + i, zhFrom + i + a)
    const enPlaces = placesIn(en, enFrom + j, enFrom + j + b)
    const zhTokens = zh.tokens.subarray(zh.starts[zhFrom + i]!, zh.starts[zhFrom + i + a]!)
    const enTokens = en.tokens.subarray(en.starts[enFrom + j]!, en.starts[enFrom + j + b]!)
    const zhSums = new Float64Array(zhTokens.length)
    const enSums = new Float64Array(enTokens.length)
    chain.load(zhTokens, table)
    for (let y = 0; y < enTokens.length; y++)
      for (let k = chain.head[enTokens[y]!]!; k >= 0; k = chain.next[k]!) {
        const x = chain.position[k]!
        const near = nearness(zhPlaces[x]! - enPlaces[y]!, constants)
        enSums[y]! += near * table.enGivenZh[chain.link[k]!]!
        zhSums[x]! += near * table.zhGivenEn[chain.link[k]!]!
      }
    return (
      sideScore(en, enTokens, enSums, weights.en.weight, zhTokens.length, constants.background.en, constants) +
      sideScore(zh, zhTokens, zhSums, weights.zh.weight, enTokens.length, constants.background.zh, constants)
    )
  }
}

/** Relative places, 0 to 1, of the tokens of sentences from … to − 1. */
function placesIn(side: Prepared, from: number, to: number): Float64Array {
  const start = side.reach[from]!
  const length = side.reach[to]! - start
  return side.places.slice(side.starts[from]!, side.starts[to]!).map((place) => (place - start) / length)
}

/** Averages about 1 over two places at random, so that order adds no weight of its own. */
function nearness(off: number, { orderShare, orderSpread }: Constants): number {
  const scaled = off / orderSpread
  return 1 - orderShare + (orderShare * Math.exp(-0.5 * scaled * scaled)) / Math.min(1, 2.2 * orderSpread)
}

function sideScore(
  side: Prepared,
  tokens: Int32Array,
  sums: Float64Array,
  weights: Float64Array,
  otherSize: number,
  background: number,
  { tokenCap }: Constants,
): number {
  const nothing = Math.log(background)
  let score = 0
  for (let k = 0; k < tokens.length; k++) {
    const token = tokens[k]!
    const ratio =
      sums[k] === 0
        ? nothing
        : Math.log(background + ((1 - background) * sums[k]!) / ((otherSize + 1) * side.share[token]!))
    score += weights[token]! * Math.min(ratio, tokenCap)
  }
  return score
}
