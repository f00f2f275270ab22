import type { Actor } from '../auth/actor'
import { requireMember } from '../auth/require-member'
import { createSetupLink } from '../auth/setup-link'
import { db, type Transaction } from '../db'
import { AppError } from '../errors'
import { record } from './audit'
import type { MemberInput } from './input'
import { mayIssueLink } from './rules'

/** A new set-up link for a member whose old one was lost or who forgot the password; earlier ones end. */
export async function issueSetupLink(
  actor: Actor,
  { projectId, memberId }: MemberInput,
): Promise<{ setupSecret: string }> {
  await requireMember(actor, projectId, 'member.manage')
  return db.$transaction(async (tx) => {
    const user = await memberUser(tx, projectId, memberId)
    if (!mayIssueLink(actor, user, await managesAllProjectsOf(tx, actor, user.id)))
      throw new AppError('forbidden', 'not-allowed')
    await record(tx, actor, projectId, 'member.issue-setup-link', memberId)
    return { setupSecret: await createSetupLink(tx, user.id) }
  })
}

async function memberUser(tx: Transaction, projectId: string, memberId: string) {
  const member = await tx.member.findFirst({
    where: { id: memberId, projectId, removedAt: null },
    select: { user: { select: { id: true, passwordHash: true, role: true, disabledAt: true } } },
  })
  if (!member) throw new AppError('not-found', 'member-not-in-project')
  const { passwordHash, ...user } = member.user
  return { ...user, hasPassword: passwordHash !== null }
}

/** Membership that was ended counts too: adding the person again would revive it. */
async function managesAllProjectsOf(tx: Transaction, actor: Actor, userId: string): Promise<boolean> {
  const elsewhere = await tx.member.findFirst({
    where: {
      userId,
      project: { members: { none: { userId: actor.userId, role: 'manager', removedAt: null } } },
    },
    select: { id: true },
  })
  return elsewhere === null
}
