import { returnWork } from '../assignment/return-work'
import type { Actor } from '../auth/actor'
import { requireMember } from '../auth/require-member'
import { db } from '../db'
import { AppError } from '../errors'
import { record } from './audit'
import type { ChangeMemberRoleInput } from './input'
import { requireOtherManager } from './require-other-manager'

/** Gives a member another role, from now on. What they did before stays theirs; work the new role does not take goes back to the pool. */
export async function changeMemberRole(actor: Actor, { projectId, memberId, role }: ChangeMemberRoleInput) {
  const manager = await requireMember(actor, projectId, 'member.manage')
  return await db.$transaction(async (tx) => {
    const member = await tx.member.findFirst({
      where: { id: memberId, projectId, removedAt: null },
      select: { role: true },
    })
    if (!member) throw new AppError('not-found', 'member-not-in-project')
    if (member.role === role) return { returned: 0 }
    if (member.role === 'manager') await requireOtherManager(tx, projectId, memberId)
    await tx.member.updateMany({ where: { id: memberId, projectId }, data: { role } })
    const returned = await returnWork(tx, actor, manager, { projectId, memberId, role })
    await record(tx, actor, projectId, 'member.change-role', memberId, { before: member.role, after: role, returned })
    return { returned }
  })
}
