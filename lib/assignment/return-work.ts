import type { Actor } from '../auth/actor'
import type { ActingMember } from '../auth/require-member'
import type { MemberRole } from '../auth/roles'
import type { Transaction } from '../db'
import { passOn, type Work } from './pass-on'
import { mayDo } from './rules'

/**
 * Lays what a member can no longer do into the pool, so that it is not stuck: all of their work under way when they leave
 * (`role` null), else what their new role does not take. Answers how many pieces.
 */
export async function returnWork(
  tx: Transaction,
  actor: Actor,
  by: ActingMember,
  { projectId, memberId, role }: { projectId: string; memberId: string; role: MemberRole | null },
): Promise<number> {
  const held = await tx.$queryRaw<Work[]>`
    SELECT "id", "projectId", "documentId", "memberId", "poolRole", "step", "version", "fromPosition" AS "from", "toPosition" AS "to"
    FROM "Assignment" WHERE "projectId" = ${projectId}::uuid AND "memberId" = ${memberId}::uuid AND "state" = 'active'
    ORDER BY "id" FOR UPDATE`
  const left = held.filter(({ step }) => role === null || !mayDo(role, step))
  for (const work of left) await passOn(tx, actor, by, work, { act: 'return', toMemberId: null })
  return left.length
}
