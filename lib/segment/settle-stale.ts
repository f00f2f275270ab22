import type { Actor } from '../auth/actor'
import { requireMember } from '../auth/require-member'
import { db } from '../db'
import { AppError } from '../errors'
import type { SettleInput } from './input'
import type { StaleVerdict } from './rules'

/**
 * Takes the stale mark off by the verdict "still correct": the translation has been held against the corrected governing
 * text. Approvals have to be given anew. Written down as a step that leads nowhere, so that what changes from now on is
 * told from what was seen. The other verdict, other words, is given by saving them (lib/revision/record-edit.ts).
 */
export async function settleStale(actor: Actor, { projectId, segmentId, seen }: SettleInput) {
  const member = await requireMember(actor, projectId, 'segment.translate')
  return await db.$transaction(async (tx) => {
    const [segment] = await tx.segment.updateManyAndReturn({
      where: { id: segmentId, projectId, position: { not: null }, document: { deletedAt: null }, stale: true, ...seen },
      data: { stale: false },
      select: { status: true },
    })
    if (!segment) throw new AppError('conflict', 'changed-meanwhile')
    const { status } = segment
    await tx.transition.create({
      data: {
        projectId,
        segmentId,
        from: status,
        to: status,
        verdict: 'still-correct' satisfies StaleVerdict,
        memberId: member.id,
        sessionId: actor.sessionId ?? null,
      },
    })
    return { stale: false }
  })
}
