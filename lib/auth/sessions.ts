/**
 * Signed-in browsers. Each cookie names one, so that one left open elsewhere can be ended by itself.
 * What a browser says of itself and its address are what its owner knows it by; they decide nothing.
 */
import { db } from '../db'
import { AppError } from '../errors'
import type { Actor } from './actor'
import type { EndSessionInput } from './input'
import { recordOwn } from './record-own'

export type Caller = { device: string; address: string }

export const SESSION_DAYS = 14
const DAY_MS = 24 * 60 * 60_000
// "Last seen" is read in minutes; a write at every request would be the busiest of all.
const SEEN_EVERY_MS = 5 * 60_000
const DEVICE_LENGTH = 300

/** After sign-in. Those long over are forgotten on the way. */
export async function openSession(userId: string, { device, address }: Caller): Promise<string> {
  await db.session.deleteMany({
    where: { userId, lastSeenAt: { lt: new Date(Date.now() - 2 * SESSION_DAYS * DAY_MS) } },
  })
  const data = { userId, device: plain(device).slice(0, DEVICE_LENGTH), address: address.slice(0, 60) }
  return (await db.session.create({ data, select: { id: true } })).id
}

/** Notes that the session is in use, and from where. */
export async function seeSession(
  session: { id: string; lastSeenAt: Date },
  { device, address }: Caller,
): Promise<void> {
  const before = new Date(Date.now() - SEEN_EVERY_MS)
  if (session.lastSeenAt > before) return
  await db.session.updateMany({
    where: { id: session.id, endedAt: null, lastSeenAt: { lte: before } },
    data: { lastSeenAt: new Date(), address: address.slice(0, 60), device: plain(device).slice(0, DEVICE_LENGTH) },
  })
}

export type SessionRow = { id: string; device: string; address: string; since: Date; lastSeenAt: Date; here: boolean }

/** One's own open sessions, this one first, then the one used last. */
export async function listSessions(actor: Actor): Promise<SessionRow[]> {
  const rows = await db.session.findMany({
    where: { userId: actor.userId, endedAt: null, lastSeenAt: { gte: new Date(Date.now() - SESSION_DAYS * DAY_MS) } },
    select: { id: true, device: true, address: true, createdAt: true, lastSeenAt: true },
    orderBy: { lastSeenAt: 'desc' },
  })
  return rows
    .map(({ createdAt, ...row }) => ({ ...row, since: createdAt, here: row.id === actor.sessionId }))
    .sort((one, other) => Number(other.here) - Number(one.here))
}

/** Ends one of one's own sessions. */
export async function endSession(actor: Actor, { sessionId }: EndSessionInput): Promise<void> {
  await db.$transaction(async (tx) => {
    const { count } = await tx.session.updateMany({
      where: { id: sessionId, userId: actor.userId, endedAt: null },
      data: { endedAt: new Date() },
    })
    if (count === 0) throw new AppError('not-found', 'not-found')
    await recordOwn(tx, actor, 'person.end-session', sessionId)
  })
}

/** At signing out: the cookie is gone, and a copy of it must not work either. */
export async function closeSession(sessionId: string): Promise<void> {
  await db.session.updateMany({ where: { id: sessionId, endedAt: null }, data: { endedAt: new Date() } })
}

// PostgreSQL keeps no NUL, and a header may hold anything.
function plain(text: string): string {
  return text.replace(/\p{Cc}/gu, ' ').trim()
}
