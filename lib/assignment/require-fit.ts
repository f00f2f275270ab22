import type { MemberRole } from '../auth/roles'
import type { Transaction } from '../db'
import { AppError } from '../errors'
import type { DocumentPlace, Places } from './find-places'
import { countOwnRows } from './own-rows'
import { type AssignmentStep, mayDo } from './rules'

type Fit = DocumentPlace & { memberId: string; step: AssignmentStep; ranges: readonly Places[] }

/**
 * Refuses to give work to somebody who could not do it: not in the project, in a role that does not take the step, or
 * barred by four eyes. The member's row is held, so that who leaves in this moment does not keep it.
 */
export async function requireFit(tx: Transaction, { memberId, step, ranges, ...place }: Fit): Promise<void> {
  const [member] = await tx.$queryRaw<{ role: MemberRole; fourEyes: boolean }[]>`
    SELECT m."role", p."fourEyes" FROM "Member" m JOIN "Project" p ON p."id" = m."projectId"
    WHERE m."id" = ${memberId}::uuid AND m."projectId" = ${place.projectId}::uuid AND m."removedAt" IS NULL FOR SHARE OF m`
  if (!member) throw new AppError('invalid', 'member-not-in-project')
  if (!mayDo(member.role, step)) throw new AppError('invalid', 'role-not-for-step')
  if (!member.fourEyes) return
  const own = (await countOwnRows(tx, place, step, ranges)).get(memberId) ?? 0
  if (own > 0) throw new AppError('invalid', 'own-work-in-range', { rows: own })
}
