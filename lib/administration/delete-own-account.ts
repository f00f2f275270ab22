import type { Actor } from '../auth/actor'
import { requireRecent } from '../auth/require-recent'
import { db } from '../db'
import { FORGETTING, forgetPerson } from './forget-person'
import type { DeleteAccountInput } from './input'
import { requireTyped } from './require-typed'

/** Deletes one's own account: one is forgotten by name, and what one did stays under a number. Cannot be undone. */
export async function deleteOwnAccount(actor: Actor, { typed }: DeleteAccountInput): Promise<{ number: number }> {
  await requireRecent(actor)
  await requireTyped(actor.userId, typed)
  return await db.$transaction((tx) => forgetPerson(tx, actor, actor.userId), FORGETTING)
}
