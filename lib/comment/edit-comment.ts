import type { Actor } from '../auth/actor'
import { requireMember } from '../auth/require-member'
import { db } from '../db'
import { AppError } from '../errors'
import { record } from '../project/audit'
import type { EditCommentInput } from './input'
import { notify } from './notify'

/** Changes one's own comment. What it said before stays in the audit trail; people named for the first time are told. */
export async function editComment(actor: Actor, input: EditCommentInput): Promise<{ version: number }> {
  const { projectId, commentId, seenVersion, body, picked } = input
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
      data: { body, editedAt: new Date(), version: { increment: 1 } },
    })
    if (count === 0) throw new AppError('conflict', 'changed-meanwhile')
    await notify(tx, { commentId, threadId: before.threadId, projectId, body, picked, memberId: member.id })
    await record(tx, actor, projectId, 'comment.edit', commentId, { before: before.body })
    return { version: seenVersion + 1 }
  })
}
