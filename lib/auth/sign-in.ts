/**
 * Signing in with e-mail and password. An unknown address, a disabled person and a wrong password look and take
 * the same. Tries are counted in the database, so the limits hold over restarts and several processes.
 */
import { db } from '../db'
import { AppError } from '../errors'
import type { SignInInput } from './input'
import { verifyPassword } from './password'

const WINDOW_MS = 15 * 60_000
// Enough for a forgetful person, too few to guess.
const TRIES_PER_ACCOUNT = 10
// One address may be a whole office.
const TRIES_PER_ADDRESS = 60
const KEPT_MS = 24 * 60 * 60_000

export type SignedIn = { userId: string; name: string; email: string; sessionVersion: number }

/** null when e-mail and password do not belong together. `address` is where the request came from. */
export async function signIn({ email, password }: SignInInput, address: string): Promise<SignedIn | null> {
  const attempt = await registerTry(email, address)
  const user = await db.user.findFirst({
    where: { email, disabledAt: null },
    select: { id: true, name: true, email: true, sessionVersion: true, passwordHash: true },
  })
  const right = await verifyPassword(user?.passwordHash ?? null, password)
  if (!user || !right) return null
  await forgetTries(email, attempt)
  return { userId: user.id, name: user.name, email: user.email, sessionVersion: user.sessionVersion }
}

/** Written down before the password is looked at: otherwise many tries at once would slip past the count. */
export async function registerTry(email: string, address: string): Promise<bigint> {
  const { id } = await db.failedSignIn.create({ data: { email, address }, select: { id: true } })
  const since = { id: { lte: id }, createdAt: { gte: new Date(Date.now() - WINDOW_MS) } }
  const [byAccount, byAddress] = await Promise.all([
    db.failedSignIn.count({ where: { email, ...since } }),
    db.failedSignIn.count({ where: { address, ...since } }),
  ])
  if (byAccount <= TRIES_PER_ACCOUNT && byAddress <= TRIES_PER_ADDRESS) return id
  // A refused try does not count, or whoever keeps trying would lock the account for good.
  await db.failedSignIn.deleteMany({ where: { id } })
  throw new AppError('forbidden', 'too-many-tries')
}

/** After success the account's own failures are forgotten, the address's other ones are not. */
export async function forgetTries(email: string, attempt: bigint): Promise<void> {
  const old = new Date(Date.now() - KEPT_MS)
  await db.failedSignIn.deleteMany({ where: { OR: [{ email, id: { lte: attempt } }, { createdAt: { lt: old } }] } })
}
