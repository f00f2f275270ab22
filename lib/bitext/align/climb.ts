/** Finds a ladder in a narrow band with small beads, and gives it more room wherever it wants more. */
import { type Band, bandAround, type Point } from './band'
import { type BeadTypes, LARGEST_SIDE, upTo } from './bead-types'
import type { Rung } from './moves'
import type { Section } from './section'

/** A path this near the band's edge may want to leave it: the band is doubled there, this often at most. */
const EDGE = 1
const WIDENINGS = 4

/** The band is widened so many rows before and after a row where it was too narrow. */
const NEAR = 30

/** `most` is the largest number of sentences on one side of a bead to begin with. */
export type Room = { width: number; most: number }

export function climb<Found extends { rungs: Rung[] }>(
  section: Section,
  points: readonly Point[],
  types: BeadTypes,
  { width, most }: Room,
  find: (types: BeadTypes, band: Band) => Found,
): Found {
  const widths = new Int32Array(section.zhTo - section.zhFrom + 1).fill(width)
  for (let widening = 0; ; widening++) {
    const band = bandAround(points, section, widths)
    const found = find(upTo(types, most), band)
    const narrow = rowsAtEdge(found.rungs, band)
    const larger = most < LARGEST_SIDE && largestSide(found.rungs) >= most
    if (widening === WIDENINGS || (narrow.length === 0 && !larger)) return found
    widen(widths, narrow)
    if (larger) {
      most = Math.min(LARGEST_SIDE, 2 * most)
      // What was found with smaller beads is a better path than the rough one, and a narrower band serves.
      points = pointsOf(found.rungs)
    }
  }
}

/** Where the beads begin, as points of a path. */
export function pointsOf(rungs: readonly Rung[]): Point[] {
  return rungs.filter(({ a, b, swapped }) => a > 0 && b > 0 && !swapped).map(({ zh, en }) => ({ zh, en }))
}

/** Sentences on the longer side of the largest bead. */
export function largestSide(rungs: readonly Rung[]): number {
  return rungs.reduce((most, { a, b }) => Math.max(most, a, b), 1)
}

/** Chinese boundaries at which the path runs along the band's edge. */
function rowsAtEdge(rungs: readonly Rung[], { lo, hi }: Band): number[] {
  const m = hi[hi.length - 1]!
  return rungs
    .filter(({ zh, en, swapped }) => {
      const low = lo[zh]!
      const high = hi[zh]!
      return !swapped && ((low > 0 && en - low <= EDGE) || (high < m && high - en <= EDGE))
    })
    .map(({ zh }) => zh)
}

/** Doubles the widths around these rows, each row's once. */
function widen(widths: Int32Array, rows: readonly number[]): void {
  const around = new Set<number>()
  for (const row of rows)
    for (let i = Math.max(0, row - NEAR); i <= Math.min(widths.length - 1, row + NEAR); i++) around.add(i)
  for (const i of around) widths[i]! *= 2
}
