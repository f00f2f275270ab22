import { returnWork } from '../assignment/return-work'
import type { Actor } from '../auth/actor'
import { requireMember } from '../auth/require-member'
import { db } from '../db'
import { AppError } from '../errors'
import { record } from './audit'
import type { MemberInput } from './input'
import { requireOtherManager } from './require-other-manager'

/** Takes a person out of the project. Their edits keep their name; work not finished goes back to the pool. */
export async function removeMember(actor: Actor, { projectId, memberId }: MemberInput): Promise<{ returned: number }> {
  const manager = await requireMember(actor, projectId, 'member.manage')
  return await db.$transaction(async (tx) => {
    const member = await tx.member.findFirst({
      where: { id: memberId, projectId, removedAt: null },
      select: { role: true },
    })
    if (!member) throw new AppError('not-found', 'member-not-in-project')
    if (member.role === 'manager') await requireOtherManager(tx, projectId, memberId)
    await tx.member.updateMany({ where: { id: memberId, projectId }, data: { removedAt: new Date() } })
    const returned = await returnWork(tx, actor, manager, { projectId, memberId, role: null })
    await record(tx, actor, projectId, 'member.remove', memberId, { role: member.role, returned })
    return { returned }
  })
}
