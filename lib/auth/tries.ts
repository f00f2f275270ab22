/**
 * Limits on guessing, by account and by address. Tries are counted in the database, so the limits hold over restarts and
 * several processes. Counting goes by what was typed, never by whether such an account exists.
 */
import { db } from '../db'
import { AppError } from '../errors'

/** `sign-in` counts guesses at a password and at a second factor alike; `reset` counts letters asked for. */
export type TryKind = 'sign-in' | 'reset'

const WINDOW_MS = 15 * 60_000
const KEPT_MS = 24 * 60 * 60_000

const LIMITS: Record<TryKind, { account: number; address: number }> = {
  // Enough for a forgetful person, too few to guess; one address may be a whole office.
  'sign-in': { account: 10, address: 60 },
  // Each is a letter in somebody's box.
  reset: { account: 3, address: 20 },
}

/** Written down before the guess is looked at: otherwise many tries at once would slip past the count. */
export async function registerTry(email: string, address: string, kind: TryKind = 'sign-in'): Promise<bigint> {
  const { id } = await db.failedSignIn.create({ data: { kind, email, address }, select: { id: true } })
  const since = { kind, id: { lte: id }, createdAt: { gte: new Date(Date.now() - WINDOW_MS) } }
  const [byAccount, byAddress] = await Promise.all([
    db.failedSignIn.count({ where: { email, ...since } }),
    db.failedSignIn.count({ where: { address, ...since } }),
  ])
  if (byAccount <= LIMITS[kind].account && byAddress <= LIMITS[kind].address) return id
  // A refused try does not count, or whoever keeps trying would lock the account for good.
  await db.failedSignIn.deleteMany({ where: { id } })
  throw new AppError('forbidden', 'too-many-tries')
}

/** After success the account's own failures are forgotten, the address's other ones are not. */
export async function forgetTries(email: string, attempt: bigint): Promise<void> {
  const old = new Date(Date.now() - KEPT_MS)
  await db.failedSignIn.deleteMany({
    where: { OR: [{ kind: 'sign-in', email, id: { lte: attempt } }, { createdAt: { lt: old } }] },
  })
}
