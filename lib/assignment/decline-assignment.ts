import type { Actor } from '../auth/actor'
import { requireMember } from '../auth/require-member'
import { db } from '../db'
import { AppError } from '../errors'
import type { DeclineInput } from './input'
import { lockWork, passOn } from './pass-on'

/** Gives one's own work back, with the reason. It lies in the pool; the managers are told. */
export async function declineAssignment(actor: Actor, input: DeclineInput): Promise<{ version: number }> {
  const member = await requireMember(actor, input.projectId, 'assignment.take')
  return await db.$transaction(async (tx) => {
    const work = await lockWork(tx, input)
    if (work.memberId !== member.id) throw new AppError('forbidden', 'not-allowed')
    return await passOn(tx, actor, member, work, { act: 'decline', toMemberId: null, reason: input.reason })
  })
}
