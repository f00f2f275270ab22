import { db } from '../db'
import type { Actor } from './actor'
import type { ChangeNameInput } from './input'
import { recordOwn } from './record-own'

/** Changes the name others see. */
export async function changeName(actor: Actor, { name }: ChangeNameInput): Promise<void> {
  await db.$transaction(async (tx) => {
    await tx.user.update({ where: { id: actor.userId }, data: { name } })
    await recordOwn(tx, actor, 'person.change-name', actor.userId, { before: actor.name, after: name })
  })
}
