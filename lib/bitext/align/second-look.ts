/**
 * The best ladder with its posteriors. The recursion of the ladder, summed instead of maximised (forward–backward), tells which
 * beads are likely at all; those few are scored once more with word order, and the best ladder over them is the answer.
 */
import type { Band } from './band'
import type { BeadScore } from './bead-score'
import type { BeadTypes } from './bead-types'
import { bestPath, type Step } from './ladder'
import { cell, type Grid, gridOf, type Moves, moveOf, movesOf, type Rung, remembered, rungsOf } from './moves'
import { backwardSums, forwardSums, logAdd } from './path-sums'

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
  const grid = gridOf(band)
  const moves = remembered(movesOf(types, score), grid)
  const likely = likelySteps(moves, grid, temperature)
  return secondLook(types, movesOf(types, { ...score, pair: score.closely }), grid, likely, temperature)
}

/** Steps less likely than this are left out of the second look, unless they are the best ladder's. */
const LEAST_POSTERIOR = 0.002

/** All steps of some likelihood and the best ladder's, in the order of the cells they end at. */
function likelySteps(moves: Moves, grid: Grid, temperature: number): Step[] {
  const onPath = new Map(bestPath(moves, grid).map((step) => [endOf(step, moves, grid), step.move]))
  const forward = forwardSums(moves, grid, temperature)
  const backward = backwardSums(moves, grid, temperature)
  const { lo, hi, most } = grid.band
  const least = Math.log(LEAST_POSTERIOR) + backward[0]!
  const steps: Step[] = []
  for (let i = 0; i <= grid.n; i++) {
    const count = moves.upTo(most[i]!)
    for (let j = lo[i]!; j <= hi[i]!; j++) {
      const after = backward[cell(grid, i, j)]!
      const best = onPath.get(cell(grid, i, j))
      // A cell no path of likelihood passes ends no step of likelihood.
      if (best === undefined && forward[cell(grid, i, j)]! + after < least) continue
      const rest = after + moves.boundary(i, j) / temperature
      for (let move = 0; move < count; move++) {
        const zh = i - moves.zh[move]!
        const en = j - moves.en[move]!
        if (zh < 0 || en < lo[zh]! || en > hi[zh]!) continue
        const start = cell(grid, zh, en)
        const before = forward[start]!
        if (move !== best && before + backward[start]! < least) continue
        const log = before + moves.score(move, zh, en) / temperature + rest
        if (move === best || log >= least) steps.push({ move, zh, en })
      }
    }
  }
  return steps
}

/** The cell a step leads to. */
function endOf({ move, zh, en }: Step, moves: Moves, grid: Grid): number {
  return cell(grid, zh + moves.zh[move]!, en + moves.en[move]!)
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
  const to = steps.map((step) => endOf(step, moves, grid))
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
      const move = moveOf(types, a, b)
      const at = steps.findIndex((step) => step.zh === zh && step.en === en && step.move === move)
      return at < 0 ? 0 : posterior(at)
    },
  }
}
