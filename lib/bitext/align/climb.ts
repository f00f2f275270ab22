/** Finds a ladder in a narrow band with small beads, and gives it more room wherever it wants more. */
import { type Band, bandAround, type Point } from './band'
import { type BeadTypes, LARGEST_SIDE, upTo } from './bead-types'
import type { Rung } from './moves'
import type { Section } from './section'

/** A path this near the band's edge may want to leave it: the band is doubled, this often at most. */
const EDGE = 1
const WIDENINGS = 4

/** `most` is the largest number of sentences on one side of a bead to begin with. */
export type Room = { width: number; most: number }

export function climb<Found extends { rungs: Rung[] }>(
  section: Section,
  points: readonly Point[],
  types: BeadTypes,
  { width, most }: Room,
  find: (types: BeadTypes, band: Band) => Found,
): Found {
  for (let widening = 0; ; widening++) {
    const band = bandAround(points, section, width)
    const found = find(upTo(types, most), band)
    const wider = touchesEdge(found.rungs, band)
    const larger = most < LARGEST_SIDE && largestSide(found.rungs) >= most
    if (widening === WIDENINGS || (!wider && !larger)) return found
    if (wider) width *= 2
    if (larger) most = Math.min(LARGEST_SIDE, 2 * most)
  }
}

/** Sentences on the longer side of the largest bead. */
export function largestSide(rungs: readonly Rung[]): number {
  return rungs.reduce((most, { a, b }) => Math.max(most, a, b), 1)
}

function touchesEdge(rungs: readonly Rung[], { lo, hi }: Band): boolean {
  const m = hi[hi.length - 1]!
  return rungs.some(({ zh, en, swapped }) => {
    const low = lo[zh]!
    const high = hi[zh]!
    return !swapped && ((low > 0 && en - low <= EDGE) || (high < m && high - en <= EDGE))
  })
}
