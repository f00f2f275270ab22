/** Where the entries of a timeline come from: for each kind a statement that finds them all. */
import { Prisma } from '../db'
import type { EventKind } from './events'

export type Asked = { projectId: string; documentId: string; kind?: EventKind }

/** Each gives id, at, memberId, segmentId, lastSegmentId, rows, detail. `now()` is one for all that a transaction wrote. */
export const SOURCES: Record<EventKind, (asked: Asked) => Prisma.Sql> = {
  text: ({ projectId, documentId, kind }) => Prisma.sql`
    SELECT min(r."id")::text AS id, r."createdAt" AS at, r."memberId", (array_agg(s."id" ORDER BY s."position"))[1] AS "segmentId",
      (array_agg(s."id" ORDER BY s."position" DESC))[1] AS "lastSegmentId", count(DISTINCT s."id")::int AS rows,
      jsonb_build_object('is', 'text', 'side', min(r."side"), 'kind', r."kind", 'author', min(au."name"),
        'before', CASE WHEN count(*) = 1 AND max(length(r."before") + length(r."after")) <= 6000 THEN min(r."before") END,
        'after', CASE WHEN count(*) = 1 AND max(length(r."before") + length(r."after")) <= 6000 THEN min(r."after") END) AS detail
    FROM "Revision" r JOIN "Segment" s ON s."id" = r."segmentId" AND s."documentId" = ${documentId}::uuid
      LEFT JOIN "Member" am ON am."id" = r."authorId" LEFT JOIN "User" au ON au."id" = am."userId"
    WHERE r."projectId" = ${projectId}::uuid AND r."kind" <> 'align'
      -- Told by the act on many rows, unless texts alone are asked for.
      ${
        kind
          ? Prisma.empty
          : Prisma.sql`AND NOT (r."kind" IN ('replace', 'reject') AND EXISTS (SELECT FROM "BatchRow" br WHERE br."segmentId" = r."segmentId"
            AND ((r."side" = 'zh' AND br."zhChanged" AND br."zhVersion" = r."version") OR (r."side" = 'en' AND br."enChanged" AND br."enVersion" = r."version"))))`
      }
    GROUP BY r."createdAt", r."memberId", r."kind"`,
  status: ({ projectId, documentId, kind }) => Prisma.sql`
    SELECT min(t."id")::text AS id, t."createdAt" AS at, t."memberId", (array_agg(s."id" ORDER BY s."position"))[1] AS "segmentId",
      (array_agg(s."id" ORDER BY s."position" DESC))[1] AS "lastSegmentId", count(*)::int AS rows,
      jsonb_build_object('is', 'status', 'from', t."from", 'to', t."to", 'verdict', t."verdict", 'reason', max(t."reason")) AS detail
    FROM "Transition" t JOIN "Segment" s ON s."id" = t."segmentId" AND s."documentId" = ${documentId}::uuid
    WHERE t."projectId" = ${projectId}::uuid AND NOT t."demotion"
      ${kind ? Prisma.empty : Prisma.sql`AND NOT EXISTS (SELECT FROM "BatchRow" br WHERE br."segmentId" = t."segmentId" AND br."transitionId" = t."id")`}
    GROUP BY t."createdAt", t."memberId", t."from", t."to", t."verdict"`,
  batch: ({ documentId }) => Prisma.sql`
    SELECT b."id"::text, b."createdAt" AS at, b."memberId", p.first AS "segmentId", p.last AS "lastSegmentId", p.rows,
      jsonb_build_object('is', 'batch', 'batchId', b."id", 'act', b."kind", 'to', b."detail" ->> 'to', 'text', b."detail" -> 'query' ->> 'text',
        'replacement', coalesce(b."detail" ->> 'replacement', b."detail" ->> 'form'), 'undone', b."undoneAt" IS NOT NULL, 'steps', p.steps) AS detail
    FROM "Batch" b CROSS JOIN LATERAL (
      SELECT (array_agg(s."id" ORDER BY s."position"))[1] AS first, (array_agg(s."id" ORDER BY s."position" DESC))[1] AS last,
        count(*)::int AS rows, jsonb_agg(DISTINCT jsonb_build_object('from', r."wasStatus", 'to', r."status")) AS steps
      FROM "BatchRow" r JOIN "Segment" s ON s."id" = r."segmentId" WHERE r."batchId" = b."id") p
    WHERE b."documentId" = ${documentId}::uuid`,
  discrepancy: ({ documentId }) => Prisma.sql`
    SELECT d."id"::text, d."raisedAt" AS at, d."raisedById" AS "memberId", d."segmentId", NULL::int AS "lastSegmentId", 1 AS rows,
      jsonb_build_object('is', 'discrepancy', 'did', 'raise', 'number', d."number", 'reason', '') AS detail
    FROM "Discrepancy" d WHERE d."documentId" = ${documentId}::uuid
    UNION ALL SELECT p."id"::text, p."at", p."memberId", d."segmentId", NULL, 1,
      jsonb_build_object('is', 'discrepancy', 'did', p."act", 'number', d."number", 'reason', left(p."reason", 300))
    FROM "DiscrepancyStep" p JOIN "Discrepancy" d ON d."id" = p."discrepancyId" WHERE d."documentId" = ${documentId}::uuid`,
  suggestion: ({ documentId }) => Prisma.sql`
    SELECT g."id"::text, g."suggestedAt" AS at, g."suggestedById" AS "memberId", g."segmentId", NULL::int AS "lastSegmentId", 1 AS rows,
      jsonb_build_object('is', 'suggestion', 'did', 'suggest', 'side', g."side", 'base', g."base", 'text', g."text", 'reason', g."note") AS detail
    FROM "Suggestion" g WHERE g."documentId" = ${documentId}::uuid
    UNION ALL SELECT g."id"::text, g."settledAt", g."settledById", g."segmentId", NULL, 1,
      jsonb_build_object('is', 'suggestion', 'did',
        CASE g."state" WHEN 'accepted' THEN 'accept' WHEN 'rejected' THEN 'reject' ELSE 'withdraw' END,
        'side', g."side", 'base', g."base", 'text', g."text", 'reason', g."reason")
    FROM "Suggestion" g WHERE g."documentId" = ${documentId}::uuid AND g."settledById" IS NOT NULL`,
  acceptance: ({ documentId, kind }) => Prisma.sql`
    SELECT min(a."id")::text AS id, a."createdAt" AS at, a."memberId", (array_agg(s."id" ORDER BY s."position"))[1] AS "segmentId",
      (array_agg(s."id" ORDER BY s."position" DESC))[1] AS "lastSegmentId", count(DISTINCT s."id")::int AS rows,
      jsonb_build_object('is', 'acceptance', 'side', min(a."side"), 'undo', a."undo") AS detail
    FROM "Acceptance" a JOIN "Segment" s ON s."id" = a."segmentId"
    WHERE a."documentId" = ${documentId}::uuid ${kind ? Prisma.empty : Prisma.sql`AND a."batchId" IS NULL`} GROUP BY a."createdAt", a."memberId", a."undo"`,
  alignment: ({ documentId }) => Prisma.sql`
    SELECT a."id"::text, a."createdAt" AS at, a."memberId", NULL::int AS "segmentId", NULL::int AS "lastSegmentId", a."rows",
      jsonb_build_object('is', 'alignment', 'kind', a."kind", 'undone', a."undoneAt" IS NOT NULL) AS detail
    FROM "AlignmentStep" a WHERE a."documentId" = ${documentId}::uuid`,
  assignment: ({ documentId }) => Prisma.sql`
    SELECT a."id"::text, e.at, e."memberId", first."id" AS "segmentId", last."id" AS "lastSegmentId", 1 AS rows,
      jsonb_build_object('is', 'assignment', 'did', e.did, 'from', fu."name", 'to', tu."name") AS detail
    FROM "Assignment" a
      CROSS JOIN LATERAL (
        SELECT a."createdAt" AS at, a."assignedById" AS "memberId", 'assign' AS did, NULL::uuid AS "fromId",
          -- Whoever had it first: whom it was handed on from, or who has it still.
          CASE WHEN h."id" IS NULL THEN a."memberId" ELSE h."fromMemberId" END AS "toId"
        FROM (SELECT 1) one LEFT JOIN LATERAL (SELECT * FROM "HandOver" h WHERE h."assignmentId" = a."id" ORDER BY h."id" LIMIT 1) h ON true
        UNION ALL SELECT a."finishedAt", a."memberId", 'finish', NULL, a."memberId" WHERE a."finishedAt" IS NOT NULL
        UNION ALL SELECT h."at", h."memberId", h."act", h."fromMemberId", h."toMemberId" FROM "HandOver" h WHERE h."assignmentId" = a."id"
      ) e
      LEFT JOIN "Member" tm ON tm."id" = e."toId" LEFT JOIN "User" tu ON tu."id" = tm."userId"
      LEFT JOIN "Member" fm ON fm."id" = e."fromId" LEFT JOIN "User" fu ON fu."id" = fm."userId"
      LEFT JOIN LATERAL (SELECT s."id" FROM "Segment" s WHERE s."documentId" = a."documentId" AND s."position" >= a."fromPosition"
        ORDER BY s."position" LIMIT 1) first ON true
      LEFT JOIN LATERAL (SELECT s."id" FROM "Segment" s WHERE s."documentId" = a."documentId" AND s."position" <= a."toPosition"
        ORDER BY s."position" DESC LIMIT 1) last ON true
    WHERE a."documentId" = ${documentId}::uuid`,
  comment: ({ documentId }) => Prisma.sql`
    SELECT c."id"::text, c."createdAt" AS at, c."memberId", c."segmentId", NULL::int AS "lastSegmentId", 1 AS rows,
      jsonb_build_object('is', 'comment', 'did', 'write', 'body', left(c."body", 300)) AS detail
    FROM "Comment" c WHERE c."documentId" = ${documentId}::uuid AND c."deletedAt" IS NULL
    UNION ALL SELECT c."id"::text, c."resolvedAt", c."resolvedById", c."segmentId", NULL, 1,
      jsonb_build_object('is', 'comment', 'did', 'resolve', 'body', left(c."body", 300))
    FROM "Comment" c WHERE c."documentId" = ${documentId}::uuid AND c."deletedAt" IS NULL AND c."resolvedById" IS NOT NULL`,
  edition: ({ documentId }) => Prisma.sql`
    SELECT d."id"::text, d."publishedAt" AS at, d."publishedById" AS "memberId", NULL::int AS "segmentId", NULL::int AS "lastSegmentId", d."rows",
      jsonb_build_object('is', 'edition', 'number', d."number", 'changes', d."changes", 'note', left(d."note", 300),
        'reason', left(d."overrideReason", 300)) AS detail
    FROM "Edition" d WHERE d."documentId" = ${documentId}::uuid`,
}
