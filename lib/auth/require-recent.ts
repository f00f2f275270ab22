/** Before something grave one proves again who one is: a session may have been left open on somebody else's desk. */
import { db } from '../db'
import { AppError } from '../errors'
import type { Actor } from './actor'

const RECENT_MS = 15 * 60_000

/** Throws unless they have done so in this session within the last quarter of an hour. */
export async function requireRecent({ userId, sessionId }: Actor): Promise<void> {
  const since = new Date(Date.now() - RECENT_MS)
  const recent = sessionId
    ? await db.session.count({ where: { id: sessionId, userId, endedAt: null, confirmedAt: { gte: since } } })
    : 0
  if (recent === 0) throw new AppError('forbidden', 'confirm-first')
}
