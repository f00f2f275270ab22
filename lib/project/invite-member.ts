import type { Actor } from '../auth/actor'
import { newSecret } from '../auth/invitation'
import { type ActingMember, requireMember } from '../auth/require-member'
import { db, type Transaction } from '../db'
import { AppError } from '../errors'
import { sendLater } from '../mail/outbox'
import { canMail } from '../mail/settings'
import { record } from './audit'
import type { InviteInput } from './input'

export type Invited = {
  invitationId: string
  /** The secret of the link, shown this once, where no mail will bring it. */
  secret: string | null
}

/** Invites an address to a project. The answer is the same whether or not it has an account here; an earlier invitation of it ends. */
export async function inviteMember(actor: Actor, input: InviteInput): Promise<Invited> {
  const { projectId, email, role } = input
  const member = await requireMember(actor, projectId, 'member.manage')
  return await db.$transaction(async (tx) => {
    // Members see one another's addresses: this tells a manager nothing new.
    const present = await tx.member.count({ where: { projectId, removedAt: null, user: { email } } })
    if (present > 0) throw new AppError('conflict', 'already-member', { field: 'email' })
    const { secret, ...sealed } = newSecret()
    const id = await write(tx, member, input, sealed)
    await record(tx, actor, projectId, 'member.invite', id, { role })
    if (!canMail()) return { invitationId: id, secret }
    await sendLater(tx, 'invitation', email, { invitationId: id })
    return { invitationId: id, secret: null }
  })
}

async function write(
  tx: Transaction,
  member: ActingMember,
  { projectId, email, name, role }: InviteInput,
  sealed: { secretHash: string; expiresAt: Date },
): Promise<string> {
  const open = { projectId, email, acceptedAt: null, withdrawnAt: null }
  await tx.$queryRaw`SELECT 1 FROM "Project" WHERE "id" = ${projectId}::uuid FOR UPDATE`
  await tx.invitation.updateMany({ where: open, data: { withdrawnAt: new Date() } })
  const data = { projectId, email, name, role, invitedById: member.id, ...sealed }
  return (await tx.invitation.create({ data, select: { id: true } })).id
}
