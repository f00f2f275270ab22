/**
 * Links by which a person sets a password, for a start or because it was forgotten. The secret is shown once,
 * to be handed over; the database holds its SHA-256 only (256 random bits need no slow hash). A link works once, for seven days.
 */
import { createHash, randomBytes } from 'node:crypto'
import { db, type Transaction } from '../db'
import { AppError } from '../errors'
import type { CompleteSetupInput } from './input'
import { hashPassword, requireStrongPassword } from './password'
import { PLACEHOLDER_EMAIL } from './placeholder-email'

const VALID_MS = 7 * 24 * 60 * 60_000

/** Earlier unused links of the person end with it. Answers the secret, for `/set-up/<secret>`. */
export async function createSetupLink(tx: Transaction, userId: string): Promise<string> {
  const secret = randomBytes(32).toString('base64url')
  await tx.setupLink.deleteMany({ where: { userId, usedAt: null } })
  await tx.setupLink.create({
    data: { userId, secretHash: hashOf(secret), expiresAt: new Date(Date.now() + VALID_MS) },
  })
  return secret
}

export type SetupPerson = { name: string; email: string | null }

/** Whom a link is for; `email` is null where the person still has to give one. null once used or expired. */
export async function findSetupLink(secret: string): Promise<SetupPerson | null> {
  const link = await findOpenLink(db, secret)
  if (!link) return null
  const { name, email } = link.user
  return email === PLACEHOLDER_EMAIL ? { name: '', email: null } : { name, email }
}

/** Uses a link up: sets the name and the password (and the first administrator's e-mail), ends all sessions. */
export async function completeSetup(input: CompleteSetupInput): Promise<{ email: string }> {
  const link = await findOpenLink(db, input.secret)
  if (!link) throw new AppError('not-found', 'link-expired')
  const email = link.user.email === PLACEHOLDER_EMAIL ? input.email : link.user.email
  if (!email) throw new AppError('invalid', 'invalid-input', { field: 'email' })
  requireStrongPassword(input.password, [email, input.name])
  const passwordHash = await hashPassword(input.password)
  return db.$transaction(async (tx) => {
    const { count } = await tx.setupLink.updateMany({
      where: { id: link.id, usedAt: null, expiresAt: { gt: new Date() } },
      data: { usedAt: new Date() },
    })
    if (count === 0) throw new AppError('not-found', 'link-expired')
    await requireFreeEmail(tx, email, link.userId)
    await tx.user.update({
      where: { id: link.userId },
      data: { email, name: input.name, locale: input.locale, passwordHash, sessionVersion: { increment: 1 } },
    })
    await tx.failedSignIn.deleteMany({ where: { email } })
    await tx.auditEntry.create({ data: { userId: link.userId, action: 'person.complete-setup', subject: link.userId } })
    return { email }
  })
}

async function requireFreeEmail(tx: Transaction, email: string, userId: string): Promise<void> {
  const other = await tx.user.findFirst({ where: { email, id: { not: userId } }, select: { id: true } })
  if (other) throw new AppError('conflict', 'email-taken', { field: 'email' })
}

function findOpenLink(tx: Transaction, secret: string) {
  return tx.setupLink.findFirst({
    where: { secretHash: hashOf(secret), usedAt: null, expiresAt: { gt: new Date() }, user: { disabledAt: null } },
    select: { id: true, userId: true, user: { select: { name: true, email: true } } },
  })
}

function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex')
}
