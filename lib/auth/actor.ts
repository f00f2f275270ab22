/** Who is asking. Made from the session at the door; every command takes it first. */
import { db } from '../db'
import type { Locale } from './locales'
import { isLocale } from './locales'

export type Actor = {
  userId: string
  name: string
  email: string
  administrator: boolean
}

/** The person a session belongs to, or null once the session has been ended or the person disabled. */
export async function findActor(
  userId: string,
  sessionVersion: number,
): Promise<{ actor: Actor; locale: Locale } | null> {
  const user = await db.user.findFirst({
    where: { id: userId, sessionVersion, disabledAt: null },
    select: { id: true, name: true, email: true, role: true, locale: true },
  })
  if (!user) return null
  const { id, name, email, role, locale } = user
  return {
    actor: { userId: id, name, email, administrator: role === 'administrator' },
    locale: isLocale(locale) ? locale : 'en',
  }
}
