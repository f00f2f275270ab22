/**
 * Aligns Chinese with English sentences: a rough path from rare shared words, the best ladder of beads in a band around it,
 * then word translations, lengths and bead shapes learned from that ladder, and the best ladder once more.
 */
import { type Anchor, findAnchors } from './anchors'
import { type Band, bandAround, type Point } from './band'
import type { Alignment, AlignOptions, Bead } from './bead'
import { beadScore, type LengthModel, type Model } from './bead-score'
import { beadTypes, reestimated, shapeIndex } from './bead-types'
import { type BoundaryTrait, boundaryTables, boundaryTraits } from './boundary-evidence'
import { calibrated } from './confidence'
import { CONSTANTS, type Constants } from './constants'
import { ladder, ladderWithPosteriors, type Rung, type WeighedLadder } from './ladder'
import { learnWords } from './learn-words'
import { markMoved } from './moved'
import { type PreparedPair, prepare } from './prepared'
import { partAtAnchors, type Section, sectionsBetween } from './section'
import { type DictionaryLinks, dictionaryLinks, firstTable } from './translation-table'

/** Changes whenever the same input may be aligned otherwise than before. */
export const ENGINE = 'duizhao-align/1'

/** Half-widths of the band: around anchors, which may be off, and around the first ladder. */
const FIRST_WIDTH = 5
const SECOND_WIDTH = 4
/** Sentences on one side of a bead in the first pass, whose ladder need only be near the truth. */
const FIRST_MOST = 6
/** A path this near the band's edge may want to leave it: the band is doubled and the part done again, this often at most. */
const EDGE = 1
const WIDENINGS = 3
/** Variance of the length model before the document is known, per English-to-Chinese ratio (Gale & Church's 6.8, less what sentences in one document share). */
const FIRST_VARIANCE = 6.1
const LEAST_VARIANCE = 3
/** Share of the work that the first pass is. */
const FIRST_PASS_SHARE = 0.5

type Part = { section: Section; points: Point[] }

/** Every sentence of both sides is in exactly one bead. Beads are in the order of the Chinese; one without Chinese stands where its English neighbours do. */
export function align(zh: readonly string[], en: readonly string[], options: AlignOptions = {}): Alignment {
  return { beads: alignWith(CONSTANTS, zh, en, options), engine: ENGINE }
}

/** The same with other constants: for measuring what each is worth. */
export function alignWith(
  constants: Constants,
  zh: readonly string[],
  en: readonly string[],
  options: AlignOptions,
): Bead[] {
  const beads = weighedLadders(constants, zh, en, options).flatMap(({ section, rungs }) =>
    rungs.map((rung) => beadOf(rung, section)),
  )
  return markMoved(beads)
}

/** The final ladders, section by section, with the posteriors of all that was possible: what constants are tuned by. */
export function weighedLadders(
  constants: Constants,
  zh: readonly string[],
  en: readonly string[],
  options: AlignOptions,
): (WeighedLadder & { section: Section })[] {
  const pair = prepare(zh, en, options.lexicon)
  const links = dictionaryLinks(pair, options.lexicon, constants)
  let model = firstModel(pair, links, constants, boundaryTraits(zh, en, options.paragraphs))
  const parts = sectionsBetween(options.cuts ?? [], zh.length, en.length).flatMap((section) => partsOf(model, section))
  const ladders = parts.map((part, at) => {
    report(options, (FIRST_PASS_SHARE * at) / parts.length)
    return climb(part, FIRST_WIDTH, (band) => ({
      rungs: ladder(model.types, beadScore(model, part.section, band), band),
    })).rungs
  })
  model = secondModel(model, links, parts, ladders)
  const weighed = parts.map(({ section }, at) => {
    report(options, FIRST_PASS_SHARE + ((1 - FIRST_PASS_SHARE) * at) / parts.length)
    const near = { section, points: pointsOf(ladders[at]!) }
    const found = climb(near, SECOND_WIDTH, (band) =>
      ladderWithPosteriors(model.types, beadScore(model, section, band), band, constants.temperature),
    )
    return { ...found, section }
  })
  report(options, 1)
  return weighed
}

