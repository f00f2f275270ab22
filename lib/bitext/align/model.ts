/** What the aligner holds true of a document: at first from the dictionary alone, then learned from a first alignment. */
import type { LengthModel, Model } from './bead-score'
import { beadTypes, likelierAlone, reestimated, shapeIndex } from './bead-types'
import { type BoundaryTrait, boundaryTables } from './boundary-evidence'
import type { Layout } from './confirmed'
import type { Constants } from './constants'
import { learnWords } from './learn-words'
import type { Rung } from './moves'
import type { PreparedPair } from './prepared'
import type { Section } from './section'
import { pairWeights } from './token-weights'
import { type DictionaryLinks, firstTable } from './translation-table'

/** Variance of the length model before the document is known, per English-to-Chinese ratio (Gale & Church's 6.8, less what sentences in one document share). */
const FIRST_VARIANCE = 6.1
const LEAST_VARIANCE = 3
/** So many confirmed beads teach more than they mislead. */
const ENOUGH_CONTEXT = 30

/** What is known before anything is aligned: the dictionary, and what texts are like in general. */
export function firstModel(
  pair: PreparedPair,
  links: DictionaryLinks,
  constants: Constants,
  traits: BoundaryTrait[],
  { seams, context }: Pick<Layout, 'seams' | 'context'>,
): Model {
  const ratio = lengthOf(pair.en) / Math.max(1, lengthOf(pair.zh))
  const model: Model = {
    pair,
    weights: pairWeights(pair, constants),
    table: firstTable(links, pair.en.vocabulary.length, constants),
    types: beadTypes(constants),
    length: { ratio: ratio || 1, variance: FIRST_VARIANCE * (ratio || 1) },
    traits,
    boundaries: boundaryTables(traits, []),
    seams,
    context,
    similarity: null,
    constants,
  }
  return context.length < ENOUGH_CONTEXT ? model : { ...secondModel(model, links, [], []), types: model.types }
}

const lengthOf = ({ reach, count }: PreparedPair['zh']): number => reach[count]!

/** The model after the first ladders were found: translations, shapes, lengths and sentence ends as this document has them. */
export function secondModel(
  first: Model,
  links: DictionaryLinks,
  sections: readonly Section[],
  ladders: readonly Rung[][],
): Model {
  const { pair, types, constants, context } = first
  const found = ladders.flatMap((rungs, at) => {
    const { zhFrom, enFrom } = sections[at]!
    return rungs
      .filter(({ a, b }) => a > 0 && b > 0)
      .map(({ zh, a, en, b }) => ({
        zhFrom: zhFrom + zh,
        zhTo: zhFrom + zh + a,
        enFrom: enFrom + en,
        enTo: enFrom + en + b,
      }))
  })
  const beads = [...context, ...found]
  const counts = new Float64Array(types.prior.length)
  for (const { zhFrom, zhTo, enFrom, enTo } of context) {
    const shape = shapeIndex(types, zhTo - zhFrom, enTo - enFrom)
    if (shape >= 0) counts[shape]!++
  }
  let swaps = 0
  for (const { a, b, swapped } of ladders.flat()) {
    counts[shapeIndex(types, a, b)]!++
    if (swapped) swaps += 0.5
  }
  return {
    ...first,
    table: learnWords(pair, links, beads, constants),
    boundaries: boundaryTables(
      first.traits,
      beads.map(({ zhTo, enTo }) => ({ zh: zhTo, en: enTo })),
    ),
    types: likelierAlone(reestimated(types, counts, swaps, constants.priorStrength), constants.closeEmpty),
    length: { ...first.length, variance: varianceOf(pair, beads, first.length) },
  }
}

function varianceOf(
  { zh, en }: PreparedPair,
  beads: readonly { zhFrom: number; zhTo: number; enFrom: number; enTo: number }[],
  { ratio }: LengthModel,
): number {
  let sum = 0
  for (const { zhFrom, zhTo, enFrom, enTo } of beads) {
    const x = zh.reach[zhTo]! - zh.reach[zhFrom]!
    const y = en.reach[enTo]! - en.reach[enFrom]!
    sum += (y - ratio * x) ** 2 / x
  }
  return Math.max(LEAST_VARIANCE * ratio, sum / Math.max(1, beads.length))
}
