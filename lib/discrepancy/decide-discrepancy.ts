import type { Actor } from '../auth/actor'
import { requireMember } from '../auth/require-member'
import type { GoverningRule } from '../bitext/text'
import { db, type Transaction } from '../db'
import { AppError } from '../errors'
import { announceToSaves } from './follow-spans'
import type { DecideInput } from './input'
import { type Decision, DISCREPANCY_ACTS, openDecisions } from './rules'
import { noteFor, takeStep } from './take-step'

/** Decides a discrepancy within what the governing rule of its document leaves open. "Mend" is tied to the revision that mended it. */
export async function decideDiscrepancy(actor: Actor, input: DecideInput): Promise<{ version: number }> {
  const { projectId, decision, note: reason, legalEffect } = input
  const permission = decision === 'query-issuer' ? 'discrepancy.query-issuer' : DISCREPANCY_ACTS.decide.permission
  const member = await requireMember(actor, projectId, permission)
  return await db.$transaction(async (tx) => {
    const note = await noteFor(tx, 'decide', input)
    if (!openDecisions(note.document.governing as GoverningRule).includes(decision)) {
      throw new AppError('invalid', 'decision-under-rule')
    }
    // Before the revisions are looked at: a save that is under way either is among them or will see the decision.
    await announceToSaves(tx, note.segmentId)
    const mendedById = await mendingRevision(tx, decision, note)
    return await takeStep(tx, { actor, member }, input, note, {
      act: 'decide',
      decision,
      reason,
      data: {
        decision,
        decisionNote: reason,
        legalEffect,
        mendedById,
        decidedById: member.id,
        decidedAt: new Date(),
      },
    })
  })
}

/**
 * The newest change of the row's words since the note was raised, if there is one yet. Where the translation is to be
 * mended, a correction of the governing text is none; moving text between rows never is.
 */
async function mendingRevision(
  tx: Transaction,
  decision: Decision,
  { segmentId, raisedAt }: { segmentId: number; raisedAt: Date },
): Promise<number | null> {
  if (!decision.startsWith('mend')) return null
  const others = decision === 'mend-translation' ? ['align', 'correction', 'correction-editorial'] : ['align']
  const revision = await tx.revision.findFirst({
    where: { segmentId, createdAt: { gte: raisedAt }, kind: { notIn: others } },
    orderBy: { id: 'desc' },
    select: { id: true },
  })
  return revision?.id ?? null
}
