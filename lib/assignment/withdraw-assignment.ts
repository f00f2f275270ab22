import type { Actor } from '../auth/actor'
import { requireMember } from '../auth/require-member'
import { db } from '../db'
import { record } from '../project/audit'
import type { CloseInput } from './input'
import { lockWork } from './pass-on'

/** Takes work back from whoever has it, or out of the pool: it is not to be done any more. What was saved stays. */
export async function withdrawAssignment(actor: Actor, input: CloseInput): Promise<{ version: number }> {
  const manager = await requireMember(actor, input.projectId, 'assignment.manage')
  return await db.$transaction(async (tx) => {
    const { id, projectId, memberId, version } = await lockWork(tx, input)
    await tx.assignment.update({ where: { id }, data: { state: 'withdrawn', version: version + 1 } })
    await tx.handOver.create({
      data: { projectId, assignmentId: id, act: 'withdraw', fromMemberId: memberId, memberId: manager.id },
    })
    await record(tx, actor, projectId, 'assignment.withdraw', id)
    return { version: version + 1 }
  })
}
