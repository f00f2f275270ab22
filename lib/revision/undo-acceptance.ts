import type { Actor } from '../auth/actor'
import { requireMember } from '../auth/require-member'
import { startTracking } from '../bitext/diff'
import { db, type Prisma, type Transaction } from '../db'
import { AppError } from '../errors'
import { lockRow } from '../segment/lock-row'
import type { UndoAcceptanceInput } from './input'

/** Takes the last acceptance back, as a step of its own: undoing that again accepts anew. */
export async function undoAcceptance(
  actor: Actor,
  { projectId, segmentId, side, seenAccepted }: UndoAcceptanceInput,
): Promise<{ acceptedVersion: number }> {
  const member = await requireMember(actor, projectId, 'change.settle')
  return await db.$transaction(async (tx) => {
    const { documentId } = await lockRow(tx, projectId, segmentId)
    const steps = await tx.acceptance.findMany({
      where: { projectId, segmentId, side },
      orderBy: { version: 'desc' },
      take: 2,
      select: { version: true, text: true, textVersion: true, pieces: true },
    })
    const [last, before] = steps
    if (!last || last.version !== seenAccepted) throw new AppError('conflict', 'changed-meanwhile')
    const state = before ?? (await asBroughtIn(tx, segmentId, side))
    const version = last.version + 1
    await tx.acceptance.create({
      data: {
        projectId,
        documentId,
        segmentId,
        side,
        version,
        text: state.text,
        textVersion: state.textVersion,
        pieces: state.pieces as Prisma.InputJsonValue,
        undo: true,
        memberId: member.id,
      },
    })
    return { acceptedVersion: version }
  })
}

async function asBroughtIn(tx: Transaction, segmentId: number, side: 'zh' | 'en') {
  const first = await tx.revision.findFirstOrThrow({
    where: { segmentId, side },
    orderBy: { version: 'asc' },
    select: { before: true, version: true },
  })
  return { text: first.before, textVersion: first.version - 1, pieces: startTracking(first.before) }
}
