/**
 * Invitations to a project. The secret is shown once or mailed; the database holds its SHA-256 only (256 random bits need no slow
 * hash). It works once, for a week, and only for the address it was made for.
 */
import { createHash, randomBytes } from 'node:crypto'
import { db, type Transaction } from '../db'
import { AppError } from '../errors'
import type { MemberRole } from './roles'

export const INVITATION_DAYS = 7

const DAY_MS = 24 * 60 * 60_000

export const hashOf = (secret: string) => createHash('sha256').update(secret).digest('hex')

/** What an invitation is made or renewed with. */
export function newSecret(now = Date.now()): { secret: string; secretHash: string; expiresAt: Date } {
  const secret = randomBytes(32).toString('base64url')
  return { secret, secretHash: hashOf(secret), expiresAt: new Date(now + INVITATION_DAYS * DAY_MS) }
}

/** Neither accepted nor withdrawn, to a project that is there. */
export const OPEN = { acceptedAt: null, withdrawnAt: null, project: { archivedAt: null } } as const

export type OpenInvitation = {
  id: string
  projectId: string
  email: string
  name: string
  role: MemberRole
  project: string
  by: string
}

/** null once used, withdrawn or expired. */
export async function findInvitation(secret: string, tx: Transaction = db): Promise<OpenInvitation | null> {
  const found = await tx.invitation.findFirst({
    where: { secretHash: hashOf(secret), expiresAt: { gt: new Date() }, ...OPEN },
    select: {
      ...{ id: true, projectId: true, email: true, name: true, role: true },
      project: { select: { name: true } },
      invitedBy: { select: { user: { select: { name: true } } } },
    },
  })
  if (!found) return null
  const { project, invitedBy, ...invitation } = found
  return { ...invitation, project: project.name, by: invitedBy.user.name }
}

export async function requireInvitation(tx: Transaction, secret: string): Promise<OpenInvitation> {
  const invitation = await findInvitation(secret, tx)
  if (!invitation) throw new AppError('not-found', 'link-expired')
  return invitation
}
