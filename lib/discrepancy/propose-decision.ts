import type { Actor } from '../auth/actor'
import { requireMember } from '../auth/require-member'
import type { GoverningRule } from '../bitext/text'
import { db } from '../db'
import { AppError } from '../errors'
import type { DecideInput } from './input'
import { DISCREPANCY_ACTS, openDecisions } from './rules'
import { noteFor, takeStep } from './take-step'

/** Puts a decision forward for those who may take it. Even a query to the issuer may be proposed by anyone who works on the text. */
export async function proposeDecision(actor: Actor, input: DecideInput): Promise<{ version: number }> {
  const { decision, note: reason, legalEffect } = input
  const member = await requireMember(actor, input.projectId, DISCREPANCY_ACTS.propose.permission)
  return await db.$transaction(async (tx) => {
    const note = await noteFor(tx, 'propose', input)
    if (!openDecisions(note.document.governing as GoverningRule).includes(decision)) {
      throw new AppError('invalid', 'decision-under-rule')
    }
    return await takeStep(tx, { actor, member }, input, note, {
      act: 'propose',
      decision,
      reason,
      data: { decision, decisionNote: reason, legalEffect, proposedById: member.id },
    })
  })
}
