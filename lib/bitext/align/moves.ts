/** The steps a ladder is made of: every shape of bead, and two neighbours in swapped order; and the cells they lead through. */
import type { Band } from './band'
import type { BeadScore } from './bead-score'
import type { BeadTypes } from './bead-types'

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

export type Moves = {
  count: number
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
  return {
    count: shapes + SWAPS.length,
    zh: Int32Array.of(...types.zh, ...SWAPS.map(([a1, , a2]) => a1 + a2)),
    en: Int32Array.of(...types.en, ...SWAPS.map(([, b1, , b2]) => b1 + b2)),
    boundary: score.boundary,
    score(move, zh, en) {
      if (move < shapes) {
        const a = types.zh[move]!
        const b = types.en[move]!
        return a === 0 || b === 0 ? shape[move]! : shape[move]! + score.pair(zh, a, en, b)
      }
      const [a1, b1, a2, b2] = SWAPS[move - shapes]!
      return swapPrior[move - shapes]! + score.pair(zh, a1, en + b2, b1) + score.pair(zh + a1, a2, en, b2)
    },
  }
}

/** The rung a move from (zh, en) adds to the ladder; a swap adds two. */
export function rungsOf(types: BeadTypes, move: number, zh: number, en: number, posterior: number): Rung[] {
  const shapes = types.prior.length
  if (move < shapes) return [{ zh, a: types.zh[move]!, en, b: types.en[move]!, posterior, swapped: false }]
  const [a1, b1, a2, b2] = SWAPS[move - shapes]!
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

/** Larger tables of scores than this (32 MB) are not kept: such a band is computed anew each time. */
const MOST_KEPT = 4_000_000

/** The same moves, each scored once however often it is asked for. */
export function remembered(moves: Moves, grid: Grid): Moves {
  const size = grid.rows[grid.n + 1]! * moves.count
  if (size > MOST_KEPT) return moves
  const known = new Float64Array(size).fill(Number.NaN)
  return {
    ...moves,
    score(move, zh, en) {
      const at = cell(grid, zh, en) * moves.count + move
      if (Number.isNaN(known[at]!)) known[at] = moves.score(move, zh, en)
      return known[at]!
    },
  }
}
