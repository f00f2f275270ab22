import type { Actor } from '../auth/actor'
import { newSecret, OPEN } from '../auth/invitation'
import { requireMember } from '../auth/require-member'
import { db } from '../db'
import { AppError } from '../errors'
import { sendLater } from '../mail/outbox'
import { canMail } from '../mail/settings'
import { record } from './audit'
import type { InvitationInput } from './input'
import type { Invited } from './invite-member'

/** A new link for an invitation that was lost or has expired, for another week; the earlier one ends. */
export async function renewInvitation(actor: Actor, { projectId, invitationId }: InvitationInput): Promise<Invited> {
  await requireMember(actor, projectId, 'member.manage')
  return await db.$transaction(async (tx) => {
    const { secret, ...sealed } = newSecret()
    const [renewed] = await tx.invitation.updateManyAndReturn({
      where: { id: invitationId, projectId, ...OPEN },
      data: sealed,
      select: { email: true },
    })
    if (!renewed) throw new AppError('conflict', 'changed-meanwhile')
    await record(tx, actor, projectId, 'member.renew-invitation', invitationId)
    if (!canMail()) return { invitationId, secret }
    await sendLater(tx, 'invitation', renewed.email, { invitationId })
    return { invitationId, secret: null }
  })
}
