import type { Actor } from '../auth/actor'
import { OPEN } from '../auth/invitation'
import { requireMember } from '../auth/require-member'
import { db } from '../db'
import { AppError } from '../errors'
import { record } from './audit'
import type { InvitationInput } from './input'

/** Takes an invitation back that nobody has accepted; its link opens nothing any more. */
export async function withdrawInvitation(actor: Actor, { projectId, invitationId }: InvitationInput): Promise<void> {
  await requireMember(actor, projectId, 'member.manage')
  await db.$transaction(async (tx) => {
    const { count } = await tx.invitation.updateMany({
      where: { id: invitationId, projectId, ...OPEN },
      data: { withdrawnAt: new Date() },
    })
    if (count === 0) throw new AppError('conflict', 'changed-meanwhile')
    await record(tx, actor, projectId, 'member.withdraw-invitation', invitationId)
  })
}
