/** One's own notices. Those of a project one has left, or of a document that was deleted, are not shown: they would tell of it. */
import type { Actor } from '../auth/actor'
import { db, Prisma, type Transaction } from '../db'
import type { NoticeKind } from './rules'

export type NoticeRow = {
  id: string
  kind: NoticeKind
  projectId: string
  projectName: string
  /** null where an import failed: there is no document yet. */
  documentId: string | null
  /** Where there is no document, what the job was to make. */
  documentTitle: string
  segmentId: number | null
  /** Whose deed it tells of; null for a date. */
  by: string | null
  /** What was written, or said with it. */
  words: string
  /** The act of a discrepancy, how work came back to the pool, the step of an assignment, or the kind of a job. */
  what: string | null
  /** The comment, assignment, job or edition it is about. */
  subject: string
  /** Whose work is late; empty where it lies in the pool. */
  whose: string
  /** The number of a discrepancy or an edition. */
  number: number | null
  /** The comment is about a discrepancy. */
  onNote: boolean
  /** How many others of its notes took the same step at once. */
  more: number
  dueAt: Date | null
  at: Date
  read: boolean
}

const SHOWN = 100

const VISIBLE = Prisma.sql`
  JOIN "Project" p ON p."id" = n."projectId" AND p."archivedAt" IS NULL
  LEFT JOIN "Document" d ON d."id" = n."documentId"
  JOIN "Member" me ON me."projectId" = n."projectId" AND me."userId" = n."userId" AND me."removedAt" IS NULL`

/** After the joins: what is told of is still there. */
const STANDS = Prisma.sql`(n."documentId" IS NULL OR d."deletedAt" IS NULL AND d."id" IS NOT NULL)`

export async function countNotices(actor: Actor): Promise<{ unread: number }> {
  const [row] = await db.$queryRaw<{ unread: number }[]>`
    SELECT count(*)::int AS unread FROM "Notice" n ${VISIBLE}
    WHERE n."userId" = ${actor.userId}::uuid AND n."readAt" IS NULL AND ${STANDS}`
  return { unread: row.unread }
}

/** The newest first. */
export async function listNotices(actor: Actor): Promise<NoticeRow[]> {
  return readRows(db, Prisma.sql`n."userId" = ${actor.userId}::uuid`)
}

export async function readRows(tx: Transaction, which: Prisma.Sql): Promise<NoticeRow[]> {
  return tx.$queryRaw<NoticeRow[]>`
    SELECT n."id"::text, n."kind", n."projectId", p."name" AS "projectName", n."documentId", coalesce(d."title", j."title", '') AS "documentTitle",
      n."segmentId", u."name" AS "by", coalesce(c."body", s."reason", h."reason", a."instruction", '') AS "words",
      coalesce(s."act", h."act", a."step"::text, j."kind") AS "what", coalesce(x."number", e."number") AS "number", n."subject",
      coalesce(late."name", '') AS "whose", c."discrepancyId" IS NOT NULL AS "onNote",
      (SELECT count(*)::int FROM "DiscrepancyStep" o WHERE o."batchId" = s."batchId" AND o."id" <> s."id") AS "more", a."dueAt", n."createdAt" AS "at", n."readAt" IS NOT NULL AS "read"
    FROM "Notice" n ${VISIBLE}
      LEFT JOIN "Member" m ON m."id" = n."memberId" LEFT JOIN "User" u ON u."id" = m."userId"
      LEFT JOIN "Comment" c ON n."kind" = 'mention' AND c."id"::text = n."subject"
      LEFT JOIN "DiscrepancyStep" s ON n."kind" = 'discrepancy' AND s."id"::text = n."subject"
      LEFT JOIN "Discrepancy" x ON x."id" = s."discrepancyId"
      LEFT JOIN "HandOver" h ON n."kind" = 'returned' AND h."id"::text = n."subject"
      LEFT JOIN "Assignment" a ON (n."kind" IN ('assigned', 'changed', 'withdrawn', 'due', 'overdue', 'late') AND a."id"::text = n."subject") OR a."id" = h."assignmentId"
      LEFT JOIN "Job" j ON n."kind" IN ('export', 'failed') AND j."id"::text = n."subject"
      LEFT JOIN "Edition" e ON n."kind" = 'published' AND e."id"::text = n."subject"
      LEFT JOIN "Member" lm ON n."kind" = 'late' AND lm."id" = a."memberId" LEFT JOIN "User" late ON late."id" = lm."userId"
    WHERE ${which} AND ${STANDS} ORDER BY n."createdAt" DESC, n."id" DESC LIMIT ${SHOWN}`
}
