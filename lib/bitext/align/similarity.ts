/**
 * What sentence vectors say of a bead, where the caller has any: the cosine of the two sides' length-weighted mean vectors, less what each side
 * has in common with everything (the margin: Artetxe & Schwenk 2019), as the log odds of "these belong together" against "picked at
 * random". Both distributions are read off the document, the first at the anchors: vectors that tell nothing weigh nothing.
 */
import type { Similarity } from './bead'
import type { Prepared, PreparedPair } from './prepared'
import type { Section } from './section'

/** Vectors and words largely say the same: counted in full, their agreement would count twice. */
const WEIGHT = 0.5
/** One sentence's vectors say at most so many nats, before the weight. */
const CAP = 8
/** Each sentence is held against so many of the other side, evenly spread, to see what it has in common with everything. */
const SAMPLE = 64
/** With fewer anchors than this nothing can be fitted, and related sentences are taken to stand so many deviations out. */
const LEAST_PAIRS = 10
const USUAL_DISTANCE = 4
/** No standard deviation is smaller: vectors of a handful of sentences may agree by chance. */
const LEAST_DEVIATION = 1e-3

export type SimilarityModel = {
  vectors: Similarity
  /** Mean cosine of each sentence to a sample of the other side. */
  hub: { zh: Float64Array; en: Float64Array }
  mean: number
  deviation: number
  /** Nats per unit of margin, and the margin that says nothing. */
  gain: number
  middle: number
}

export function similarityModel(vectors: Similarity): SimilarityModel {
  const sample = { zh: spread(vectors.zh), en: spread(vectors.en) }
  const hub = { zh: hubs(vectors.zh, sample.en), en: hubs(vectors.en, sample.zh) }
  const margins = picked(vectors.zh).flatMap((i) =>
    picked(vectors.en).map((j) => dot(vectors.zh[i]!, vectors.en[j]!) - (hub.zh[i]! + hub.en[j]!) / 2),
  )
  const { mean, deviation } = momentsOf(margins)
  return { vectors, hub, mean, deviation, ...oddsOf(mean, mean + USUAL_DISTANCE * deviation, deviation) }
}

/** The same once some pairs are known that most likely belong together. */
export function fitted(model: SimilarityModel, pairs: readonly { zh: number; en: number }[]): SimilarityModel {
  const margins = pairs.filter(({ zh, en }) => hasVectors(model, zh, en)).map(({ zh, en }) => marginOf(model, zh, en))
  if (margins.length < LEAST_PAIRS) return model
  const found = momentsOf(margins)
  const deviation = Math.sqrt((found.deviation ** 2 + model.deviation ** 2) / 2)
  return { ...model, ...oddsOf(model.mean, found.mean, deviation) }
}

/** Two normal distributions of one width: log odds rise in a straight line. */
function oddsOf(apart: number, together: number, deviation: number): { gain: number; middle: number } {
  return { gain: Math.max(0, together - apart) / deviation ** 2, middle: (together + apart) / 2 }
}

function marginOf({ vectors, hub }: SimilarityModel, i: number, j: number): number {
  return dot(vectors.zh[i]!, vectors.en[j]!) - (hub.zh[i]! + hub.en[j]!) / 2
}

/** How many standard deviations a pair of sentences stands out of chance; 0 where one has no vector. */
export function distinctness(model: SimilarityModel, i: number, j: number): number {
  return hasVectors(model, i, j) ? (marginOf(model, i, j) - model.mean) / model.deviation : 0
}

function hasVectors({ vectors }: SimilarityModel, i: number, j: number): boolean {
  return vectors.zh[i]!.length > 0 && vectors.en[j]!.length > 0
}

function momentsOf(values: readonly number[]): { mean: number; deviation: number } {
  if (values.length === 0) return { mean: 0, deviation: 1 }
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length
  return { mean, deviation: Math.max(LEAST_DEVIATION, Math.sqrt(variance)) }
}

/** Sentences with vectors, evenly spread over the text. */
function picked(vectors: readonly Float32Array[]): number[] {
  const known = [...vectors.keys()].filter((at) => vectors[at]!.length > 0)
  const count = Math.min(SAMPLE, known.length)
  return Array.from({ length: count }, (_, k) => known[Math.floor((k * known.length) / count)]!)
}

