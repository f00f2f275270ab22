import { db } from '../db'
import type { Actor } from './actor'
import { recordOwn } from './record-own'

/** Signs a person out everywhere, here too. */
export async function endSessions(actor: Actor): Promise<void> {
  await db.$transaction(async (tx) => {
    await tx.user.update({ where: { id: actor.userId }, data: { sessionVersion: { increment: 1 } } })
    await recordOwn(tx, actor, 'person.end-sessions', actor.userId)
  })
}
