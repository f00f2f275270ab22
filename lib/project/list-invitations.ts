import type { Actor } from '../auth/actor'
import { OPEN } from '../auth/invitation'
import { requireMember } from '../auth/require-member'
import type { MemberRole } from '../auth/roles'
import { db } from '../db'

export type InvitationRow = {
  id: string
  name: string
  email: string
  role: MemberRole
  by: string
  expiresAt: Date
  expired: boolean
}

/** Those who were invited and have not accepted yet, the newest first; for managers. */
export async function listInvitations(actor: Actor, projectId: string): Promise<InvitationRow[]> {
  await requireMember(actor, projectId, 'member.manage')
  const invitations = await db.invitation.findMany({
    where: { projectId, ...OPEN },
    orderBy: { createdAt: 'desc' },
    select: {
      ...{ id: true, name: true, email: true, role: true, expiresAt: true },
      invitedBy: { select: { user: { select: { name: true } } } },
    },
  })
  const now = new Date()
  return invitations.map(({ invitedBy, ...row }) => ({
    ...row,
    by: invitedBy.user.name,
    expired: row.expiresAt <= now,
  }))
}
