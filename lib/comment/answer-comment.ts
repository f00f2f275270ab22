import type { Actor } from '../auth/actor'
import { requireMember } from '../auth/require-member'
import { db } from '../db'
import { AppError } from '../errors'
import { record } from '../project/audit'
import type { AnswerInput } from './input'
import { notify } from './notify'

/** Answers in a thread. A resolved thread that is answered is open again: somebody has more to say. */
export async function answerComment(actor: Actor, input: AnswerInput): Promise<{ id: string; reopened: boolean }> {
  const { projectId, threadId, body, picked } = input
  const member = await requireMember(actor, projectId, 'comment.write')
  return await db.$transaction(async (tx) => {
    const thread = await tx.comment.findFirst({
      where: { id: threadId, projectId, threadId: null, document: { deletedAt: null } },
      select: { documentId: true, segmentId: true },
    })
    if (!thread) throw new AppError('not-found', 'not-found')
    const { id } = await tx.comment.create({
      data: { projectId, ...thread, threadId, body, memberId: member.id },
      select: { id: true },
    })
    const { count } = await tx.comment.updateMany({
      where: { id: threadId, projectId, resolvedAt: { not: null } },
      data: { resolvedAt: null, resolvedById: null, version: { increment: 1 } },
    })
    await notify(tx, { commentId: id, threadId, projectId, body, picked, memberId: member.id })
    await record(tx, actor, projectId, 'comment.answer', id, { threadId })
    return { id, reopened: count > 0 }
  })
}
