import type { Actor } from '../auth/actor'
import { requireRecent } from '../auth/require-recent'
import { db } from '../db'
import { AppError } from '../errors'
import { FORGETTING, forgetPerson } from './forget-person'
import type { AnonymiseInput } from './input'
import { requireAdministrator } from './require-administrator'
import { requireTyped } from './require-typed'

/** Takes a person's name away for good and leaves what they did under a number. Cannot be undone. */
export async function anonymisePerson(actor: Actor, { userId, typed }: AnonymiseInput): Promise<{ number: number }> {
  requireAdministrator(actor)
  if (userId === actor.userId) throw new AppError('forbidden', 'not-yourself')
  await requireRecent(actor)
  await requireTyped(userId, typed)
  return await db.$transaction((tx) => forgetPerson(tx, actor, userId), FORGETTING)
}
