import type { Actor } from '../auth/actor'
import { requireMember } from '../auth/require-member'
import { db } from '../db'
import { AppError } from '../errors'
import { record } from '../project/audit'
import type { CloseInput } from './input'

/** Takes work back from whoever has it. What they saved stays. */
export async function withdrawAssignment(actor: Actor, { projectId, assignmentId, seenVersion }: CloseInput) {
  await requireMember(actor, projectId, 'assignment.manage')
  return await db.$transaction(async (tx) => {
    const { count } = await tx.assignment.updateMany({
      where: { id: assignmentId, projectId, state: 'active', version: seenVersion },
      data: { state: 'withdrawn', version: { increment: 1 } },
    })
    if (count === 0) throw new AppError('conflict', 'changed-meanwhile')
    await record(tx, actor, projectId, 'assignment.withdraw', assignmentId)
    return { version: seenVersion + 1 }
  })
}
