import type { Transaction } from '../db'
import { renameInBody } from './body'

/**
 * Another name where a person is mentioned with an @ that means them: it is a reference to a person, not somebody's prose. Where a
 * second member of that name is meant by the same words, they stay. Whoever has the comment open to edit is told of the new version.
 */
export async function renameMentions(tx: Transaction, userId: string, to: string): Promise<void> {
  const mentions = await tx.mention.findMany({
    where: { member: { userId }, name: { not: null } },
    select: {
      commentId: true,
      memberId: true,
      name: true,
      comment: { select: { body: true, mentions: { select: { memberId: true, name: true } } } },
    },
  })
  for (const { commentId, memberId, name, comment } of mentions) {
    if (name === null) continue
    const others = comment.mentions.flatMap((one) => (one.memberId !== memberId && one.name !== null ? [one.name] : []))
    const body = renameInBody(comment.body, { from: name, to, others })
    if (body !== comment.body)
      await tx.comment.update({ where: { id: commentId }, data: { body, version: { increment: 1 } } })
    await tx.mention.update({ where: { commentId_memberId: { commentId, memberId } }, data: { name: to } })
  }
}
