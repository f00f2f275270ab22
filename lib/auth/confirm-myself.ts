import { db } from '../db'
import { AppError } from '../errors'
import type { Actor } from './actor'
import type { ConfirmInput } from './input'
import { verifyPassword } from './password'
import { requireCode } from './require-code'
import { forgetTries, registerTry } from './tries'

/** Proves again who one is, for what requireRecent guards: by the password, and by the second factor where there is one. Guesses count as sign-in tries. */
export async function confirmMyself(actor: Actor, { password, code }: ConfirmInput): Promise<void> {
  if (!actor.sessionId) throw new AppError('not-signed-in', 'not-signed-in')
  const attempt = await registerTry(actor.email, `session of ${actor.userId}`)
  const user = await db.user.findUniqueOrThrow({ where: { id: actor.userId }, select: { passwordHash: true } })
  if (!(await verifyPassword(user.passwordHash, password)))
    throw new AppError('invalid', 'wrong-password', { field: 'password' })
  await requireCode(actor.userId, code)
  await db.session.updateMany({
    where: { id: actor.sessionId, userId: actor.userId, endedAt: null },
    data: { confirmedAt: new Date() },
  })
  await forgetTries(actor.email, attempt)
}
