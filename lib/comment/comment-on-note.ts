import type { Actor } from '../auth/actor'
import { requireMember } from '../auth/require-member'
import { db, type Transaction } from '../db'
import { AppError } from '../errors'
import { record } from '../project/audit'
import type { CommentOnNoteInput } from './input'
import { notify } from './notify'

/**
 * Says something about a discrepancy: the first comment begins the note's one thread, later ones answer in it. Whoever
 * raised, proposed or decided it is told, as are those named and those who spoke before. How the note stands is not touched.
 */
export async function commentOnNote(actor: Actor, input: CommentOnNoteInput): Promise<{ id: string }> {
  const { projectId, discrepancyId, body, picked } = input
  const member = await requireMember(actor, projectId, 'comment.write')
  return await db.$transaction(async (tx) => {
    const note = await holdNote(tx, projectId, discrepancyId)
    const { documentId, segmentId } = note
    const thread = await tx.comment.findFirst({ where: { discrepancyId, threadId: null }, select: { id: true } })
    const threadId = thread?.id ?? null
    const { id } = await tx.comment.create({
      data: { projectId, documentId, segmentId, discrepancyId, threadId, body, memberId: member.id },
      select: { id: true },
    })
    const concerned = [note.raisedById, note.proposedById, note.decidedById].filter((one) => one !== null)
    await notify(tx, { commentId: id, threadId, projectId, body, picked, concerned, memberId: member.id })
    await record(tx, actor, projectId, 'comment.add', id, { discrepancyId })
    return { id }
  })
}

/** The row before the note, as everywhere; a note that goes to another row meanwhile is looked up again. */
async function holdNote(tx: Transaction, projectId: string, discrepancyId: string) {
  const find = () =>
    tx.discrepancy.findFirst({
      where: { id: discrepancyId, projectId, document: { deletedAt: null } },
      select: { documentId: true, segmentId: true, raisedById: true, proposedById: true, decidedById: true },
    })
  for (let held: number | null = null; ; ) {
    const note = await find()
    if (!note) throw new AppError('not-found', 'not-found')
    if (note.segmentId === held) return note
    held = note.segmentId
    await tx.$queryRaw`SELECT "id" FROM "Segment" WHERE "id" = ${held} AND "projectId" = ${projectId}::uuid FOR KEY SHARE`
    // Two who speak first at the same moment: one begins the thread, the other answers in it.
    await tx.$queryRaw`SELECT "id" FROM "Discrepancy" WHERE "id" = ${discrepancyId}::uuid FOR NO KEY UPDATE`
  }
}
