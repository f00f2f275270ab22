/** Who has which work, and how far it is. */
import type { Actor } from '../auth/actor'
import { requireMember } from '../auth/require-member'
import { db, Prisma } from '../db'
import { ASSIGNMENT_STEPS, type AssignmentStep } from './input'
import { WORK } from './rules'

export type AssignmentRow = {
  id: string
  projectId: string
  projectName: string
  documentId: string
  documentTitle: string
  memberId: string
  memberName: string
  step: AssignmentStep
  state: 'active' | 'finished' | 'withdrawn'
  dueAt: Date | null
  instruction: string
  assignedBy: string
  createdAt: Date
  finishedAt: Date | null
  version: number
  /** First segment of the range, where the work opens. */
  firstSegmentId: number | null
  /** 1-based row numbers of the ends. */
  firstRow: number
  lastRow: number
  segments: number
  /** Segments that have passed the step. */
  done: number
  /** Segments that wait for the step. */
  waiting: number
  /** The first of them; null when none does. */
  firstWaitingId: number | null
  openDiscrepancies: number
}

/** The assignments of a project, or of one document of it, active ones first, soonest due first. */
export async function listAssignments(
  actor: Actor,
  { projectId, documentId }: { projectId: string; documentId?: string },
): Promise<AssignmentRow[]> {
  await requireMember(actor, projectId, 'project.read')
  const ofDocument = documentId ? Prisma.sql`AND a."documentId" = ${documentId}::uuid` : Prisma.empty
  return await rows(Prisma.sql`a."projectId" = ${projectId}::uuid ${ofDocument}`)
}

/** What is given to me in every project I belong to. */
export async function listMyWork(actor: Actor): Promise<AssignmentRow[]> {
  return await rows(Prisma.sql`m."userId" = ${actor.userId}::uuid AND m."removedAt" IS NULL AND a."state" = 'active'`)
}

async function rows(where: Prisma.Sql): Promise<AssignmentRow[]> {
  return await db.$queryRaw<AssignmentRow[]>`
    SELECT a."id", a."projectId", p."name" AS "projectName", a."documentId", doc."title" AS "documentTitle", a."memberId",
      u."name" AS "memberName", a."step", a."state", a."dueAt", a."instruction", au."name" AS "assignedBy", a."createdAt",
      a."finishedAt", a."version", r."firstSegmentId", r."before" + 1 AS "firstRow", r."before" + r."all" AS "lastRow",
      r."segments", r."done", r."waiting", r."firstWaitingId", r."openDiscrepancies"
    FROM "Assignment" a
      JOIN "Document" doc ON doc."id" = a."documentId" AND doc."deletedAt" IS NULL
      JOIN "Project" p ON p."id" = a."projectId" AND p."archivedAt" IS NULL
      JOIN "Member" m ON m."id" = a."memberId" JOIN "User" u ON u."id" = m."userId"
      JOIN "Member" am ON am."id" = a."assignedById" JOIN "User" au ON au."id" = am."userId"
      CROSS JOIN LATERAL (
        SELECT
          (array_agg(s."id" ORDER BY s."position") FILTER (WHERE s."position" >= a."fromPosition"))[1] AS "firstSegmentId",
          count(*) FILTER (WHERE s."position" < a."fromPosition")::int AS "before",
          count(*) FILTER (WHERE s."position" >= a."fromPosition")::int AS "all",
          count(*) FILTER (WHERE s."position" >= a."fromPosition" AND NOT s."locked")::int AS "segments",
          count(*) FILTER (WHERE s."position" >= a."fromPosition" AND NOT s."locked" AND s."status" >= ${statusOf('to')})::int AS "done",
          count(*) FILTER (WHERE s."position" >= a."fromPosition" AND NOT s."locked" AND s."status" = ${statusOf('from')})::int AS "waiting",
          (array_agg(s."id" ORDER BY s."position") FILTER (WHERE s."position" >= a."fromPosition" AND NOT s."locked"
            AND s."status" = ${statusOf('from')}))[1] AS "firstWaitingId",
          (SELECT count(*)::int FROM "Discrepancy" d JOIN "Segment" ds ON ds."id" = d."segmentId" WHERE d."documentId" = a."documentId"
            AND d."state" IN ('open', 'proposed') AND ds."position" BETWEEN a."fromPosition" AND a."toPosition") AS "openDiscrepancies"
        FROM "Segment" s WHERE s."documentId" = a."documentId" AND s."position" <= a."toPosition"
      ) r
    WHERE ${where}
    ORDER BY a."state", a."dueAt" NULLS LAST, a."createdAt"
    LIMIT 2000`
}

/** The status from which the step of the assignment `a` starts, or to which it leads. */
function statusOf(moment: 'from' | 'to'): Prisma.Sql {
  const cases = ASSIGNMENT_STEPS.map((step) => Prisma.sql`WHEN ${step} THEN ${WORK[step][moment]}`)
  return Prisma.sql`(CASE a."step"::text ${Prisma.join(cases, ' ')} END)::"SegmentStatus"`
}
