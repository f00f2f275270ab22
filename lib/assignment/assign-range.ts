import type { Actor } from '../auth/actor'
import { requireMember } from '../auth/require-member'
import { db, type Transaction } from '../db'
import { AppError } from '../errors'
import { record } from '../project/audit'
import type { AssignInput } from './input'

/** Gives a range of segments to a member for one step. The ends may come in either order. */
export async function assignRange(actor: Actor, input: AssignInput): Promise<{ id: string }> {
  const { projectId, documentId, memberId, fromSegmentId, toSegmentId, step, dueAt, instruction } = input
  const manager = await requireMember(actor, projectId, 'assignment.manage')
  return await db.$transaction(async (tx) => {
    const assignee = await tx.member.findFirst({
      where: { id: memberId, projectId, removedAt: null },
      select: { id: true },
    })
    if (!assignee) throw new AppError('invalid', 'member-not-in-project')
    const one = await positionOf(tx, input, Math.min(fromSegmentId, toSegmentId))
    const other = await positionOf(tx, input, Math.max(fromSegmentId, toSegmentId))
    const assignment = await tx.assignment.create({
      data: {
        projectId,
        documentId,
        memberId,
        fromPosition: Math.min(one, other),
        toPosition: Math.max(one, other),
        step,
        dueAt,
        instruction,
        assignedById: manager.id,
      },
      select: { id: true },
    })
    await record(tx, actor, projectId, 'assignment.assign', assignment.id, { memberId, step })
    return assignment
  })
}

/** Held until the range is written: rows that are being replaced or moved in this moment must not leave it pointing elsewhere. */
async function positionOf(tx: Transaction, { projectId, documentId }: AssignInput, segmentId: number): Promise<number> {
  const [segment] = await tx.$queryRaw<{ position: number }[]>`
    SELECT s."position" FROM "Segment" s JOIN "Document" d ON d."id" = s."documentId" AND d."deletedAt" IS NULL
    WHERE s."id" = ${segmentId} AND s."projectId" = ${projectId}::uuid AND s."documentId" = ${documentId}::uuid
      AND s."position" IS NOT NULL FOR SHARE OF s`
  if (!segment) throw new AppError('invalid', 'range-outside-document')
  return segment.position
}
