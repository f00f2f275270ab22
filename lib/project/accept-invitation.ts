import type { Actor } from '../auth/actor'
import { type OpenInvitation, requireInvitation } from '../auth/invitation'
import { db, type Transaction } from '../db'
import { AppError } from '../errors'
import { record } from './audit'
import type { AcceptInput } from './input'

/** Becomes a member of the project one was invited to, under the address the invitation is for. */
export async function acceptInvitation(actor: Actor, { secret }: AcceptInput): Promise<{ projectId: string }> {
  return await db.$transaction(async (tx) => {
    const invitation = await requireInvitation(tx, secret)
    if (invitation.email !== actor.email) throw new AppError('forbidden', 'invitation-for-another')
    await joinByInvitation(tx, actor, invitation)
    return { projectId: invitation.projectId }
  })
}

/** Uses the invitation up. Someone who was a member before gets the old membership back, with its history and the new role. */
export async function joinByInvitation(
  tx: Transaction,
  actor: Pick<Actor, 'userId' | 'sessionId'>,
  { id, projectId, role }: OpenInvitation,
): Promise<void> {
  const { userId } = actor
  const { count } = await tx.invitation.updateMany({
    where: { id, acceptedAt: null, withdrawnAt: null, expiresAt: { gt: new Date() } },
    data: { acceptedAt: new Date() },
  })
  if (count === 0) throw new AppError('not-found', 'link-expired')
  const { id: memberId } = await tx.member.upsert({
    where: { projectId_userId: { projectId, userId } },
    create: { projectId, userId, role },
    update: { removedAt: null, role },
    select: { id: true },
  })
  await record(tx, actor, projectId, 'member.add', memberId, { role, invitationId: id })
}
