import type { Actor } from '../auth/actor'
import { requireMember } from '../auth/require-member'
import { db } from '../db'
import { AppError } from '../errors'
import { record } from '../project/audit'
import type { ReopenInput } from './input'

/** Takes a decision back. What it said stays in the audit trail. */
export async function reopenDiscrepancy(actor: Actor, { projectId, discrepancyId, seenVersion }: ReopenInput) {
  await requireMember(actor, projectId, 'discrepancy.decide')
  return await db.$transaction(async (tx) => {
    const decided = await tx.discrepancy.findFirst({
      where: { id: discrepancyId, projectId, document: { deletedAt: null } },
      select: { decision: true, decisionNote: true },
    })
    if (!decided) throw new AppError('not-found', 'not-found')
    const { count } = await tx.discrepancy.updateMany({
      where: { id: discrepancyId, projectId, version: seenVersion, state: 'decided' },
      data: {
        state: 'open',
        decision: null,
        decisionNote: '',
        legalEffect: null,
        mendedById: null,
        decidedById: null,
        decidedAt: null,
        version: { increment: 1 },
      },
    })
    if (count === 0) throw new AppError('conflict', 'changed-meanwhile')
    await record(tx, actor, projectId, 'discrepancy.reopen', discrepancyId, decided)
    return { version: seenVersion + 1 }
  })
}
