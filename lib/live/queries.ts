/** Where the stream of changes stands, and what of it one has missed: for pages, and for tabs that ask now and then. */
import type { Actor } from '../auth/actor'
import { requireMember } from '../auth/require-member'
import { db } from '../db'
import { AppError } from '../errors'
import { type Query, readCursor } from './change-log'
import type { FollowInput } from './input'
import { liveHub } from './live-hub'
import type { Cursor, LiveMessage } from './message'
import { listPeople, seen } from './presence'

/** The same questions over the pool, for what is asked once. */
export const askDatabase: Query = (sql, values) => db.$queryRawUnsafe(sql, ...values)

/** Everything read after this is at least as new as the cursor: what it lacks will be told. */
export async function getCursor(actor: Actor, { projectId }: { projectId: string }): Promise<Cursor> {
  await requireMember(actor, projectId, 'project.read')
  return await readCursor(askDatabase)
}

/** What a follower would have been told since `after`. */
export async function listMissed(
  actor: Actor,
  { projectId, documentId, tab, after }: FollowInput,
): Promise<LiveMessage[]> {
  const member = await requireMember(actor, projectId, 'project.read')
  const document = await db.document.findFirst({
    where: { id: documentId, projectId, deletedAt: null },
    select: { id: true },
  })
  if (!document) throw new AppError('not-found', 'not-found')
  await seen(askDatabase, { tab, memberId: member.id })
  const missed = await liveHub().catchUp({ documentId, after })
  const people = (await listPeople(askDatabase, [documentId])).get(documentId) ?? []
  return [missed, { type: 'people', people }]
}
