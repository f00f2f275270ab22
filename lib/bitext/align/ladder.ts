/**
 * The best ladder of beads through a band: dynamic programming over all shapes up to ten sentences (Gale & Church's
 * program, with the shapes of Vecalign's), and over two neighbours in swapped order. The same recursion summed instead
 * of maximised (forward–backward) gives each bead's posterior.
 */
import type { Band } from './band'
import type { BeadScore } from './bead-score'
import { type BeadTypes, shapeIndex } from './bead-types'

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

type Moves = {
  count: number
  /** Step of move m on both sides. */
  zh: Int32Array
  en: Int32Array
  score(move: number, zh: number, en: number): number
  /** What ending at a cell adds, whichever move led there. */
  boundary(zh: number, en: number): number
}

type Grid = { band: Band; rows: Float64Array; n: number; m: number }

export function ladder(types: BeadTypes, score: BeadScore, band: Band): Rung[] {
  const moves = movesOf(types, score)
  const grid = gridOf(band)
  const { back } = bestPaths(moves, grid)
  return walkBack(types, moves, grid, back)
}

export type WeighedLadder = {
  rungs: Rung[]
  /** Posterior of any bead of the band, in order with its neighbours; 0 outside it. */
  posterior(zh: number, a: number, en: number, b: number): number
}

/** The best ladder, each rung with its posterior at this temperature; what the score leaves in doubt is looked at a second time. */
export function ladderWithPosteriors(
  types: BeadTypes,
  score: BeadScore,
  band: Band,
  temperature: number,
): WeighedLadder {
  const moves = movesOf(types, score)
  const grid = gridOf(band)
  const likely = likelySteps(moves, grid, temperature)
  return secondLook(types, movesOf(types, { ...score, pair: score.closely }), grid, likely, temperature)
}

/** A move from a cell that has some likelihood. */
type Step = { move: number; zh: number; en: number; posterior: number }

/** Steps less likely than this are left out of the second look. */
const LEAST_POSTERIOR = 0.002

/** All steps of some likelihood, in the order of the cells they end at. */
function likelySteps(moves: Moves, grid: Grid, temperature: number): Step[] {
  const forward = forwardSums(moves, grid, temperature)
  const backward = backwardSums(moves, grid, temperature)
  const { lo, hi } = grid.band
  const least = Math.log(LEAST_POSTERIOR) + backward[0]!
  const steps: Step[] = []
  for (let i = 0; i <= grid.n; i++)
    for (let j = lo[i]!; j <= hi[i]!; j++) {
      const after = backward[cell(grid, i, j)]!
      // A cell no path of likelihood passes ends no step of likelihood.
      if (forward[cell(grid, i, j)]! + after < least) continue
      const rest = after + moves.boundary(i, j) / temperature
      for (let move = 0; move < moves.count; move++) {
        const zh = i - moves.zh[move]!
        const en = j - moves.en[move]!
        if (zh < 0 || en < lo[zh]! || en > hi[zh]!) continue
        const start = cell(grid, zh, en)
        const before = forward[start]!
        if (before + backward[start]! < least) continue
        const log = before + moves.score(move, zh, en) / temperature + rest
        if (log >= least) steps.push({ move, zh, en, posterior: Math.min(1, Math.exp(log - backward[0]!)) })
      }
    }
  return steps
}

/** The best ladder over these steps, by a score that need not be cheap. */
function secondLook(
  types: BeadTypes,
  moves: Moves,
  grid: Grid,
  steps: readonly Step[],
  temperature: number,
): WeighedLadder {
  const scores = steps.map(({ move, zh, en }) => {
    const end = moves.boundary(zh + moves.zh[move]!, en + moves.en[move]!)
    return (moves.score(move, zh, en) + end) / temperature
  })
  const from = steps.map(({ zh, en }) => cell(grid, zh, en))
  const to = steps.map(({ move, zh, en }) => cell(grid, zh + moves.zh[move]!, en + moves.en[move]!))
  const size = grid.rows[grid.n + 1]!
  const best = new Float64Array(size).fill(Number.NEGATIVE_INFINITY)
  const forward = new Float64Array(size).fill(Number.NEGATIVE_INFINITY)
  const backward = new Float64Array(size).fill(Number.NEGATIVE_INFINITY)
  const back = new Int32Array(size).fill(-1)
  best[0] = 0
  forward[0] = 0
  backward[size - 1] = 0
  steps.forEach((_, at) => {
    const score = best[from[at]!]! + scores[at]!
    if (score > best[to[at]!]!) {
      best[to[at]!] = score
      back[to[at]!] = at
    }
    forward[to[at]!] = logAdd(forward[to[at]!]!, forward[from[at]!]! + scores[at]!)
  })
  for (let at = steps.length - 1; at >= 0; at--)
    backward[from[at]!] = logAdd(backward[from[at]!]!, backward[to[at]!]! + scores[at]!)
  const posterior = (at: number) =>
    Math.min(1, Math.exp(forward[from[at]!]! + scores[at]! + backward[to[at]!]! - backward[0]!))
  const rungs: Rung[] = []
  for (let node = size - 1; node !== 0; ) {
    const at = back[node]!
    const { move, zh, en } = steps[at]!
    rungs.push(...rungsOf(types, move, zh, en, posterior(at)).reverse())
    node = from[at]!
  }
  return {
    rungs: rungs.reverse(),
    posterior(zh, a, en, b) {
      const move = shapeIndex(types, a, b)
      const at = steps.findIndex((step) => step.zh === zh && step.en === en && step.move === move)
      return at < 0 ? 0 : posterior(at)
    },
  }
}

