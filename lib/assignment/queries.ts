/** Who has which work, and how far it is. */
import type { Actor } from '../auth/actor'
import { requireMember } from '../auth/require-member'
import type { MemberRole } from '../auth/roles'
import { db, Prisma } from '../db'
import { countOwnRows } from './own-rows'
import { ASSIGNMENT_STEPS, type AssignmentStep, type HandOverAct, mayTake, WORK } from './rules'

/** How an assignment came from one to another, oldest first; null is the pool. */
export type HandOverRow = {
  act: HandOverAct
  from: string | null
  to: string | null
  by: string
  reason: string
  at: string
}

export type AssignmentRow = {
  id: string
  projectId: string
  projectName: string
  documentId: string
  documentTitle: string
  /** null: in the pool. */
  memberId: string | null
  memberName: string | null
  /** Who may take it from the pool; null: whoever may do the step. */
  poolRole: MemberRole | null
  step: AssignmentStep
  state: 'active' | 'finished' | 'withdrawn'
  dueAt: Date | null
  /** The zone the date was said in. */
  zone: string
  instruction: string
  assignedBy: string
  createdAt: Date
  finishedAt: Date | null
  version: number
  /** First and last segment of the range. */
  firstSegmentId: number | null
  lastSegmentId: number | null
  /** 1-based row numbers of the ends. */
  firstRow: number
  lastRow: number
  segments: number
  /** Segments that have passed the step, and hold. */
  done: number
  /** Segments that wait for the step. */
  waiting: number
  /** The first of them, where the work goes on; null when none does. */
  firstWaitingId: number | null
  /** Segments that have passed it on a governing text that has changed since. The rest waits for the step before. */
  stale: number
  openDiscrepancies: number
  handOvers: HandOverRow[]
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

export type PoolRow = AssignmentRow & {
  /** Rows that four eyes bar me from; then I may not take it. */
  ownRows: number
}

/** What lies in the pools of my projects for my role to take. */
export async function listMyPool(actor: Actor): Promise<PoolRow[]> {
  const mine = await db.member.findMany({
    where: { userId: actor.userId, removedAt: null, project: { archivedAt: null } },
    select: { id: true, projectId: true, role: true, project: { select: { fourEyes: true } } },
  })
  if (mine.length === 0) return []
  const ids = Prisma.join(mine.map(({ projectId }) => Prisma.sql`${projectId}::uuid`))
  const pool = await rows(Prisma.sql`a."projectId" IN (${ids}) AND a."memberId" IS NULL AND a."state" = 'active'`)
  const of = new Map(mine.map((member) => [member.projectId, member]))
  const open = pool.filter(({ projectId, step, poolRole }) => mayTake(of.get(projectId)!.role, step, poolRole))
  return await Promise.all(
    open.map(async (row) => {
      const me = of.get(row.projectId)!
      return { ...row, ownRows: me.project.fourEyes ? await ownRowsIn(row.id, me.id) : 0 }
    }),
  )
}

async function ownRowsIn(assignmentId: string, memberId: string): Promise<number> {
  const work = await db.assignment.findUniqueOrThrow({
    where: { id: assignmentId },
    select: { projectId: true, documentId: true, step: true, fromPosition: true, toPosition: true },
  })
  const range = { from: work.fromPosition, to: work.toPosition }
  return (await countOwnRows(db, work, work.step, [range])).get(memberId) ?? 0
}

// rowProgress of rules.ts in the words of the database; tests/assignment/progress.test.ts holds them together.
const ASKED = Prisma.sql`s."position" >= a."fromPosition" AND NOT s."locked"`
const PASSED = Prisma.sql`${ASKED} AND s."status" >= work."to"`
const WAITING = Prisma.sql`${ASKED} AND s."status" = work."from"`

async function rows(where: Prisma.Sql): Promise<AssignmentRow[]> {
  return await db.$queryRaw<AssignmentRow[]>`
    SELECT a."id", a."projectId", p."name" AS "projectName", a."documentId", doc."title" AS "documentTitle", a."memberId",
      u."name" AS "memberName", a."poolRole", a."step", a."state", a."dueAt", a."zone", a."instruction", coalesce(given.by, au."name") AS "assignedBy",
      a."createdAt", a."finishedAt", a."version", r."firstSegmentId", r."lastSegmentId",
      r."before" + 1 AS "firstRow", r."before" + r."all" AS "lastRow", r."segments", r."done", r."stale", r."waiting", r."firstWaitingId", r."openDiscrepancies",
      (SELECT coalesce(jsonb_agg(jsonb_build_object('act', h."act", 'from', hf."name", 'to', ht."name", 'by', hb."name",
          'reason', h."reason", 'at', h."at") ORDER BY h."id"), '[]'::jsonb)
        FROM "HandOver" h JOIN "Member" bm ON bm."id" = h."memberId" JOIN "User" hb ON hb."id" = bm."userId"
          LEFT JOIN "Member" fm ON fm."id" = h."fromMemberId" LEFT JOIN "User" hf ON hf."id" = fm."userId"
          LEFT JOIN "Member" tm ON tm."id" = h."toMemberId" LEFT JOIN "User" ht ON ht."id" = tm."userId"
        WHERE h."assignmentId" = a."id") AS "handOvers"
    FROM "Assignment" a
      JOIN "Document" doc ON doc."id" = a."documentId" AND doc."deletedAt" IS NULL
      JOIN "Project" p ON p."id" = a."projectId" AND p."archivedAt" IS NULL
      LEFT JOIN "Member" m ON m."id" = a."memberId" LEFT JOIN "User" u ON u."id" = m."userId"
      JOIN "Member" am ON am."id" = a."assignedById" JOIN "User" au ON au."id" = am."userId"
      LEFT JOIN LATERAL (SELECT gu."name" AS by FROM "HandOver" g JOIN "Member" gm ON gm."id" = g."memberId" JOIN "User" gu ON gu."id" = gm."userId"
        WHERE g."assignmentId" = a."id" AND g."act" = 'hand-over' ORDER BY g."id" DESC LIMIT 1) given ON true
      CROSS JOIN LATERAL (SELECT ${statusOf('from')} AS "from", ${statusOf('to')} AS "to") work
      CROSS JOIN LATERAL (
        SELECT
          (array_agg(s."id" ORDER BY s."position") FILTER (WHERE s."position" >= a."fromPosition"))[1] AS "firstSegmentId",
          (array_agg(s."id" ORDER BY s."position" DESC) FILTER (WHERE s."position" >= a."fromPosition"))[1] AS "lastSegmentId",
          (array_agg(s."id" ORDER BY s."position") FILTER (WHERE ${WAITING}))[1] AS "firstWaitingId",
          count(*) FILTER (WHERE s."position" < a."fromPosition")::int AS "before",
          count(*) FILTER (WHERE s."position" >= a."fromPosition")::int AS "all",
          count(*) FILTER (WHERE ${ASKED})::int AS "segments",
          count(*) FILTER (WHERE ${PASSED} AND NOT s."stale")::int AS "done",
          count(*) FILTER (WHERE ${PASSED} AND s."stale")::int AS "stale",
          count(*) FILTER (WHERE ${WAITING})::int AS "waiting",
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
