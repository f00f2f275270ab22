import type { Actor } from '../auth/actor'
import type { Transaction } from '../db'
import { AppError } from '../errors'
import { record } from '../project/audit'
import { findPlaces } from './find-places'
import type { AssignInput } from './input'
import { requireFit } from './require-fit'
import { mayDo } from './rules'

/** One range, given or put into the pool, by the member `byId`. */
export async function createAssignment(
  tx: Transaction,
  actor: Actor,
  byId: string,
  { fromSegmentId, toSegmentId, memberId, ...given }: AssignInput,
): Promise<{ id: string }> {
  const { projectId, step, poolRole } = given
  if (memberId === null && poolRole !== null && !mayDo(poolRole, step))
    throw new AppError('invalid', 'role-not-for-step')
  const range = await findPlaces(tx, given, { fromSegmentId, toSegmentId })
  if (memberId !== null) await requireFit(tx, { ...given, memberId, ranges: [range] })
  const assignment = await tx.assignment.create({
    data: {
      ...given,
      memberId,
      poolRole: memberId === null ? poolRole : null,
      fromPosition: range.from,
      toPosition: range.to,
      assignedById: byId,
    },
    select: { id: true },
  })
  await record(tx, actor, projectId, 'assignment.assign', assignment.id, { memberId, step })
  return assignment
}
