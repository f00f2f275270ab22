import { db } from '../db'
import type { Actor } from './actor'
import type { ChangeLocaleInput } from './input'

/** Remembers the language a person wants to be spoken to in. */
export async function changeLocale(actor: Actor, { locale }: ChangeLocaleInput): Promise<void> {
  await db.user.update({ where: { id: actor.userId }, data: { locale } })
}
