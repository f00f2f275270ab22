import { Prisma, type Transaction } from '../db'
import type { DocumentPlace, Places } from './find-places'
import { ASSIGNMENT_STEPS, type AssignmentStep, WORK } from './rules'

/**
 * The members who did a step before this one on a row, as an array: those whom four eyes keep from it. `row` is the alias of a row of "Segment".
 * With nobody known among them, "is it they" is unknown and not true.
 */
export function earlierHands(step: 'revise' | 'review', row: 'r' | 's'): Prisma.Sql {
  const of = (column: string) => Prisma.raw(`${row}."${column}"`)
  const revised = step === 'review' ? Prisma.sql` || ARRAY[${of('revisedBy')}]` : Prisma.empty
  return Prisma.sql`(ARRAY[${of('translatedBy')}] || ${of('hands')}${revised})`
}

/**
 * How many rows of a range each member may not take through a step, by four eyes: they did an earlier step on it
 * themselves, or have it as work that is not done yet. Rows that have passed the step are not asked for again.
 */
export async function countOwnRows(
  tx: Transaction,
  { documentId }: DocumentPlace,
  step: AssignmentStep,
  ranges: readonly Places[],
): Promise<Map<string, number>> {
  if (step !== 'revise' && step !== 'review') return new Map()
  const { to } = WORK[step]
  const [froms, tos] = [ranges.map((range) => range.from), ranges.map((range) => range.to)]
  const earlier = ASSIGNMENT_STEPS.slice(0, ASSIGNMENT_STEPS.indexOf(step))
  const found = await tx.$queryRaw<{ memberId: string; rows: number }[]>`
    WITH asked AS (
      SELECT s."id", s."position", s."status", ${earlierHands(step, 's')} AS hands FROM "Segment" s
      WHERE s."documentId" = ${documentId}::uuid AND NOT s."locked" AND (s."stale" OR s."status" < ${to}::"SegmentStatus")
        AND EXISTS (SELECT 1 FROM unnest(${froms}::int[], ${tos}::int[]) r(f, t) WHERE s."position" BETWEEN r.f AND r.t)
    ), own AS (
      SELECT "id", unnest(hands) AS "memberId" FROM asked
      UNION SELECT k."id", a."memberId" FROM "Assignment" a JOIN asked k ON k."position" BETWEEN a."fromPosition" AND a."toPosition"
      WHERE a."documentId" = ${documentId}::uuid AND a."state" = 'active' AND a."step"::text = ANY(${earlier}::text[])
        AND k."status" < (CASE a."step" WHEN 'translate' THEN 'translated' ELSE 'revised' END)::"SegmentStatus"
    )
    SELECT "memberId", count(*)::int AS rows FROM own WHERE "memberId" IS NOT NULL GROUP BY "memberId"`
  return new Map(found.map(({ memberId, rows }) => [memberId, rows]))
}
