import type { Actor } from '../auth/actor'
import { requireMember } from '../auth/require-member'
import { db } from '../db'
import { AppError } from '../errors'
import { record } from '../project/audit'
import type { WithdrawInput } from './input'

/**
 * Takes a slip of the keyboard back: a note just raised, by who raised it, that nobody has touched, answered or decided
 * since. It was never anything to keep; that it was there is in the audit trail. Its number is free again if it is the last.
 */
export async function withdrawDiscrepancy(actor: Actor, { projectId, discrepancyId, seenVersion }: WithdrawInput) {
  const member = await requireMember(actor, projectId, 'discrepancy.raise')
  return await db.$transaction(async (tx) => {
    const note = await tx.discrepancy.findFirst({
      where: { id: discrepancyId, projectId, document: { deletedAt: null } },
      select: {
        number: true,
        documentId: true,
        raisedById: true,
        type: true,
        severity: true,
        zhQuote: true,
        enQuote: true,
        note: true,
      },
    })
    if (!note) throw new AppError('not-found', 'not-found')
    const { raisedById, documentId, number, ...words } = note
    if (raisedById !== member.id) throw new AppError('forbidden', 'not-allowed')
    const { count } = await tx.discrepancy.deleteMany({
      where: {
        id: discrepancyId,
        projectId,
        raisedById: member.id,
        version: seenVersion,
        state: 'open',
        steps: { none: {} },
        comments: { none: {} },
        links: { equals: [] },
      },
    })
    if (count === 0) throw new AppError('conflict', 'changed-meanwhile')
    await tx.document.updateMany({
      where: { id: documentId, projectId, lastDiscrepancy: number },
      data: { lastDiscrepancy: { decrement: 1 } },
    })
    await record(tx, actor, projectId, 'discrepancy.withdraw', discrepancyId, { number, ...words })
    return { number }
  })
}