const spread = (vectors: readonly Float32Array[]): Float32Array[] => picked(vectors).map((at) => vectors[at]!)

function hubs(vectors: readonly Float32Array[], others: readonly Float32Array[]): Float64Array {
  return Float64Array.from(vectors, (vector) =>
    vector.length === 0 || others.length === 0
      ? 0
      : others.reduce((sum, other) => sum + dot(vector, other), 0) / others.length,
  )
}

export function dot(one: Float32Array, other: Float32Array): number {
  let sum = 0
  for (let k = 0; k < one.length; k++) sum += one[k]! * other[k]!
  return sum
}

/** The term a bead's vectors add to its score. Products of sentences are kept, for neighbouring beads ask for the same ones. */
export function similarityScore(model: SimilarityModel, { zh, en }: PreparedPair, section: Section) {
  const { zhFrom, enFrom } = section
  const across = new Map<number, number>()
  const width = section.enTo - enFrom
  const product = (i: number, j: number): number => {
    const key = i * width + j
    const known = across.get(key)
    if (known !== undefined) return known
    const found = dot(model.vectors.zh[zhFrom + i]!, model.vectors.en[enFrom + j]!)
    across.set(key, found)
    return found
  }
  const zhRuns = runsOf(model.vectors.zh, model.hub.zh, zh, zhFrom)
  const enRuns = runsOf(model.vectors.en, model.hub.en, en, enFrom)
  return (i: number, a: number, j: number, b: number): number => {
    const chinese = zhRuns(i, a)
    const english = enRuns(j, b)
    if (chinese.norm === 0 || english.norm === 0) return 0
    let sum = 0
    for (let x = i; x < i + a; x++)
      if (model.vectors.zh[zhFrom + x]!.length > 0)
        for (let y = j; y < j + b; y++)
          if (model.vectors.en[enFrom + y]!.length > 0)
            sum += lengthOf(zh, zhFrom + x) * lengthOf(en, enFrom + y) * product(x, y)
    const margin = sum / (chinese.norm * english.norm) - (chinese.hub + english.hub) / 2
    const nats = Math.max(-CAP, Math.min(CAP, model.gain * (margin - model.middle)))
    return ((WEIGHT * (a + b)) / 2) * nats
  }
}

const lengthOf = ({ reach }: Prepared, at: number): number => reach[at + 1]! - reach[at]!

type RunOfSentences = { norm: number; hub: number }

/** Norm of the length-weighted sum of the vectors of sentences at … at + count − 1, and their mean hub. */
function runsOf(vectors: readonly Float32Array[], hub: Float64Array, side: Prepared, from: number) {
  const known = new Map<number, RunOfSentences>()
  return (at: number, count: number): RunOfSentences => {
    const key = at * 16 + count
    const found = known.get(key)
    if (found) return found
    const size = vectors.slice(from + at, from + at + count).reduce((most, { length }) => Math.max(most, length), 0)
    const sum = new Float32Array(size)
    let hubs = 0
    let total = 0
    for (let sentence = from + at; sentence < from + at + count; sentence++) {
      const vector = vectors[sentence]!
      if (vector.length === 0) continue
      const length = lengthOf(side, sentence)
      for (let k = 0; k < size; k++) sum[k]! += length * vector[k]!
      hubs += length * hub[sentence]!
      total += length
    }
    const run = { norm: Math.sqrt(dot(sum, sum)), hub: total === 0 ? 0 : hubs / total }
    known.set(key, run)
    return run
  }
}

/** Throws where the vectors are not one for each sentence, all of one size. */
export function requireVectors({ zh, en }: Similarity, zhCount: number, enCount: number): void {
  if (zh.length !== zhCount || en.length !== enCount)
    throw new RangeError(`${zh.length}:${en.length} vectors for ${zhCount}:${enCount} sentences`)
  const sizes = new Set([...zh, ...en].map(({ length }) => length).filter((length) => length > 0))
  if (sizes.size > 1) throw new RangeError(`vectors of different sizes: ${[...sizes].join(', ')}`)
}
