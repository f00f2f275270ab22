/** Sums over all ladders of a band, as logarithms: what leads up to each cell, and what leads on from it. */
import { cell, type Grid, type Moves } from './moves'

/** Below this distance a term no longer changes a sum of exponentials by a millionth. */
const NEGLIGIBLE = 14

export function logAdd(a: number, b: number): number {
  if (a < b) return logAdd(b, a)
  if (b === Number.NEGATIVE_INFINITY) return a
  return a - b > NEGLIGIBLE ? a : a + Math.log1p(Math.exp(b - a))
}

/** Over all ladders from the start to each cell, that cell's boundary included; scores divided by the temperature. */
export function forwardSums(moves: Moves, grid: Grid, temperature: number): Float64Array {
  const { lo, hi, most } = grid.band
  const sums = new Float64Array(grid.rows[grid.n + 1]!).fill(Number.NEGATIVE_INFINITY)
  sums[0] = 0
  for (let i = 0; i <= grid.n; i++) {
    const count = moves.upTo(most[i]!)
    for (let j = lo[i]!; j <= hi[i]!; j++) {
      const at = cell(grid, i, j)
      for (let move = 0; move < count; move++) {
        const zh = i - moves.zh[move]!
        const en = j - moves.en[move]!
        if (zh < 0 || en < lo[zh]! || en > hi[zh]!) continue
        const before = sums[cell(grid, zh, en)]!
        if (before > Number.NEGATIVE_INFINITY)
          sums[at] = logAdd(sums[at]!, before + moves.score(move, zh, en) / temperature)
      }
      if (at > 0) sums[at]! += moves.boundary(i, j) / temperature
    }
  }
  return sums
}

/** Over all ladders from each cell to the end, that cell's boundary left out. */
export function backwardSums(moves: Moves, grid: Grid, temperature: number): Float64Array {
  const { lo, hi, most } = grid.band
  const sums = new Float64Array(grid.rows[grid.n + 1]!).fill(Number.NEGATIVE_INFINITY)
  sums[sums.length - 1] = 0
  for (let i = grid.n; i >= 0; i--) {
    const count = moves.upTo(most[i]!)
    for (let j = hi[i]!; j >= lo[i]!; j--) {
      if (sums[cell(grid, i, j)] === Number.NEGATIVE_INFINITY) continue
      const after = sums[cell(grid, i, j)]! + moves.boundary(i, j) / temperature
      for (let move = 0; move < count; move++) {
        const zh = i - moves.zh[move]!
        const en = j - moves.en[move]!
        if (zh < 0 || en < lo[zh]! || en > hi[zh]!) continue
        const at = cell(grid, zh, en)
        sums[at] = logAdd(sums[at]!, after + moves.score(move, zh, en) / temperature)
      }
    }
  }
  return sums
}
