import type { Actor } from '../auth/actor'
import { requireMember } from '../auth/require-member'
import { can } from '../auth/roles'
import { db } from '../db'
import { AppError } from '../errors'
import { record } from '../project/audit'
import type { AmendInput } from './input'

/** Changes type, severity or wording of an open note: its author's right, and a manager's. What it said stays on record. */
export async function amendDiscrepancy(actor: Actor, { projectId, discrepancyId, seenVersion, ...data }: AmendInput) {
  const member = await requireMember(actor, projectId, 'discrepancy.raise')
  return await db.$transaction(async (tx) => {
    const note = await tx.discrepancy.findFirst({
      where: { id: discrepancyId, projectId, document: { deletedAt: null } },
      select: { type: true, severity: true, note: true, raisedById: true },
    })
    if (!note) throw new AppError('not-found', 'not-found')
    const { raisedById, ...was } = note
    if (raisedById !== member.id && !can(member.role, 'discrepancy.amend-others')) {
      throw new AppError('forbidden', 'not-your-note')
    }
    const { count } = await tx.discrepancy.updateMany({
      where: { id: discrepancyId, projectId, version: seenVersion, state: 'open' },
      data: { ...data, version: { increment: 1 } },
    })
    if (count === 0) throw new AppError('conflict', 'changed-meanwhile')
    const step = { act: 'amend', from: 'open', to: 'open', was, memberId: member.id } as const
    await tx.discrepancyStep.create({ data: { projectId, discrepancyId, ...step } })
    await record(tx, actor, projectId, 'discrepancy.amend', discrepancyId, was)
    return { version: seenVersion + 1 }
  })
}
