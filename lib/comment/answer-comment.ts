import type { Actor } from '../auth/actor'
import { requireMember } from '../auth/require-member'
import { db, type Transaction } from '../db'
import { AppError } from '../errors'
import { record } from '../project/audit'
import type { AnswerInput } from './input'
import { notify } from './notify'

/** Answers in a thread. A resolved thread that is answered is open again: somebody has more to say. */
export async function answerComment(actor: Actor, input: AnswerInput): Promise<{ id: string; reopened: boolean }> {
  const { projectId, threadId, body, picked } = input
  const member = await requireMember(actor, projectId, 'comment.write')
  return await db.$transaction(async (tx) => {
    const thread = await holdThread(tx, projectId, threadId)
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

type Thread = { documentId: string; segmentId: number }

/** The thread on a row that stays: the row is held first, as by everything that hangs on it, and the thread may have moved on until then. */
async function holdThread(tx: Transaction, projectId: string, threadId: string): Promise<Thread> {
  const find = () =>
    tx.comment.findFirst({
      where: { id: threadId, projectId, threadId: null, document: { deletedAt: null } },
      select: { documentId: true, segmentId: true },
    })
  for (let held: number | null = null; ; ) {
    const thread = await find()
    if (!thread) throw new AppError('not-found', 'not-found')
    if (thread.segmentId === held) return thread
    held = thread.segmentId
    await tx.$queryRaw`SELECT "id" FROM "Segment" WHERE "id" = ${held} AND "projectId" = ${projectId}::uuid FOR KEY SHARE`
  }
}
