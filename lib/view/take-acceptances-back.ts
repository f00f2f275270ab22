import type { ActingMember } from '../auth/require-member'
import type { Transaction } from '../db'

/**
 * Takes back what a batch accepted, as steps of their own, wherever nothing has been accepted or taken back since.
 * Answers the rows of which every text went back. What was never accepted before is held against the text as it came in.
 */
export async function takeAcceptancesBack(
  tx: Transaction,
  member: ActingMember,
  batchId: string,
): Promise<ReadonlySet<number>> {
  const sides = await tx.$queryRaw<{ segmentId: number; back: boolean }[]>`
    WITH mine AS (
      SELECT a.*, a."version" = (SELECT max(n."version") FROM "Acceptance" n WHERE n."segmentId" = a."segmentId" AND n."side" = a."side") AS newest
      FROM "Acceptance" a WHERE a."batchId" = ${batchId}::uuid
    ), back AS (
      INSERT INTO "Acceptance" ("projectId", "documentId", "segmentId", "side", "version", "text", "textVersion", "pieces", "undo", "memberId")
      SELECT mine."projectId", mine."documentId", mine."segmentId", mine."side", mine."version" + 1,
        coalesce(was."text", came."before"), coalesce(was."textVersion", came."version" - 1),
        coalesce(was."pieces", CASE WHEN came."before" = '' THEN '[]'::jsonb
          ELSE jsonb_build_array(jsonb_build_object('op', 'same', 'text', came."before", 'by', NULL)) END), true, ${member.id}::uuid
      FROM mine LEFT JOIN "Acceptance" was ON was."segmentId" = mine."segmentId" AND was."side" = mine."side" AND was."version" = mine."version" - 1
        LEFT JOIN LATERAL (SELECT r."before", r."version" FROM "Revision" r WHERE r."segmentId" = mine."segmentId" AND r."side" = mine."side"
          ORDER BY r."version" LIMIT 1) came ON true
      WHERE mine.newest RETURNING "segmentId"
    )
    SELECT "segmentId", newest AS back FROM mine`
  const left = new Set(sides.filter(({ back }) => !back).map(({ segmentId }) => segmentId))
  return new Set(sides.map(({ segmentId }) => segmentId).filter((id) => !left.has(id)))
}
