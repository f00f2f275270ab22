import type { Actor } from '../auth/actor'
import type { PersonInput } from '../auth/input'
import { recordOwn } from '../auth/record-own'
import { db } from '../db'
import { AppError } from '../errors'
import { requireAdministrator } from './require-administrator'

/** Signs a person out everywhere. */
export async function endSessionsOf(actor: Actor, { userId }: PersonInput): Promise<void> {
  requireAdministrator(actor)
  await db.$transaction(async (tx) => {
    const { count } = await tx.user.updateMany({ where: { id: userId }, data: { sessionVersion: { increment: 1 } } })
    if (count === 0) throw new AppError('not-found', 'not-found')
    await tx.session.updateMany({ where: { userId, endedAt: null }, data: { endedAt: new Date() } })
    await recordOwn(tx, actor, 'person.end-sessions', userId)
  })
}
