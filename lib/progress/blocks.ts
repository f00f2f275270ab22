/** What holds the work of a project up: each with how much of it there is, most pressing first. */
import { earlierHands } from '../assignment/own-rows'
import type { Actor } from '../auth/actor'
import { requireMember } from '../auth/require-member'
import { db } from '../db'

export const BLOCK_KINDS = ['overdue', 'critical', 'issuer', 'stale', 'suggestions', 'own-work', 'unassigned'] as const

export type BlockKind = (typeof BLOCK_KINDS)[number]

export type Block = {
  kind: BlockKind
  count: number
  /** Where it all lies in one document, that one; else null. */
  documentId: string | null
}

type Found = { kind: BlockKind; documentId: string; count: number }

export async function listBlocks(actor: Actor, { projectId }: { projectId: string }): Promise<Block[]> {
  await requireMember(actor, projectId, 'progress.people')
  const found = await db.$queryRaw<Found[]>`
    WITH documents AS (SELECT "id" FROM "Document" WHERE "projectId" = ${projectId}::uuid AND "deletedAt" IS NULL),
    rows AS (SELECT s.* FROM "Segment" s JOIN documents d ON d."id" = s."documentId" WHERE s."position" IS NOT NULL AND NOT s."locked"),
    work AS (SELECT a.* FROM "Assignment" a JOIN documents d ON d."id" = a."documentId" WHERE a."state" = 'active')
    SELECT 'overdue' AS kind, "documentId"::text, count(*)::int FROM work WHERE "dueAt" < now() GROUP BY "documentId"
    UNION ALL SELECT 'critical', x."documentId"::text, count(*)::int FROM "Discrepancy" x JOIN documents d ON d."id" = x."documentId"
      WHERE x."severity" = 'critical' AND x."state" IN ('open', 'proposed') GROUP BY x."documentId"
    UNION ALL SELECT 'issuer', x."documentId"::text, count(*)::int FROM "Discrepancy" x JOIN documents d ON d."id" = x."documentId"
      WHERE x."decision" = 'query-issuer' AND x."state" = 'decided' GROUP BY x."documentId"
    UNION ALL SELECT 'stale', "documentId"::text, count(*)::int FROM rows WHERE "stale" GROUP BY "documentId"
    UNION ALL SELECT 'suggestions', g."documentId"::text, count(*)::int FROM "Suggestion" g JOIN documents d ON d."id" = g."documentId"
      WHERE g."state" = 'open' GROUP BY g."documentId"
    -- Four eyes: whoever has the next step wrote the words themselves.
    UNION ALL SELECT 'own-work', r."documentId"::text, count(DISTINCT r."id")::int FROM rows r
      JOIN work a ON a."documentId" = r."documentId" AND r."position" BETWEEN a."fromPosition" AND a."toPosition"
      JOIN "Project" p ON p."id" = ${projectId}::uuid AND p."fourEyes"
      WHERE (a."step" = 'revise' AND r."status" = 'translated' AND a."memberId" = ANY(${earlierHands('revise', 'r')}))
        OR (a."step" = 'review' AND r."status" = 'revised' AND a."memberId" = ANY(${earlierHands('review', 'r')}))
      GROUP BY r."documentId"
    -- Only where work is given out at all: a desk of one assigns nothing.
    UNION ALL SELECT 'unassigned', r."documentId"::text, count(*)::int FROM rows r
      WHERE r."status" <> 'released' AND EXISTS (SELECT FROM work w WHERE w."documentId" = r."documentId") AND NOT EXISTS (
        SELECT FROM work a WHERE a."documentId" = r."documentId" AND r."position" BETWEEN a."fromPosition" AND a."toPosition"
          AND a."step" = (CASE r."status" WHEN 'draft' THEN 'translate' WHEN 'translated' THEN 'revise'
            WHEN 'revised' THEN 'review' ELSE 'final' END)::"AssignmentStep")
      GROUP BY r."documentId"`
  return BLOCK_KINDS.map((kind) => {
    const own = found.filter((one) => one.kind === kind)
    const count = own.reduce((sum, one) => sum + one.count, 0)
    return { kind, count, documentId: own.length === 1 ? own[0].documentId : null }
  }).filter(({ count }) => count > 0)
}
