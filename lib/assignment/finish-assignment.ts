import type { Actor } from '../auth/actor'
import { requireMember } from '../auth/require-member'
import { db } from '../db'
import { AppError } from '../errors'
import { record } from '../project/audit'
import type { CloseInput } from './input'

/** Reports one's own work as done. */
export async function finishAssignment(actor: Actor, { projectId, assignmentId, seenVersion }: CloseInput) {
  const member = await requireMember(actor, projectId, 'assignment.finish')
  return await db.$transaction(async (tx) => {
    const { count } = await tx.assignment.updateMany({
      where: { id: assignmentId, projectId, memberId: member.id, state: 'active', version: seenVersion },
      data: { state: 'finished', finishedAt: new Date(), version: { increment: 1 } },
    })
    if (count === 0) throw new AppError('conflict', 'changed-meanwhile')
    await record(tx, actor, projectId, 'assignment.finish', assignmentId)
    return { version: seenVersion + 1 }
  })
}
