/**
 * The best ladder of beads through a band: dynamic programming over all shapes up to ten sentences (Gale & Church's
 * program, with the shapes of Vecalign's), and over two neighbours in swapped order.
 */
import type { Band } from './band'
import type { BeadScore } from './bead-score'
import type { BeadTypes } from './bead-types'
import { cell, type Grid, gridOf, type Moves, movesOf, type Rung, rungsOf } from './moves'

export function ladder(types: BeadTypes, score: BeadScore, band: Band): Rung[] {
  const moves = movesOf(types, score)
  const grid = gridOf(band)
  const path = bestPath(moves, grid)
  return path.flatMap(({ move, zh, en }) => rungsOf(types, move, zh, en, 1))
}

/** A move from a cell. */
export type Step = { move: number; zh: number; en: number }

/** The steps of the best ladder, in order. */
export function bestPath(moves: Moves, grid: Grid): Step[] {
  const back = bestMoves(moves, grid)
  const steps: Step[] = []
  for (let zh = grid.n, en = grid.m; zh > 0 || en > 0; ) {
    const move = back[cell(grid, zh, en)]!
    zh -= moves.zh[move]!
    en -= moves.en[move]!
    steps.push({ move, zh, en })
  }
  return steps.reverse()
}

/** For each cell the move that ends its best ladder. */
function bestMoves(moves: Moves, grid: Grid): Uint8Array {
  const { lo, hi, most } = grid.band
  const best = new Float64Array(grid.rows[grid.n + 1]!).fill(Number.NEGATIVE_INFINITY)
  const back = new Uint8Array(best.length)
  best[0] = 0
  for (let i = 0; i <= grid.n; i++) {
    const count = moves.upTo(most[i]!)
    for (let j = lo[i]!; j <= hi[i]!; j++) {
      const at = cell(grid, i, j)
      if (at === 0) continue
      let highest = Number.NEGATIVE_INFINITY
      let chosen = 0
      for (let move = 0; move < count; move++) {
        const zh = i - moves.zh[move]!
        const en = j - moves.en[move]!
        if (zh < 0 || en < lo[zh]! || en > hi[zh]!) continue
        const before = best[cell(grid, zh, en)]!
        if (before === Number.NEGATIVE_INFINITY) continue
        const score = before + moves.score(move, zh, en)
        if (score > highest) {
          highest = score
          chosen = move
        }
      }
      best[at] = highest + moves.boundary(i, j)
      back[at] = chosen
    }
  }
  return back
}
