import { Prisma } from '../db'
import { CHECK_IDS, FINDING_SEVERITIES } from './rules'
import { dismisses } from './write-findings'

/**
 * The findings `f` of a document that its project wants to see, each with the narrowest dismissal `d` that holds for it, if
 * any, as pieces of a statement. `order` is that of the document, the gravest of a row first, and always the same: the
 * place of a finding among those of its row names it.
 */
export function standing(projectId: string, documentId: string) {
  const severity = Prisma.sql`coalesce(c."severity", f."severity")`
  return {
    severity,
    raised: Prisma.sql`EXISTS (SELECT 1 FROM "FindingOutcome" o WHERE o."segmentId" = f."segmentId" AND o."key" = f."key" AND o."outcome" = 'raised')`,
    from: Prisma.sql`FROM "Finding" f JOIN "Segment" s ON s."id" = f."segmentId" AND s."position" IS NOT NULL
      LEFT JOIN "CheckSetting" c ON c."projectId" = f."projectId" AND c."check" = f."check"
      LEFT JOIN LATERAL (
        SELECT d."id", d."reason", d."note", d."createdAt", u."name" AS by,
          CASE WHEN d."segmentId" IS NOT NULL THEN 'place' WHEN d."documentId" IS NOT NULL THEN 'document' ELSE 'project' END AS scope
        FROM "Dismissal" d JOIN "Member" m ON m."id" = d."memberId" JOIN "User" u ON u."id" = m."userId"
        WHERE ${dismisses(Prisma.sql`f."segmentId"`, Prisma.sql`f."key"`, projectId, documentId)}
        ORDER BY d."documentId" NULLS LAST, d."segmentId" NULLS LAST LIMIT 1
      ) d ON true
      WHERE f."documentId" = ${documentId}::uuid AND f."projectId" = ${projectId}::uuid AND NOT coalesce(c."off", false)
        AND f."check" = ANY(${[...CHECK_IDS]}::text[])`,
    order: Prisma.sql`s."position", array_position(${[...FINDING_SEVERITIES]}::text[], ${severity}), coalesce(f."enFrom", f."zhFrom", 0), f."id"`,
  }
}
