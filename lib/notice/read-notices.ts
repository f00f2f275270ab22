import type { Actor } from '../auth/actor'
import { db } from '../db'
import type { ReadNoticesInput } from './input'

/** Marks as read; a comment that names the person counts as read at its row too. */
export async function readNotices(actor: Actor, { upTo, only }: ReadNoticesInput): Promise<void> {
  await db.$transaction(async (tx) => {
    const read = await tx.notice.updateManyAndReturn({
      where: { userId: actor.userId, id: only ? upTo : { lte: upTo }, readAt: null },
      data: { readAt: new Date() },
      select: { kind: true, subject: true },
    })
    const comments = read.filter(({ kind }) => kind === 'mention').map(({ subject }) => subject)
    await tx.mention.updateMany({
      where: { commentId: { in: comments }, readAt: null, member: { userId: actor.userId } },
      data: { readAt: new Date() },
    })
  })
}
