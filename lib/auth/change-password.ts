import { db } from '../db'
import { AppError } from '../errors'
import type { Actor } from './actor'
import type { ChangePasswordInput } from './input'
import { hashPassword, requireStrongPassword, verifyPassword } from './password'
import { recordOwn } from './record-own'
import { forgetTries, registerTry } from './tries'

/** Changes one's own password and ends every session, this one too. Guesses at the present one count as sign-in tries. */
export async function changePassword(actor: Actor, { present, next }: ChangePasswordInput): Promise<void> {
  const attempt = await registerTry(actor.email, `session of ${actor.userId}`)
  const user = await db.user.findUniqueOrThrow({ where: { id: actor.userId }, select: { passwordHash: true } })
  if (!(await verifyPassword(user.passwordHash, present)))
    throw new AppError('invalid', 'wrong-password', { field: 'present' })
  requireStrongPassword(next, [actor.email, actor.name])
  const passwordHash = await hashPassword(next)
  await db.$transaction(async (tx) => {
    await tx.user.update({
      where: { id: actor.userId },
      data: { passwordHash, sessionVersion: { increment: 1 } },
    })
    await tx.setupLink.deleteMany({ where: { userId: actor.userId, usedAt: null } })
    await recordOwn(tx, actor, 'person.change-password', actor.userId)
  })
  await forgetTries(actor.email, attempt)
}
