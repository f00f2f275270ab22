import type { Actor } from '../auth/actor'
import { requireMember } from '../auth/require-member'
import { can } from '../auth/roles'
import { db } from '../db'
import { AppError } from '../errors'
import { record } from '../project/audit'
import type { UndoDismissalInput } from './input'

/** Takes a dismissal back: its findings are shown again. One's own, or anyone's for who may dismiss everywhere. */
export async function undoDismissal(actor: Actor, { projectId, dismissalId }: UndoDismissalInput): Promise<void> {
  const member = await requireMember(actor, projectId, 'finding.dismiss')
  await db.$transaction(async (tx) => {
    const dismissal = await tx.dismissal.findFirst({
      where: { id: dismissalId, projectId },
      select: { memberId: true, check: true },
    })
    if (!dismissal) throw new AppError('not-found', 'not-found')
    if (dismissal.memberId !== member.id && !can(member.role, 'finding.dismiss-everywhere'))
      throw new AppError('forbidden', 'not-allowed')
    const { count } = await tx.dismissal.updateMany({
      where: { id: dismissalId, projectId, undoneAt: null },
      data: { undoneAt: new Date(), undoneById: member.id },
    })
    if (count > 0) await record(tx, actor, projectId, 'finding.restore', dismissalId, { check: dismissal.check })
  })
}
