import type { Actor } from '../auth/actor'
import { requireMember } from '../auth/require-member'
import { db, type Transaction } from '../db'
import { announceToSaves } from '../discrepancy/follow-spans'
import { AppError } from '../errors'
import { record } from '../project/audit'
import type { AddCommentInput } from './input'
import { notify } from './notify'

type Marked = { from: number; to: number; quote: string } | null

/** Begins a thread on a row, or on exact words of either of its texts. */
export async function addComment(actor: Actor, input: AddCommentInput): Promise<{ id: string }> {
  const { projectId, segmentId, body, picked, zh, en } = input
  const member = await requireMember(actor, projectId, 'comment.write')
  return await db.$transaction(async (tx) => {
    const segment = await lockSegment(tx, projectId, segmentId)
    requireWords(segment.zh, zh)
    requireWords(segment.en, en)
    const { documentId } = segment
    const { id } = await tx.comment.create({
      data: { projectId, documentId, segmentId, body, memberId: member.id, ...columns('zh', zh), ...columns('en', en) },
      select: { id: true },
    })
    await notify(tx, { commentId: id, threadId: null, projectId, body, picked, memberId: member.id })
    if (zh || en) await announceToSaves(tx, segmentId)
    await record(tx, actor, projectId, 'comment.add', id, { segmentId })
    return { id }
  })
}

/** Locked against a save in the meantime, which would move the words. */
async function lockSegment(tx: Transaction, projectId: string, segmentId: number) {
  const [segment] = await tx.$queryRaw<{ documentId: string; zh: string; en: string }[]>`
    SELECT s."documentId", s."zh", s."en" FROM "Segment" s JOIN "Document" d ON d."id" = s."documentId" AND d."deletedAt" IS NULL
    WHERE s."id" = ${segmentId} AND s."projectId" = ${projectId}::uuid AND s."position" IS NOT NULL FOR UPDATE OF s`
  if (!segment) throw new AppError('not-found', 'not-found')
  return segment
}

function requireWords(text: string, marked: Marked) {
  if (marked && text.slice(marked.from, marked.to) !== marked.quote) throw new AppError('conflict', 'span-outside-text')
}

function columns(side: 'zh' | 'en', marked: Marked) {
  return marked ? { [`${side}From`]: marked.from, [`${side}To`]: marked.to, [`${side}Quote`]: marked.quote } : {}
}
