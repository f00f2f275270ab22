import { db } from '../db'
import type { Actor } from './actor'
import { isLocale, type Locale } from './locales'
import { administratorsNeedOne } from './second-factor-rule'
import { type Caller, seeSession } from './sessions'

/** What the signed cookie says. One from before sessions were kept one by one names none; it ends with all of them. */
export type SessionToken = { userId: string; sessionVersion: number; sessionId?: string }

const NOWHERE: Caller = { device: '', address: '' }

/** The person a session belongs to, or null once the session has been ended or the person disabled. */
export async function findActor(
  { userId, sessionVersion, sessionId }: SessionToken,
  caller: Caller = NOWHERE,
): Promise<{ actor: Actor; locale: Locale } | null> {
  const user = await db.user.findFirst({
    where: { id: userId, sessionVersion, disabledAt: null },
    select: {
      id: true,
      name: true,
      email: true,
      role: true,
      locale: true,
      secondFactor: { select: { confirmedAt: true } },
      sessions: { where: { id: sessionId, endedAt: null }, select: { id: true, lastSeenAt: true }, take: 1 },
    },
  })
  if (!user) return null
  const { id, name, email, role, locale, sessions, secondFactor } = user
  if (sessionId && !sessions[0]) return null
  if (sessionId) await seeSession(sessions[0], caller)
  const waits = role === 'administrator' && administratorsNeedOne() && !secondFactor?.confirmedAt
  return {
    actor: {
      userId: id,
      name,
      email,
      administrator: role === 'administrator' && !waits,
      ...(sessionId && { sessionId }),
      ...(waits && { waitsForSecondFactor: true }),
    },
    locale: isLocale(locale) ? locale : 'en',
  }
}
