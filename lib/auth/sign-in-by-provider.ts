/**
 * Signing in with an OpenID provider. A person is known by issuer and subject, which last; an e-mail address can pass to
 * someone else, so it joins an account only once, only where the operator allows it and the provider vouches for it.
 * Nobody gets an account this way: that takes an invitation.
 */
import { db, type Transaction } from '../db'
import { AppError } from '../errors'
import { EmailInput } from './input'
import { PLACEHOLDER_EMAIL } from './placeholder-email'
import { recordOwn } from './record-own'
import type { SignedIn } from './sign-in'

export type Claims = { issuer: string; subject: string; email?: string; emailVerified?: boolean }

export type Joining = {
  linkByEmail: boolean
  /** Who is signed in already and asks to be joined to this identity. */
  holderId?: string
  /** The browser they ask from. */
  sessionId?: string
}

export async function signInByProvider(
  claims: Claims,
  { linkByEmail, holderId, sessionId }: Joining,
): Promise<SignedIn> {
  return db.$transaction(async (tx) => {
    const known = await findUserOf(tx, claims)
    if (known && holderId && known !== holderId) throw new AppError('conflict', 'identity-taken')
    if (known) return signedIn(tx, known)
    const userId = holderId ?? (linkByEmail ? await findUserByEmail(tx, claims) : null)
    if (!userId) throw new AppError('forbidden', 'no-account')
    await join(tx, userId, claims, sessionId)
    return signedIn(tx, userId)
  })
}

async function findUserOf(tx: Transaction, { issuer, subject }: Claims): Promise<string | null> {
  const identity = await tx.identity.findUnique({
    where: { issuer_subject: { issuer, subject } },
    select: { userId: true },
  })
  return identity?.userId ?? null
}

/** An account that has an identity of this issuer is not joined to another one: its address may have changed hands. */
async function findUserByEmail(tx: Transaction, { issuer, email, emailVerified }: Claims): Promise<string | null> {
  const address = EmailInput.safeParse(email)
  if (!address.success || emailVerified !== true || address.data === PLACEHOLDER_EMAIL) return null
  const user = await tx.user.findFirst({
    where: { email: address.data, disabledAt: null, identities: { none: { issuer } } },
    select: { id: true },
  })
  return user?.id ?? (await makeInvited(tx, address.data))
}

/** Who was invited and is known to the provider needs no password: the account is made here, and the invitation accepted then. */
async function makeInvited(tx: Transaction, email: string): Promise<string | null> {
  const invitation = await tx.invitation.findFirst({
    where: { email, acceptedAt: null, withdrawnAt: null, expiresAt: { gt: new Date() } },
    orderBy: { createdAt: 'desc' },
    select: { name: true },
  })
  if (!invitation) return null
  const { name } = invitation
  const [made] = await tx.user.createManyAndReturn({
    data: { email, name },
    skipDuplicates: true,
    select: { id: true },
  })
  return made?.id ?? null
}

async function join(
  tx: Transaction,
  userId: string,
  { issuer, subject, email = '' }: Claims,
  sessionId: string | undefined,
): Promise<void> {
  const { count } = await tx.identity.createMany({
    data: { userId, issuer, subject, email: email.slice(0, 200) },
    skipDuplicates: true,
  })
  // Somebody else was joined to it at this very moment.
  if (count === 0) throw new AppError('conflict', 'identity-taken')
  await recordOwn(tx, { userId, ...(sessionId && { sessionId }) }, 'person.join-identity', userId, { issuer, subject })
}

async function signedIn(tx: Transaction, id: string): Promise<SignedIn> {
  const user = await tx.user.findFirst({
    where: { id, disabledAt: null },
    select: { id: true, name: true, email: true, sessionVersion: true },
  })
  if (!user) throw new AppError('forbidden', 'no-account')
  return { userId: user.id, name: user.name, email: user.email, sessionVersion: user.sessionVersion }
}
