import type { Actor } from '../auth/actor'
import { requireMember } from '../auth/require-member'
import { db } from '../db'
import { AppError } from '../errors'
import type { SettleInput } from './input'

/** Takes the stale mark off: the translation has been held against the corrected governing text. Approvals have to be given anew. */
export async function settleStale(actor: Actor, { projectId, segmentId, seen }: SettleInput) {
  await requireMember(actor, projectId, 'segment.translate')
  const { count } = await db.segment.updateMany({
    where: { id: segmentId, projectId, position: { not: null }, document: { deletedAt: null }, stale: true, ...seen },
    data: { stale: false },
  })
  if (count === 0) throw new AppError('conflict', 'changed-meanwhile')
  return { stale: false }
}
