/** The score of one bead: what its words say, whether its lengths fit (Gale & Church 1993), and how common its shape is. */
import type { Band } from './band'
import type { BeadTypes } from './bead-types'
import type { BoundaryTables, BoundaryTrait } from './boundary-evidence'
import type { Layout } from './confirmed'
import { type Constants, LARGEST_BEAD } from './constants'
import { lexicalSums } from './lexical-sums'
import { positionalScore } from './positional-score'
import type { PreparedPair } from './prepared'
import type { Section } from './section'
import { type SimilarityModel, similarityScore } from './similarity'
import type { PairWeights } from './token-weights'
import type { TranslationTable } from './translation-table'

/** English characters for one Chinese, and the variance of that per character, both read off the document. */
export type LengthModel = { ratio: number; variance: number }

export type BeadScore = {
  /** Two-sided bead of Chinese sentences zh … zh+a−1 and English en … en+b−1 within the section, without its shape's prior. */
  pair(zh: number, a: number, en: number, b: number): number
  /** The same with word order: dearer, for beads in doubt. */
  closely(zh: number, a: number, en: number, b: number): number
  /** What the shape a:b adds. */
  shape(a: number, b: number): number
  /** What the texts' ends before Chinese sentence zh and English en add when a bead ends there. */
  boundary(zh: number, en: number): number
  /** What swapping two neighbours adds. */
  swap: number
}

/** The dearer score alone, for any two stretches of the texts: places counted in the whole of them. */
export type CloseScore = Pick<BeadScore, 'closely' | 'shape'>

export type Model = {
  pair: PreparedPair
  weights: PairWeights
  table: TranslationTable
  types: BeadTypes
  length: LengthModel
  traits: BoundaryTrait[]
  boundaries: BoundaryTables
  /** Running counts of the boundaries no bead may span, or null where there are none. */
  seams: Layout['seams']
  /** Beads known to be right, outside all sections. */
  context: Layout['context']
  similarity: SimilarityModel | null
  constants: Constants
}

export function beadScore(model: Model, section: Section, band: Band): BeadScore {
  const { pair, weights, table, types, constants } = model
  const lexical = lexicalSums(pair, weights, table, section, band, constants)
  const length = lengthScore(model, section)
  const positional = positionalScore(pair, weights, table, section, constants)
  const prior = types.prior.map((log) => constants.priorWeight * log)
  const score: BeadScore = {
    pair: (zh, a, en, b) => lexical.bead(zh, a, en, b) + length(zh, a, en, b),
    closely: (zh, a, en, b) => positional(zh, a, en, b) + length(zh, a, en, b),
    shape: (a, b) => prior[types.index[a * (LARGEST_BEAD + 1) + b]!]!,
    boundary: endScore(model, section),
    swap: constants.priorWeight * types.swap,
  }
  const likened = model.similarity ? withSimilarity(score, similarityScore(model.similarity, pair, section)) : score
  return model.seams ? keptApart(likened, model.seams, section) : likened
}

export function closeScore(model: Model): CloseScore {
  const { pair, weights, table, types, constants, seams } = model
  const whole = { zhFrom: 0, zhTo: pair.zh.count, enFrom: 0, enTo: pair.en.count }
  const positional = positionalScore(pair, weights, table, whole, constants)
  const length = lengthScore(model, whole)
  const similarity = model.similarity && similarityScore(model.similarity, pair, whole)
  const closely: BeadScore['pair'] = (zh, a, en, b) =>
    positional(zh, a, en, b) + length(zh, a, en, b) + (similarity ? similarity(zh, a, en, b) : 0)
  return {
    closely: seams ? within(closely, seams, whole) : closely,
    shape: (a, b) => constants.priorWeight * types.prior[types.index[a * (LARGEST_BEAD + 1) + b]!]!,
  }
}

function withSimilarity(score: BeadScore, similarity: BeadScore['pair']): BeadScore {
  return {
    ...score,
    pair: (zh, a, en, b) => score.pair(zh, a, en, b) + similarity(zh, a, en, b),
    closely: (zh, a, en, b) => score.closely(zh, a, en, b) + similarity(zh, a, en, b),
  }
}

/** No bead spans a seam. */
function keptApart(score: BeadScore, seams: NonNullable<Model['seams']>, section: Section): BeadScore {
  return { ...score, pair: within(score.pair, seams, section), closely: within(score.closely, seams, section) }
}

function within(
  by: BeadScore['pair'],
  { zh, en }: NonNullable<Model['seams']>,
  { zhFrom, enFrom }: Section,
): BeadScore['pair'] {
  return (i, a, j, b) =>
    zh[zhFrom + i + a - 1] === zh[zhFrom + i] && en[enFrom + j + b - 1] === en[enFrom + j]
      ? by(i, a, j, b)
      : Number.NEGATIVE_INFINITY
}

/** Log density of the English length given the Chinese one; the variance grows with the length of both. */
function lengthScore({ pair, length: { ratio, variance }, constants }: Model, { zhFrom, enFrom }: Section) {
  const { lengthWeight, lengthFloor, lengthOffset } = constants
  const zhReach = pair.zh.reach
  const enReach = pair.en.reach
  return (zh: number, a: number, en: number, b: number): number => {
    const x = zhReach[zhFrom + zh + a]! - zhReach[zhFrom + zh]!
    const y = enReach[enFrom + en + b]! - enReach[enFrom + en]!
    const off = y - ratio * x
    const spread = (variance * (x + y / ratio)) / 2 + lengthFloor
    return lengthWeight * (lengthOffset - 0.5 * (Math.log(spread) + (off * off) / spread))
  }
}

/** What the texts' ends before these sentences add when a bead ends there. */
export function endScore({ traits, boundaries, constants }: Model, { zhFrom, zhTo, enFrom, enTo }: Section) {
  const weighted = traits.map(({ name, zh, en, classes }, at) => ({
    zh,
    en,
    classes,
    table: boundaries[at]!.map((log) => constants.boundaryWeight[name] * log),
  }))
  return (i: number, j: number): number => {
    if (zhFrom + i === zhTo && enFrom + j === enTo) return 0
    let score = 0
    for (const { zh, en, classes, table } of weighted) score += table[zh[zhFrom + i]! * classes + en[enFrom + j]!]!
    return score
  }
}