function movesOf(types: BeadTypes, score: BeadScore): Moves {
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

function gridOf(band: Band): Grid {
  const n = band.lo.length - 1
  const rows = new Float64Array(n + 2)
  for (let i = 0; i <= n; i++) rows[i + 1] = rows[i]! + band.hi[i]! - band.lo[i]! + 1
  return { band, rows, n, m: band.hi[n]! }
}

const cell = ({ band, rows }: Grid, i: number, j: number): number => rows[i]! + j - band.lo[i]!

/** Calls `step` for every move between two cells of the band, in the order of their ends. */
function bestPaths(moves: Moves, grid: Grid): { back: Uint8Array } {
  const { lo, hi } = grid.band
  const best = new Float64Array(grid.rows[grid.n + 1]!).fill(Number.NEGATIVE_INFINITY)
  const back = new Uint8Array(best.length)
  best[0] = 0
  for (let i = 0; i <= grid.n; i++) {
    for (let j = lo[i]!; j <= hi[i]!; j++) {
      const at = cell(grid, i, j)
      if (at === 0) continue
      let most = Number.NEGATIVE_INFINITY
      let chosen = 0
      for (let move = 0; move < moves.count; move++) {
        const zh = i - moves.zh[move]!
        const en = j - moves.en[move]!
        if (zh < 0 || en < lo[zh]! || en > hi[zh]!) continue
        const before = best[cell(grid, zh, en)]!
        if (before === Number.NEGATIVE_INFINITY) continue
        const score = before + moves.score(move, zh, en)
        if (score > most) {
          most = score
          chosen = move
        }
      }
      best[at] = most + moves.boundary(i, j)
      back[at] = chosen
    }
  }
  return { back }
}

function walkBack(
  types: BeadTypes,
  moves: Moves,
  grid: Grid,
  back: Uint8Array,
  posterior: (move: number, zh: number, en: number) => number = () => 1,
): Rung[] {
  const rungs: Rung[] = []
  for (let i = grid.n, j = grid.m; i > 0 || j > 0; ) {
    const move = back[cell(grid, i, j)]!
    i -= moves.zh[move]!
    j -= moves.en[move]!
    rungs.push(...rungsOf(types, move, i, j, posterior(move, i, j)).reverse())
  }
  return rungs.reverse()
}

function rungsOf(types: BeadTypes, move: number, zh: number, en: number, posterior: number): Rung[] {
  const shapes = types.prior.length
  if (move < shapes) return [{ zh, a: types.zh[move]!, en, b: types.en[move]!, posterior, swapped: false }]
  const [a1, b1, a2, b2] = SWAPS[move - shapes]!
  return [
    { zh, a: a1, en: en + b2, b: b1, posterior, swapped: true },
    { zh: zh + a1, a: a2, en, b: b2, posterior, swapped: true },
  ]
}

/** Below this distance a term no longer changes a sum of exponentials by a millionth. */
const NEGLIGIBLE = 14

function logAdd(a: number, b: number): number {
  if (a < b) return logAdd(b, a)
  if (b === Number.NEGATIVE_INFINITY) return a
  return a - b > NEGLIGIBLE ? a : a + Math.log1p(Math.exp(b - a))
}

function forwardSums(moves: Moves, grid: Grid, temperature: number): Float64Array {
  const { lo, hi } = grid.band
  const sums = new Float64Array(grid.rows[grid.n + 1]!).fill(Number.NEGATIVE_INFINITY)
  sums[0] = 0
  for (let i = 0; i <= grid.n; i++)
    for (let j = lo[i]!; j <= hi[i]!; j++) {
      const at = cell(grid, i, j)
      for (let move = 0; move < moves.count; move++) {
        const zh = i - moves.zh[move]!
        const en = j - moves.en[move]!
        if (zh < 0 || en < lo[zh]! || en > hi[zh]!) continue
        const before = sums[cell(grid, zh, en)]!
        if (before > Number.NEGATIVE_INFINITY)
          sums[at] = logAdd(sums[at]!, before + moves.score(move, zh, en) / temperature)
      }
      if (at > 0) sums[at]! += moves.boundary(i, j) / temperature
    }
  return sums
}

function backwardSums(moves: Moves, grid: Grid, temperature: number): Float64Array {
  const { lo, hi } = grid.band
  const sums = new Float64Array(grid.rows[grid.n + 1]!).fill(Number.NEGATIVE_INFINITY)
  sums[sums.length - 1] = 0
  for (let i = grid.n; i >= 0; i--)
    for (let j = hi[i]!; j >= lo[i]!; j--) {
      if (sums[cell(grid, i, j)] === Number.NEGATIVE_INFINITY) continue
      const after = sums[cell(grid, i, j)]! + moves.boundary(i, j) / temperature
      for (let move = 0; move < moves.count; move++) {
        const zh = i - moves.zh[move]!
        const en = j - moves.en[move]!
        if (zh < 0 || en < lo[zh]! || en > hi[zh]!) continue
        const at = cell(grid, zh, en)
        sums[at] = logAdd(sums[at]!, after + moves.score(move, zh, en) / temperature)
      }
    }
  return sums
}
