import { db } from '../db'
import type { Actor } from './actor'

/** Signs a person out everywhere, here too. */
export async function endSessions(actor: Actor): Promise<void> {
  await db.$transaction(async (tx) => {
    await tx.user.update({ where: { id: actor.userId }, data: { sessionVersion: { increment: 1 } } })
    await tx.auditEntry.create({ data: { userId: actor.userId, action: 'person.end-sessions', subject: actor.userId } })
  })
}
