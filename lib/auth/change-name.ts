import { db } from '../db'
import type { Actor } from './actor'
import type { ChangeNameInput } from './input'

/** Changes the name others see. */
export async function changeName(actor: Actor, { name }: ChangeNameInput): Promise<void> {
  await db.$transaction(async (tx) => {
    await tx.user.update({ where: { id: actor.userId }, data: { name } })
    await tx.auditEntry.create({
      data: {
        userId: actor.userId,
        action: 'person.change-name',
        subject: actor.userId,
        detail: { before: actor.name, after: name },
      },
    })
  })
}
