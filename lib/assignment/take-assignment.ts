import type { Actor } from '../auth/actor'
import { requireMember } from '../auth/require-member'
import { db } from '../db'
import { AppError } from '../errors'
import type { CloseInput } from './input'
import { lockWork, passOn } from './pass-on'
import { requireFit } from './require-fit'
import { mayTake } from './rules'

/** Takes work from the pool. Of two who reach for the same, one gets it. */
export async function takeAssignment(actor: Actor, input: CloseInput): Promise<{ version: number }> {
  const member = await requireMember(actor, input.projectId, 'assignment.take')
  return await db.$transaction(async (tx) => {
    const work = await lockWork(tx, input)
    if (work.memberId !== null) throw new AppError('conflict', 'changed-meanwhile')
    if (!mayTake(member.role, work.step, work.poolRole)) throw new AppError('invalid', 'role-not-for-step')
    await requireFit(tx, { ...work, ranges: [work], memberId: member.id })
    return await passOn(tx, actor, member, work, { act: 'take', toMemberId: member.id })
  })
}
