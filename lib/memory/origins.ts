import { db, Prisma } from '../db'
import type { SegmentStatus } from '../segment/rules'
import { isApproved } from './rules'

/** Where a pair of texts stands, and who answers for it. */
export type Origin = {
  segmentId: number
  documentId: string
  document: string
  /** As people count; null where it was not asked for: counting costs as much as the document is long. */
  row: number | null
  status: SegmentStatus
  stale: boolean
  disputed: boolean
  approved: boolean
  /** Who approved the text, or else wrote it; null where nobody did: it came so with its document. */
  by: string | null
  /** When its words changed last, or came. */
  at: string
}

type Row = Omit<Origin, 'approved' | 'at'> & { at: Date }

/** Whose words stand there: who wrote them last, or made the suggestion they were. */
const AUTHOR = Prisma.sql`(SELECT coalesce(r."authorId", r."memberId") FROM "Revision" r WHERE r."segmentId" = s."id" ORDER BY r."id" DESC LIMIT 1)`

const ROW = Prisma.sql`(SELECT count(*)::int FROM "Segment" n WHERE n."documentId" = s."documentId" AND n."position" <= s."position")`

/** Of rows of this project; of one that is gone nothing is answered. */
export async function describeOrigins(
  projectId: string,
  ids: readonly number[],
  { numbered }: { numbered: boolean },
): Promise<Map<number, Origin>> {
  if (ids.length === 0) return new Map()
  const rows = await db.$queryRaw<Row[]>`
    SELECT s."id" AS "segmentId", s."documentId", d."title" AS document,
      ${numbered ? ROW : Prisma.sql`NULL::int`} AS row,
      s."status"::text AS status, s."stale",
      EXISTS (SELECT 1 FROM "Discrepancy" n WHERE n."segmentId" = s."id" AND n."state" IN ('open', 'proposed')) AS disputed,
      u."name" AS by, coalesce(s."changedAt", d."createdAt") AS at
    FROM "Segment" s JOIN "Document" d ON d."id" = s."documentId" AND d."deletedAt" IS NULL
      LEFT JOIN "Member" w ON w."id" = coalesce(s."reviewedBy", s."revisedBy", ${AUTHOR}, s."translatedBy") LEFT JOIN "User" u ON u."id" = w."userId"
    WHERE s."projectId" = ${projectId}::uuid AND s."id" = ANY(${[...ids]}::int[]) AND s."position" IS NOT NULL`
  return new Map(
    rows.map((row) => [row.segmentId, { ...row, approved: isApproved(row), at: row.at.toISOString() }] as const),
  )
}
