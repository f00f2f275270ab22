import type { Actor } from '../auth/actor'
import { requireMember } from '../auth/require-member'
import { can } from '../auth/roles'
import { db } from '../db'
import { AppError } from '../errors'
import type { HandOverInput } from './input'
import { lockWork, passOn } from './pass-on'
import { requireFit } from './require-fit'

/**
 * Hands work to another member: one's own, or anybody's for a manager, who may also lay it back into the pool.
 * (Who cannot do their own says why: declineAssignment.)
 */
export async function handOverAssignment(actor: Actor, input: HandOverInput): Promise<{ version: number }> {
  const member = await requireMember(actor, input.projectId, 'assignment.take')
  const { memberId: toMemberId, reason } = input
  return await db.$transaction(async (tx) => {
    const work = await lockWork(tx, input)
    const manages = can(member.role, 'assignment.manage')
    if (!manages && (work.memberId !== member.id || toMemberId === null)) throw new AppError('forbidden', 'not-allowed')
    if (work.memberId === toMemberId) return { version: work.version }
    if (toMemberId !== null) await requireFit(tx, { ...work, ranges: [work], memberId: toMemberId })
    return await passOn(tx, actor, member, work, {
      act: toMemberId === null ? 'return' : 'hand-over',
      toMemberId,
      reason,
    })
  })
}
