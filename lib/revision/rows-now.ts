import { db } from '../db'

export type RowPlace = { segmentId: number; row: number }

/** Where these segments are now: their row, or the row of the one they became part of. */
export async function rowsNow(
  projectId: string,
  documentId: string,
  ids: readonly number[],
): Promise<Map<number, RowPlace>> {
  const rows = await db.$queryRaw<(RowPlace & { id: number })[]>`
    WITH RECURSIVE step("id", "at", "position", "into") AS (
      SELECT s."id", s."id", s."position", s."mergedIntoId" FROM "Segment" s
      WHERE s."projectId" = ${projectId}::uuid AND s."documentId" = ${documentId}::uuid AND s."id" = ANY(${[...ids]}::int[])
      UNION SELECT step."id", s."id", s."position", s."mergedIntoId" FROM step JOIN "Segment" s ON s."id" = step."into"
    )
    SELECT step."id", step."at" AS "segmentId", (SELECT count(*)::int FROM "Segment" b
      WHERE b."documentId" = ${documentId}::uuid AND b."position" <= step."position") AS row
    FROM step WHERE step."position" IS NOT NULL`
  return new Map(rows.map(({ id, ...place }) => [id, place]))
}
