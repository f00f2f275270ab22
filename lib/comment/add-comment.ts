import type { Actor } from '../auth/actor'
import { requireMember } from '../auth/require-member'
import { db } from '../db'
import { announceToSaves } from '../discrepancy/follow-spans'
import { AppError } from '../errors'
import { record } from '../project/audit'
import { lockRow } from '../segment/lock-row'
import type { AddCommentInput } from './input'
import { notify } from './notify'

type Marked = { from: number; to: number; quote: string } | null

/** Begins a thread on a row, or on exact words of either of its texts. */
export async function addComment(actor: Actor, input: AddCommentInput): Promise<{ id: string }> {
  const { projectId, segmentId, body, picked, zh, en } = input
  const member = await requireMember(actor, projectId, 'comment.write')
  return await db.$transaction(async (tx) => {
    const segment = await lockRow(tx, projectId, segmentId)
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

function requireWords(text: string, marked: Marked) {
  if (marked && text.slice(marked.from, marked.to) !== marked.quote) throw new AppError('conflict', 'span-outside-text')
}

function columns(side: 'zh' | 'en', marked: Marked) {
  return marked ? { [`${side}From`]: marked.from, [`${side}To`]: marked.to, [`${side}Quote`]: marked.quote } : {}
}
