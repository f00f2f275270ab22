import type { Actor } from '../auth/actor'
import { requireMember } from '../auth/require-member'
import type { GoverningRule } from '../bitext/text'
import { db, type Transaction } from '../db'
import { AppError } from '../errors'
import { record } from '../project/audit'
import { announceToSaves } from './follow-spans'
import type { DecideInput } from './input'
import { openDecisions } from './rules'

/** Decides a discrepancy within what the governing rule of its document leaves open. "Mend" is tied to the revision that mended it. */
export async function decideDiscrepancy(actor: Actor, input: DecideInput): Promise<{ version: number }> {
  const { projectId, discrepancyId, seenVersion, decision, note, legalEffect } = input
  const permission = decision === 'query-issuer' ? 'discrepancy.query-issuer' : 'discrepancy.decide'
  const member = await requireMember(actor, projectId, permission)
  return await db.$transaction(async (tx) => {
    const found = await tx.discrepancy.findFirst({
      where: { id: discrepancyId, projectId, document: { deletedAt: null } },
      select: { segmentId: true, raisedAt: true, document: { select: { governing: true } } },
    })
    if (!found) throw new AppError('not-found', 'not-found')
    if (!openDecisions(found.document.governing as GoverningRule).includes(decision)) {
      throw new AppError('invalid', 'decision-under-rule')
    }
    // Before the revisions are looked at: a save that is under way either is among them or will see the decision.
    await announceToSaves(tx, found.segmentId)
    const mendedById = decision.startsWith('mend') ? await mendingRevision(tx, found.segmentId, found.raisedAt) : null
    const { count } = await tx.discrepancy.updateMany({
      where: { id: discrepancyId, projectId, version: seenVersion },
      data: {
        state: 'decided',
        decision,
        decisionNote: note,
        legalEffect,
        mendedById,
        decidedById: member.id,
        decidedAt: new Date(),
        version: { increment: 1 },
      },
    })
    if (count === 0) throw new AppError('conflict', 'changed-meanwhile')
    await record(tx, actor, projectId, 'discrepancy.decide', discrepancyId, { decision, legalEffect })
    return { version: seenVersion + 1 }
  })
}

/** The newest change of the segment since the note was raised, if there is one yet. */
async function mendingRevision(tx: Transaction, segmentId: number, raisedAt: Date): Promise<number | null> {
  const revision = await tx.revision.findFirst({
    where: { segmentId, createdAt: { gte: raisedAt } },
    orderBy: { id: 'desc' },
    select: { id: true },
  })
  return revision?.id ?? null
}
