import type { Actor } from '../auth/actor'
import { requireMember } from '../auth/require-member'
import { can } from '../auth/roles'
import { db } from '../db'
import { AppError } from '../errors'
import { record } from '../project/audit'
import type { ResolveInput } from './input'

/** Closes a thread, or opens it again. Who began it may always; others need the right. Saying it twice changes nothing. */
export async function resolveThread(actor: Actor, { projectId, threadId, resolved }: ResolveInput) {
  const member = await requireMember(actor, projectId, 'comment.write')
  return await db.$transaction(async (tx) => {
    const thread = await tx.comment.findFirst({
      where: { id: threadId, projectId, threadId: null, document: { deletedAt: null } },
      select: { memberId: true },
    })
    if (!thread) throw new AppError('not-found', 'not-found')
    if (thread.memberId !== member.id && !can(member.role, 'comment.resolve')) {
      throw new AppError('forbidden', 'not-allowed')
    }
    const { count } = await tx.comment.updateMany({
      where: { id: threadId, projectId, resolvedAt: resolved ? null : { not: null } },
      data: {
        resolvedAt: resolved ? new Date() : null,
        resolvedById: resolved ? member.id : null,
        version: { increment: 1 },
      },
    })
    if (count > 0) await record(tx, actor, projectId, resolved ? 'comment.resolve' : 'comment.reopen', threadId)
    return { resolved }
  })
}
