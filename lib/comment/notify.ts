/** Who should see a comment: those it names, and those who take part in the thread it answers. */
import type { Transaction } from '../db'
import { findMentions } from './body'

type Written = {
  commentId: string
  threadId: string | null
  projectId: string
  body: string
  picked: readonly string[]
  /** Whom it concerns besides: those with a hand in the discrepancy it is about. */
  concerned?: readonly string[]
  /** Who wrote it: nobody is told of their own words. */
  memberId: string
}

/** Notes them anew from the text as it stands. Whoever has read it and is still meant stays told. */
export async function notify(tx: Transaction, written: Written): Promise<void> {
  const { commentId, memberId } = written
  const meant = (await listMeant(tx, written)).filter(({ id }) => id !== memberId)
  await tx.mention.deleteMany({ where: { commentId, memberId: { notIn: meant.map(({ id }) => id) } } })
  for (const { id, name } of meant) {
    await tx.mention.upsert({
      where: { commentId_memberId: { commentId, memberId: id } },
      create: { commentId, memberId: id, name },
      update: { name },
    })
  }
}

async function listMeant(tx: Transaction, { projectId, threadId, body, picked, concerned = [] }: Written) {
  const members = await tx.member.findMany({
    where: { projectId, removedAt: null },
    select: { id: true, user: { select: { name: true } } },
  })
  const named = findMentions(
    body,
    members.map(({ id, user }) => ({ id, name: user.name })),
    picked,
  )
  const meant = new Map<string, string | null>(named.map(({ id, name }) => [id, name]))
  const present = new Set(members.map(({ id }) => id))
  for (const id of [...concerned, ...(threadId ? await listTakingPart(tx, threadId) : [])]) {
    if (present.has(id) && !meant.has(id)) meant.set(id, null)
  }
  return [...meant].map(([id, name]) => ({ id, name }))
}

async function listTakingPart(tx: Transaction, threadId: string): Promise<string[]> {
  const comments = await tx.comment.findMany({
    where: { OR: [{ id: threadId }, { threadId }], deletedAt: null },
    select: { memberId: true },
    distinct: ['memberId'],
  })
  return comments.map(({ memberId }) => memberId)
}
