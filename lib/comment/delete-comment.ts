import type { Actor } from '../auth/actor'
import { requireMember } from '../auth/require-member'
import { db, type Transaction } from '../db'
import { AppError } from '../errors'
import { record } from '../project/audit'
import type { DeleteCommentInput } from './input'

/**
 * Takes one's own comment back. In the thread "deleted" stands in its place, so that what answers it still makes sense;
 * its words leave the table and are kept in the audit trail, which no page shows. Nobody is told of it any more.
 */
export async function deleteComment(actor: Actor, { projectId, commentId, seenVersion }: DeleteCommentInput) {
  const member = await requireMember(actor, projectId, 'comment.write')
  return await db.$transaction(async (tx) => {
    const before = await tx.comment.findFirst({
      where: { id: commentId, projectId, deletedAt: null, document: { deletedAt: null } },
      select: { body: true, memberId: true, threadId: true },
    })
    if (!before) throw new AppError('not-found', 'not-found')
    if (before.memberId !== member.id) throw new AppError('forbidden', 'not-your-comment')
    const { count } = await tx.comment.updateMany({
      where: { id: commentId, projectId, version: seenVersion, deletedAt: null },
      data: { body: '', deletedAt: new Date(), version: { increment: 1 } },
    })
    if (count === 0) throw new AppError('conflict', 'changed-meanwhile')
    await tx.mention.deleteMany({ where: { commentId } })
    await closeIfEmpty(tx, before.threadId ?? commentId, member.id)
    await record(tx, actor, projectId, 'comment.delete', commentId, { before: before.body })
    return { version: seenVersion + 1 }
  })
}

/** A thread in which nobody says anything any more is not open. */
async function closeIfEmpty(tx: Transaction, threadId: string, memberId: string) {
  const said = await tx.comment.count({ where: { OR: [{ id: threadId }, { threadId }], deletedAt: null } })
  if (said > 0) return
  await tx.comment.updateMany({
    where: { id: threadId, resolvedAt: null },
    data: { resolvedAt: new Date(), resolvedById: memberId },
  })
}
