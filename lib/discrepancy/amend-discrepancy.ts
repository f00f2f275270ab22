import type { Actor } from '../auth/actor'
import { requireMember } from '../auth/require-member'
import { db } from '../db'
import { AppError } from '../errors'
import { record } from '../project/audit'
import type { AmendInput } from './input'

/** Changes type, severity or wording of an open note. */
export async function amendDiscrepancy(actor: Actor, { projectId, discrepancyId, seenVersion, ...data }: AmendInput) {
  await requireMember(actor, projectId, 'discrepancy.raise')
  return await db.$transaction(async (tx) => {
    const before = await tx.discrepancy.findFirst({
      where: { id: discrepancyId, projectId, document: { deletedAt: null } },
      select: { type: true, severity: true, note: true },
    })
    if (!before) throw new AppError('not-found', 'not-found')
    const { count } = await tx.discrepancy.updateMany({
      where: { id: discrepancyId, projectId, version: seenVersion, state: 'open' },
      data: { ...data, version: { increment: 1 } },
    })
    if (count === 0) throw new AppError('conflict', 'changed-meanwhile')
    await record(tx, actor, projectId, 'discrepancy.amend', discrepancyId, before)
    return { version: seenVersion + 1 }
  })
}
