/** The shapes a bead may have, `zh:en`, how likely each is, and how a document's own counts change that. */
import { type Constants, LARGEST_BEAD, LARGEST_SIDE, type ShapeFactors } from './constants'

/** In the order of the larger side, so that those up to a size come first. */
export type BeadTypes = {
  zh: Int32Array
  en: Int32Array
  /** Log probability of each shape. */
  prior: Float64Array
  /** Index of shape a:b, or -1; at `a * (LARGEST_BEAD + 1) + b`. */
  index: Int32Array
  /** Log probability that two neighbouring beads stand in swapped order. */
  swap: number
}

/** A shape not listed, of s sentences, has this share, halved for each sentence above six. */
const RARE = 0.0002

export function beadTypes({
  shapeShares,
  shapeFactors,
  swapShare,
}: Pick<Constants, 'shapeShares' | 'shapeFactors' | 'swapShare'>): BeadTypes {
  const shapes: [number, number][] = [
    [1, 0],
    [0, 1],
  ]
  for (let side = 1; side <= LARGEST_SIDE; side++)
    for (let zh = 1; zh <= side; zh++)
      for (let en = zh < side ? side : 1; en <= side && zh + en <= LARGEST_BEAD; en++) shapes.push([zh, en])
  return typesOf(
    shapes,
    shapes.map(([zh, en]) => Math.log(firstShare(shapeShares, zh, en) * shapeFactors[groupOf(zh, en)])),
    Math.log(swapShare),
  )
}

function typesOf(shapes: readonly [number, number][], prior: readonly number[], swap: number): BeadTypes {
  const index = new Int32Array((LARGEST_BEAD + 1) ** 2).fill(-1)
  shapes.forEach(([zh, en], at) => {
    index[zh * (LARGEST_BEAD + 1) + en] = at
  })
  return {
    zh: Int32Array.from(shapes, ([zh]) => zh),
    en: Int32Array.from(shapes, ([, en]) => en),
    prior: Float64Array.from(prior),
    index,
    swap,
  }
}

function groupOf(zh: number, en: number): keyof ShapeFactors {
  if (zh === 0 || en === 0) return 'empty'
  if (zh > 1) return en > 1 ? 'both' : 'chinese'
  return en === 1 ? 'single' : en === 2 ? 'few' : 'many'
}

function firstShare(shares: Constants['shapeShares'], zh: number, en: number): number {
  return shares[`${zh}:${en}`] ?? RARE / 2 ** Math.max(0, zh + en - 6)
}

/** Index of the shape a:b, or -1. */
export function shapeIndex({ index }: BeadTypes, a: number, b: number): number {
  return a + b > LARGEST_BEAD ? -1 : index[a * (LARGEST_BEAD + 1) + b]!
}

/** The prior after `counts` beads of each shape (and `swaps` swaps) were seen, the first one being worth `strength` beads. */
export function reestimated(types: BeadTypes, counts: Float64Array, swaps: number, strength: number): BeadTypes {
  const total = counts.reduce((sum, count) => sum + count, 0)
  return {
    ...types,
    prior: types.prior.map((log, at) => Math.log((strength * Math.exp(log) + counts[at]!) / (strength + total))),
    swap: Math.log((strength * Math.exp(types.swap) + swaps) / (strength + total)),
  }
}

/** From this share of 1:1 beads on a text counts as translated closely. */
const CLOSE_SHARE = 0.7

/** How closely the text follows the other: 0 in free translation, 1 where all beads are 1:1. */
export function closeness(types: BeadTypes): number {
  const single = Math.exp(types.prior[shapeIndex(types, 1, 1)]!)
  return Math.min(1, Math.max(0, single - CLOSE_SHARE) / (1 - CLOSE_SHARE))
}

/** One-sided beads are likelier the closer the text follows the other, by `more` where all else is 1:1. */
export function likelierAlone(types: BeadTypes, more: number): BeadTypes {
  const log = Math.log(1 + more * closeness(types))
  return {
    ...types,
    prior: types.prior.map((prior, at) => (types.zh[at]! * types.en[at]! === 0 ? prior + log : prior)),
  }
}
