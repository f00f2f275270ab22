import type { Actor } from '../auth/actor'
import { requireMember } from '../auth/require-member'
import { db } from '../db'
import { AppError } from '../errors'
import type { ConfirmInput } from './input'

/** Says that the two texts of a row belong together (or takes that back). */
export async function confirmBead(actor: Actor, { projectId, segmentId, confirmed }: ConfirmInput) {
  await requireMember(actor, projectId, 'segment.confirm')
  const { count } = await db.segment.updateMany({
    where: { id: segmentId, projectId, position: { not: null }, document: { deletedAt: null } },
    data: { confirmed },
  })
  if (count === 0) throw new AppError('not-found', 'not-found')
  return { confirmed }
}
