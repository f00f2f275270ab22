/** The steps a ladder is made of: every shape of bead, and two neighbours in swapped order; and the cells they lead through. */
import type { Band } from './band'
import type { BeadScore } from './bead-score'
import { type BeadTypes, shapeIndex } from './bead-types'
import { LARGEST_SIDE } from './constants'

/** A bead as boundaries: Chinese sentences zh … zh+a−1, English en … en+b−1, counted within the section. */
export type Rung = { zh: number; a: number; en: number; b: number; posterior: number; swapped: boolean }

/** Shapes of two neighbours that may stand in swapped order: first and second Chinese bead, their English in the other order. */
const SWAPS: readonly (readonly [a1: number, b1: number, a2: number, b2: number])[] = [
  [1, 1, 1, 1],
  [1, 1, 1, 2],
  [1, 1, 2, 1],
  [1, 2, 1, 1],
  [2, 1, 1, 1],
]

/** The swaps, then the shapes in their order. */
export type Moves = {
  count: number
  /** So many of them, the first, have at most `most` sentences on one side. */
  upTo(most: number): number
  /** Step of move m on both sides. */
  zh: Int32Array
  en: Int32Array
  score(move: number, zh: number, en: number): number
  /** What ending at a cell adds, whichever move led there. */
  boundary(zh: number, en: number): number
}

export function movesOf(types: BeadTypes, score: BeadScore): Moves {
  const shapes = types.prior.length
  const shape = Float64Array.from(types.prior, (_, at) => score.shape(types.zh[at]!, types.en[at]!))
  const swapPrior = SWAPS.map(([a1, b1, a2, b2]) => score.swap + score.shape(a1, b1) + score.shape(a2, b2))
  const upTo = Array.from({ length: LARGEST_SIDE + 1 }, (_, most) =>
    types.zh.reduce((count, zh, at) => count + (Math.max(zh, types.en[at]!) <= most ? 1 : 0), SWAPS.length),
  )
  return {
    count: SWAPS.length + shapes,
    upTo: (most) => upTo[most]!,
    zh: Int32Array.of(...SWAPS.map(([a1, , a2]) => a1 + a2), ...types.zh),
    en: Int32Array.of(...SWAPS.map(([, b1, , b2]) => b1 + b2), ...types.en),
    boundary: score.boundary,
    score(move, zh, en) {
      const at = move - SWAPS.length
      if (at >= 0) {
        const a = types.zh[at]!
        const b = types.en[at]!
        return a === 0 || b === 0 ? shape[at]! : shape[at]! + score.pair(zh, a, en, b)
      }
      const [a1, b1, a2, b2] = SWAPS[move]!
      return swapPrior[move]! + score.pair(zh, a1, en + b2, b1) + score.pair(zh + a1, a2, en, b2)
    },
  }
}

/** The move that is a bead of this shape, or -1. */
export function moveOf(types: BeadTypes, a: number, b: number): number {
  const shape = shapeIndex(types, a, b)
  return shape < 0 ? -1 : SWAPS.length + shape
}

/** The rung a move from (zh, en) adds to the ladder; a swap adds two. */
export function rungsOf(types: BeadTypes, move: number, zh: number, en: number, posterior: number): Rung[] {
  const at = move - SWAPS.length
  if (at >= 0) return [{ zh, a: types.zh[at]!, en, b: types.en[at]!, posterior, swapped: false }]
  const [a1, b1, a2, b2] = SWAPS[move]!
  return [
    { zh, a: a1, en: en + b2, b: b1, posterior, swapped: true },
    { zh: zh + a1, a: a2, en, b: b2, posterior, swapped: true },
  ]
}

/** Cells of a band in one flat array. */
export type Grid = { band: Band; rows: Float64Array; n: number; m: number }

export function gridOf(band: Band): Grid {
  const n = band.lo.length - 1
  const rows = new Float64Array(n + 2)
  for (let i = 0; i <= n; i++) rows[i + 1] = rows[i]! + band.hi[i]! - band.lo[i]! + 1
  return { band, rows, n, m: band.hi[n]! }
}

export const cell = ({ band, rows }: Grid, i: number, j: number): number => rows[i]! + j - band.lo[i]!

/** The same moves, each scored once however often it is asked for. */
export function remembered(moves: Moves, grid: Grid): Moves {
  const { band, n } = grid
  const counts = Int32Array.from(band.most, (most) => moves.upTo(most))
  // By the cell a move ends at, for that says how many there are.
  const rows = new Float64Array(n + 1)
  let size = 0
  for (let i = 0; i <= n; i++) {
    rows[i] = size
    size += (band.hi[i]! - band.lo[i]! + 1) * counts[i]!
  }
  const known = new Float64Array(size).fill(Number.NaN)
  return {
    ...moves,
    score(move, zh, en) {
      const i = zh + moves.zh[move]!
      const at = rows[i]! + (en + moves.en[move]! - band.lo[i]!) * counts[i]! + move
      if (Number.isNaN(known[at]!)) known[at] = moves.score(move, zh, en)
      return known[at]!
    },
  }
}
