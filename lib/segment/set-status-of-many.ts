/** Leads many rows one step on or back, in one transaction: all that may go, go; the others stay, and it is said why. */
import type { Actor } from '../auth/actor'
import { type ActingMember, requireMember } from '../auth/require-member'
import { db, Prisma, type Transaction } from '../db'
import { AppError } from '../errors'
import { record } from '../project/audit'
import { type ActedRow, lockActedRows, readActedRows } from './acted-rows'
import { keepBatchRows, openBatch } from './batch'
import type { PreviewStatusInput, StatusOfManyInput } from './input'
import { idsIn } from './row-ranges'
import { canTakeSteps, mayReach, refuseStep, type SegmentStatus, type StepRefusal, trailAfter } from './rules'

export type Refused = Partial<Record<StepRefusal, number[]>>

/** Ids of the rows that would go, and of those that would not by the reason. `snapshot` is handed back with the act. */
export type StatusPreview = { going: number[]; refused: Refused; snapshot: string }

export async function previewStatusOfMany(actor: Actor, input: PreviewStatusInput): Promise<StatusPreview> {
  const { projectId, documentId, to } = input
  const member = await requireStepTo(actor, projectId, to)
  const judge = await judgeFor(db, member, input)
  const { rows, snapshot } = await readActedRows({ projectId, documentId, ids: idsIn(input.rows) })
  const { going, refused } = judge(rows)
  return { going: going.map(({ id }) => id), refused, snapshot }
}

export type StatusOfMany = { batchId: string | null; changed: number[]; refused: Refused }

/** Rows that were changed after the preview stay as they are. `batchId` undoes the whole. */
export async function setStatusOfMany(actor: Actor, input: StatusOfManyInput): Promise<StatusOfMany> {
  const { projectId, documentId, to, snapshot } = input
  const member = await requireStepTo(actor, projectId, to)
  return await db.$transaction(async (tx) => {
    const judge = await judgeFor(tx, member, input)
    const { going, refused } = judge(
      await lockActedRows(tx, { projectId, documentId, ids: idsIn(input.rows) }, snapshot),
    )
    const changed = going.map(({ id }) => id)
    if (changed.length === 0) return { batchId: null, changed, refused }
    await lead(tx, member, projectId, going, to)
    const batchId = await openBatch(tx, { projectId, documentId, memberId: member.id, kind: 'status', detail: { to } })
    await keepBatchRows(tx, batchId, going)
    await record(tx, actor, projectId, 'segment.status-of-many', documentId, { to, rows: changed.length, batchId })
    return { batchId, changed, refused }
  })
}

async function requireStepTo(actor: Actor, projectId: string, to: SegmentStatus): Promise<ActingMember> {
  const member = await requireMember(actor, projectId, 'project.read')
  if (!mayReach(to, member.role)) throw new AppError('forbidden', 'not-allowed')
  return member
}

async function judgeFor(
  tx: Transaction,
  { id, role }: ActingMember,
  { projectId, documentId, to }: PreviewStatusInput,
) {
  const document = await tx.document.findFirst({
    where: { id: documentId, projectId, deletedAt: null },
    select: { project: { select: { fourEyes: true } }, sources: { select: { id: true } } },
  })
  if (!document) throw new AppError('not-found', 'not-found')
  if (!canTakeSteps(document.sources.length)) throw new AppError('invalid', 'nothing-to-compare')
  const { fourEyes } = document.project
  return (rows: ActedRow[]) => {
    const refused: Refused = {}
    const going = rows.filter((row) => {
      const why = row.changed ? 'changed' : refuseStep(row, to, { id, role, fourEyes })
      if (why === null) return true
      const alike = refused[why] ?? []
      refused[why] = alike
      alike.push(row.id)
      return false
    })
    return { going, refused }
  }
}

/** The rows are locked and judged; those that come from one status change alike. */
async function lead(tx: Transaction, member: ActingMember, projectId: string, rows: ActedRow[], to: SegmentStatus) {
  for (const from of new Set(rows.map(({ status }) => status))) {
    const ids = rows.filter(({ status }) => status === from).map(({ id }) => id)
    await tx.$executeRaw`
      UPDATE "Segment" SET "status" = ${to}::"SegmentStatus" ${trailColumns(trailAfter(from, to, member.id))}
      WHERE "projectId" = ${projectId}::uuid AND "id" = ANY(${ids}::int[])`
    await tx.$executeRaw`
      INSERT INTO "Transition" ("projectId", "segmentId", "from", "to", "memberId", "sessionId")
      SELECT ${projectId}::uuid, id, ${from}::"SegmentStatus", ${to}::"SegmentStatus", ${member.id}::uuid, ${member.sessionId ?? null}::uuid FROM unnest(${ids}::int[]) AS id`
  }
}

function trailColumns(trail: ReturnType<typeof trailAfter>): Prisma.Sql {
  const columns = Object.entries(trail) as [keyof typeof TRAIL, string | null][]
  return Prisma.join(
    [Prisma.empty, ...columns.map(([name, member]) => Prisma.sql`${TRAIL[name]} = ${member}::uuid`)],
    ', ',
  )
}

const TRAIL = {
  translatedBy: Prisma.sql`"translatedBy"`,
  revisedBy: Prisma.sql`"revisedBy"`,
  reviewedBy: Prisma.sql`"reviewedBy"`,
}
