/**
 * Links by which a person sets a password, for a start or because it was forgotten. The secret is shown once,
 * to be handed over or mailed; the database holds its SHA-256 only (256 random bits need no slow hash). A link works once:
 * an invitation for seven days, a reset for an hour.
 */
import { createHash, randomBytes } from 'node:crypto'
import { db, type Transaction } from '../db'
import { AppError } from '../errors'
import type { CompleteSetupInput, ResetPasswordInput } from './input'
import { hashPassword, requireStrongPassword } from './password'
import { PLACEHOLDER_EMAIL } from './placeholder-email'
import { recordOwn } from './record-own'

const HOUR_MS = 60 * 60_000

export type LinkPurpose = 'setup' | 'reset'

// A reset goes to a box that others may see; an invitation waits for a newcomer who is away.
export const VALID_HOURS: Record<LinkPurpose, number> = { setup: 7 * 24, reset: 1 }

/**
 * Earlier unused links of the person for the same purpose end with it; an invitation outlives a reset that a stranger asks for.
 * Answers the secret, for `/set-up/<secret>` or `/reset/<secret>`.
 */
export async function createSetupLink(
  tx: Transaction,
  userId: string,
  purpose: LinkPurpose = 'setup',
): Promise<string> {
  const secret = randomBytes(32).toString('base64url')
  const expiresAt = new Date(Date.now() + VALID_HOURS[purpose] * HOUR_MS)
  await tx.setupLink.deleteMany({ where: { userId, purpose, usedAt: null } })
  await tx.setupLink.create({ data: { userId, purpose, secretHash: hashOf(secret), expiresAt } })
  return secret
}

export type SetupPerson = { name: string; email: string | null }

/** Whom a link is for; `email` is null where the person still has to give one. null once used or expired. */
export async function findSetupLink(secret: string): Promise<SetupPerson | null> {
  const link = await findOpenLink(db, secret, 'setup')
  if (!link) return null
  const { name, email } = link.user
  return email === PLACEHOLDER_EMAIL ? { name: '', email: null } : { name, email }
}

/** Uses a link up: sets the name and the password (and the first administrator's e-mail), ends all sessions. */
export async function completeSetup(input: CompleteSetupInput): Promise<{ email: string }> {
  const link = await findOpenLink(db, input.secret, 'setup')
  if (!link) throw new AppError('not-found', 'link-expired')
  const email = link.user.email === PLACEHOLDER_EMAIL ? input.email : link.user.email
  if (!email) throw new AppError('invalid', 'invalid-input', { field: 'email' })
  requireStrongPassword(input.password, [email, input.name])
  const passwordHash = await hashPassword(input.password)
  return db.$transaction(async (tx) => {
    await useUp(tx, link.id)
    await requireFreeEmail(tx, email, link.userId)
    await tx.user.update({
      where: { id: link.userId },
      data: { email, name: input.name, locale: input.locale, passwordHash, sessionVersion: { increment: 1 } },
    })
    await endOtherLinks(tx, link.userId)
    await tx.failedSignIn.deleteMany({ where: { email } })
    await recordOwn(tx, link, 'person.complete-setup', link.userId)
    return { email }
  })
}

/** Uses a reset link up: the new password, and every session ends. Whoever reads the mail may thus not stay signed in beside. */
export async function resetPassword({ secret, password }: ResetPasswordInput): Promise<{ email: string }> {
  const link = await findOpenLink(db, secret, 'reset')
  if (!link) throw new AppError('not-found', 'link-expired')
  const { name, email } = link.user
  requireStrongPassword(password, [email, name])
  const passwordHash = await hashPassword(password)
  return db.$transaction(async (tx) => {
    await useUp(tx, link.id)
    await tx.user.update({
      where: { id: link.userId },
      data: { passwordHash, sessionVersion: { increment: 1 } },
    })
    await endOtherLinks(tx, link.userId)
    await tx.failedSignIn.deleteMany({ where: { kind: 'sign-in', email } })
    await recordOwn(tx, link, 'person.reset-password', link.userId)
    return { email }
  })
}

/** Whom a reset link is for; null once used or expired. */
export async function findResetLink(secret: string): Promise<{ email: string } | null> {
  const link = await findOpenLink(db, secret, 'reset')
  return link && { email: link.user.email }
}

async function useUp(tx: Transaction, id: string): Promise<void> {
  const { count } = await tx.setupLink.updateMany({
    where: { id, usedAt: null, expiresAt: { gt: new Date() } },
    data: { usedAt: new Date() },
  })
  if (count === 0) throw new AppError('not-found', 'link-expired')
}

/** A password that has just been chosen must not be overwritten by a link that still lies about. */
async function endOtherLinks(tx: Transaction, userId: string): Promise<void> {
  await tx.setupLink.deleteMany({ where: { userId, usedAt: null } })
}

async function requireFreeEmail(tx: Transaction, email: string, userId: string): Promise<void> {
  const other = await tx.user.findFirst({ where: { email, id: { not: userId } }, select: { id: true } })
  if (other) throw new AppError('conflict', 'email-taken', { field: 'email' })
}

function findOpenLink(tx: Transaction, secret: string, purpose: LinkPurpose) {
  const open = { usedAt: null, expiresAt: { gt: new Date() }, user: { disabledAt: null } }
  return tx.setupLink.findFirst({
    where: { secretHash: hashOf(secret), purpose, ...open },
    select: { id: true, userId: true, user: { select: { name: true, email: true } } },
  })
}

function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex')
}
