import type { Actor } from '../auth/actor'
import { requireMember } from '../auth/require-member'
import { db } from '../db'
import { AppError } from '../errors'
import { record } from './audit'
import type { ChangeMemberRoleInput } from './input'
import { requireOtherManager } from './require-other-manager'

/** Gives a member another role, from now on. What they did before stays theirs. */
export async function changeMemberRole(actor: Actor, { projectId, memberId, role }: ChangeMemberRoleInput) {
  await requireMember(actor, projectId, 'member.manage')
  await db.$transaction(async (tx) => {
    const member = await tx.member.findFirst({
      where: { id: memberId, projectId, removedAt: null },
      select: { role: true },
    })
    if (!member) throw new AppError('not-found', 'member-not-in-project')
    if (member.role === role) return
    if (member.role === 'manager') await requireOtherManager(tx, projectId, memberId)
    await tx.member.updateMany({ where: { id: memberId, projectId }, data: { role } })
    await record(tx, actor, projectId, 'member.change-role', memberId, { before: member.role, after: role })
  })
}