function report({ onProgress, signal }: AlignOptions, share: number): void {
  signal?.throwIfAborted()
  onProgress?.(share)
}

function firstModel(pair: PreparedPair, links: DictionaryLinks, constants: Constants, traits: BoundaryTrait[]): Model {
  const ratio = lengthOf(pair.en) / Math.max(1, lengthOf(pair.zh))
  return {
    pair,
    table: firstTable(links, pair.en.vocabulary.length, constants),
    types: beadTypes(constants.shapeFactors, FIRST_MOST),
    length: { ratio: ratio || 1, variance: FIRST_VARIANCE * (ratio || 1) },
    traits,
    boundaries: boundaryTables(traits, []),
    constants,
  }
}

const lengthOf = ({ reach, count }: PreparedPair['zh']): number => reach[count]!

/** A hard section in parts, each with its anchors as points of the rough path. */
function partsOf(model: Model, section: Section): Part[] {
  const anchors = findAnchors(model.pair, model.table, section)
  return partAtAnchors(section, anchors).map((part) => ({ section: part, points: anchorPoints(part, anchors) }))
}

function anchorPoints({ zhFrom, zhTo, enFrom, enTo }: Section, anchors: readonly Anchor[]): Point[] {
  return anchors
    .filter(({ zh, en }) => zh >= zhFrom && zh < zhTo && en >= enFrom && en < enTo)
    .map(({ zh, en }) => ({ zh: zh - zhFrom + 0.5, en: en - enFrom + 0.5 }))
}

/** The ladder in a band that is doubled while the path runs along its edge. */
function climb<Found extends { rungs: Rung[] }>(
  { section, points }: Part,
  width: number,
  find: (band: Band) => Found,
): Found {
  for (let widening = 0; ; widening++) {
    const band = bandAround(points, section, width << widening)
    const found = find(band)
    if (widening === WIDENINGS || !touchesEdge(found.rungs, band)) return found
  }
}

function touchesEdge(rungs: readonly Rung[], { lo, hi }: Band): boolean {
  const m = hi[hi.length - 1]!
  return rungs.some(({ zh, en, swapped }) => {
    const low = lo[zh]!
    const high = hi[zh]!
    return !swapped && ((low > 0 && en - low <= EDGE) || (high < m && high - en <= EDGE))
  })
}

function pointsOf(rungs: readonly Rung[]): Point[] {
  return rungs.filter(({ a, b, swapped }) => a > 0 && b > 0 && !swapped).map(({ zh, en }) => ({ zh, en }))
}

function secondModel(first: Model, links: DictionaryLinks, parts: readonly Part[], ladders: readonly Rung[][]): Model {
  const { pair, constants } = first
  const types = beadTypes(constants.shapeFactors)
  const beads = ladders.flatMap((rungs, at) => {
    const { zhFrom, enFrom } = parts[at]!.section
    return rungs
      .filter(({ a, b }) => a > 0 && b > 0)
      .map(({ zh, a, en, b }) => ({
        zhFrom: zhFrom + zh,
        zhTo: zhFrom + zh + a,
        enFrom: enFrom + en,
        enTo: enFrom + en + b,
      }))
  })
  const counts = new Float64Array(types.prior.length)
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
    types: reestimated(types, counts, swaps, constants.priorStrength),
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

function beadOf({ zh, a, en, b, posterior }: Rung, { zhFrom, enFrom }: Section): Bead {
  return {
    zh: Array.from({ length: a }, (_, k) => zhFrom + zh + k),
    en: Array.from({ length: b }, (_, k) => enFrom + en + k),
    confidence: calibrated(posterior),
  }
}
