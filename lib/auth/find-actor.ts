import { db } from '../db'
import type { Actor } from './actor'
import { isLocale, type Locale } from './locales'
import { administratorsNeedOne } from './second-factor-rule'
import { type Caller, seeSession } from './sessions'

/** What the signed cookie says. One from before sessions were kept one by one names none; it ends with all of them. */
export type SessionToken = { userId: string; sessionVersion: number; sessionId?: string }

const NOWHERE: Caller = { device: '', address: '' }

type Holder = {
  id: string
  name: string
  email: string
  role: 'administrator' | 'person'
  locale: string
  hasFactor: boolean
  lastSeenAt: Date | null
}

/** One statement, for every request asks it. The person a session belongs to, or null once the session has been ended or the person disabled. */
export async function findActor(
  { userId, sessionVersion, sessionId }: SessionToken,
  caller: Caller = NOWHERE,
): Promise<{ actor: Actor; locale: Locale } | null> {
  const [user] = await db.$queryRaw<Holder[]>`
    SELECT u."id", u."name", u."email", u."role"::text AS role, u."locale", f."confirmedAt" IS NOT NULL AS "hasFactor", s."lastSeenAt"
    FROM "User" u
      LEFT JOIN "SecondFactor" f ON f."userId" = u."id"
      LEFT JOIN "Session" s ON s."userId" = u."id" AND s."id" = ${sessionId ?? null}::uuid AND s."endedAt" IS NULL
    WHERE u."id" = ${userId}::uuid AND u."sessionVersion" = ${sessionVersion} AND u."disabledAt" IS NULL`
  if (!user) return null
  const { id, name, email, role, locale, hasFactor, lastSeenAt } = user
  if (sessionId) {
    if (!lastSeenAt) return null
    await seeSession({ id: sessionId, lastSeenAt }, caller)
  }
  const waits = role === 'administrator' && administratorsNeedOne() && !hasFactor
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
