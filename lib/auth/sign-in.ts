/**
 * Signing in with e-mail and password. An unknown address, a disabled person and a wrong password look and take the same.
 * Only who has the password learns that a second factor is asked for.
 */
import { db } from '../db'
import type { SignInInput } from './input'
import { verifyPassword } from './password'
import { requireCode } from './require-code'
import { forgetTries, registerTry } from './tries'

export type SignedIn = { userId: string; name: string; email: string; sessionVersion: number }

/** null when e-mail and password do not belong together. `address` is where the request came from. */
export async function signIn({ email, password, code = '' }: SignInInput, address: string): Promise<SignedIn | null> {
  const attempt = await registerTry(email, address)
  const user = await db.user.findFirst({
    where: { email, disabledAt: null },
    select: { id: true, name: true, email: true, sessionVersion: true, passwordHash: true },
  })
  const right = await verifyPassword(user?.passwordHash ?? null, password)
  if (!user || !right) return null
  await requireCode(user.id, code)
  await forgetTries(email, attempt)
  return { userId: user.id, name: user.name, email: user.email, sessionVersion: user.sessionVersion }
}
