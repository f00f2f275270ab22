/**
 * What waits for a person besides the steps of their work, in every project they belong to: by document, with how much
 * and where it begins. Theirs are the rows given to them, and those whose words they translated.
 */
import type { Actor } from '../auth/actor'
import { db } from '../db'

export const WAITING_KINDS = ['suggestion', 'stale', 'decide', 'mend', 'verify', 'disputed'] as const

/** `decide`: a proposal waits for a decision · `mend`: a decision waits for the words · `verify`: the words wait for a second pair of eyes. */
export type WaitingKind = (typeof WAITING_KINDS)[number]

export type WaitingRow = {
  kind: WaitingKind
  projectId: string
  projectName: string
  documentId: string
  documentTitle: string
  count: number
  firstSegmentId: number
  /** All of it stands in rows given to me. */
  given: boolean
}

/**
 * A manager decides and verifies for the whole project; others where they raised the note or the row is theirs. Nobody
 * decides what they proposed, or verifies what they decided or mended: that waits for somebody else.
 */
export async function listWaiting(actor: Actor): Promise<WaitingRow[]> {
  return await db.$queryRaw<WaitingRow[]>`
    WITH me AS (
      SELECT m."id", m."projectId", m."role", p."name" AS "projectName" FROM "Member" m
        JOIN "Project" p ON p."id" = m."projectId" AND p."archivedAt" IS NULL
      WHERE m."userId" = ${actor.userId}::uuid AND m."removedAt" IS NULL
    ), found AS (
      SELECT 'suggestion' AS kind, me."id" AS "memberId", g."segmentId", false AS wide, 0 AS nr FROM me
        JOIN "Document" d ON d."projectId" = me."projectId" AND d."deletedAt" IS NULL
        JOIN "Suggestion" g ON g."documentId" = d."id" AND g."state" = 'open' AND g."suggestedById" <> me."id"
      WHERE me."role" IN ('manager', 'translator', 'reviser')
      UNION ALL
      SELECT 'stale', me."id", s."id", false, 0 FROM me
        JOIN "Document" d ON d."projectId" = me."projectId" AND d."deletedAt" IS NULL
        JOIN "Segment" s ON s."documentId" = d."id" AND s."stale" AND s."position" IS NOT NULL AND NOT s."locked"
      WHERE me."role" IN ('manager', 'translator', 'reviser')
      UNION ALL
      SELECT k.kind, me."id", n."segmentId", k.wide AND (me."role" = 'manager' OR n."raisedById" = me."id"), n."number" FROM me
        JOIN "Document" d ON d."projectId" = me."projectId" AND d."deletedAt" IS NULL
        JOIN "Discrepancy" n ON n."documentId" = d."id" AND n."state" IN ('open', 'proposed', 'decided')
        LEFT JOIN "Revision" r ON r."id" = n."mendedById"
        CROSS JOIN LATERAL (SELECT CASE
          WHEN n."state" = 'open' THEN 'disputed'
          WHEN n."state" = 'proposed' THEN
            CASE WHEN me."role" IN ('manager', 'reviser', 'reviewer') AND n."proposedById" IS DISTINCT FROM me."id" THEN 'decide' ELSE 'disputed' END
          WHEN n."decision" LIKE 'mend%' AND n."mendedById" IS NULL THEN
            CASE WHEN me."role" IN ('manager', 'translator', 'reviser') THEN 'mend' END
          WHEN me."role" IN ('manager', 'reviser', 'reviewer') AND n."decidedById" IS DISTINCT FROM me."id"
            AND r."memberId" IS DISTINCT FROM me."id" AND r."authorId" IS DISTINCT FROM me."id" THEN 'verify' END AS kind) what
        CROSS JOIN LATERAL (SELECT what.kind, what.kind IN ('decide', 'verify') AS wide) k
      WHERE k.kind IS NOT NULL
    )
    SELECT f.kind, me."projectId", me."projectName", d."id" AS "documentId", d."title" AS "documentTitle", count(*)::int AS count,
      (array_agg(s."id" ORDER BY s."position"))[1] AS "firstSegmentId", bool_and(mine.given) AS given
    FROM found f JOIN me ON me."id" = f."memberId"
      JOIN "Segment" s ON s."id" = f."segmentId" AND s."position" IS NOT NULL JOIN "Document" d ON d."id" = s."documentId"
      CROSS JOIN LATERAL (SELECT
        s."translatedBy" = me."id" OR me."id" = ANY(s."hands") AS translated,
        EXISTS (SELECT 1 FROM "Assignment" a WHERE a."memberId" = me."id" AND a."state" = 'active' AND a."documentId" = s."documentId"
          AND s."position" BETWEEN a."fromPosition" AND a."toPosition") AS given) mine
    WHERE f.wide OR mine.given OR coalesce(mine.translated, false)
    GROUP BY f.kind, me."projectId", me."projectName", d."id", d."title"
    ORDER BY array_position(${[...WAITING_KINDS]}::text[], f.kind), min(d."createdAt") DESC`
}
