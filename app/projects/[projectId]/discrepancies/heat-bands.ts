/** The picture of where notes cluster, as tables of figures: what stands in each cell, how warm it is, where it leads. */
import { HEAT_BANDS, type HeatSpot, type Tally } from '@/lib/discrepancy/ledger'
import { DISCREPANCY_TYPES, type DiscrepancyType, SEVERITIES, type Severity } from '@/lib/discrepancy/rules'

export type Band = { from: number; to: number }

/** The rows of each band, ends included: the same cut as the query makes. */
export function bandsOf(rows: number): Band[] {
  const bands = Math.min(HEAT_BANDS, rows)
  return Array.from({ length: bands }, (_, band) => ({
    from: Math.ceil((band * rows) / bands) + 1,
    to: Math.ceil(((band + 1) * rows) / bands),
  }))
}

/** Gravest first, as the eye should find them. */
export const GRAVEST_FIRST: readonly Severity[] = [...SEVERITIES].reverse()

/** Of one document: a line for each severity, a cell for each band. */
export function bySeverity(spots: readonly HeatSpot[], bands: number): Record<Severity, number[]> {
  const lines = Object.fromEntries(SEVERITIES.map((severity) => [severity, new Array<number>(bands).fill(0)]))
  for (const { severity, band, count } of spots) lines[severity]![band] = (lines[severity]![band] ?? 0) + count
  return lines as Record<Severity, number[]>
}

/** A line for each type that occurs, the fullest first; a cell for each severity. */
export function byType(
  tallies: readonly Tally[],
): { type: DiscrepancyType; cells: Record<Severity, number>; sum: number }[] {
  const lines = DISCREPANCY_TYPES.map((type) => {
    const of = tallies.filter((tally) => tally.type === type)
    const cells = Object.fromEntries(
      SEVERITIES.map((severity) => [severity, sum(of.filter((tally) => tally.severity === severity))]),
    ) as Record<Severity, number>
    return { type, cells, sum: sum(of) }
  })
  return lines.filter((line) => line.sum > 0).sort((a, b) => b.sum - a.sum)
}

function sum(tallies: readonly { count: number }[]): number {
  return tallies.reduce((total, { count }) => total + count, 0)
}

/** How many steps of warmth there are above none. */
export const WARMEST = 5

/** By the root, so that one crowded place does not leave all others pale. */
export function warmth(count: number, most: number): number {
  if (count === 0 || most === 0) return 0
  return Math.max(1, Math.ceil(Math.sqrt(count / most) * WARMEST))
}
