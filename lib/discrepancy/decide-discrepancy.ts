import type { Actor } from '../auth/actor'
import { requireMember } from '../auth/require-member'
import type { GoverningRule } from '../bitext/text'
import { db, type Transaction } from '../db'
import { AppError } from '../errors'
import { announceToSaves } from './follow-spans'
import type { DecideInput } from './input'
import { findMending, type Marked, sidesToMend } from './mending'
import { type Decision, DISCREPANCY_ACTS, openDecisions } from './rules'
import { noteFor, takeStep } from './take-step'

/** Decides a discrepancy within what the governing rule of its document leaves open. "Mend" is tied to the revision that mended its words. */
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

/** The change since the note was raised that carries the decision out, if there is one yet. */
export async function mendingRevision(tx: Transaction, decision: Decision, note: NoteToDecide): Promise<number | null> {
  const { segmentId, raisedAt, zhQuote, zhFrom, zhTo, enQuote, enFrom, enTo, document } = note
  const sides = sidesToMend(decision, document.governing as GoverningRule)
  if (sides.length === 0) return null
  const changes = await tx.revision.findMany({
    where: { segmentId, createdAt: { gte: raisedAt }, side: { in: [...sides] } },
    orderBy: { id: 'asc' },
    select: { id: true, side: true, before: true, after: true, kind: true },
  })
  const marks = { zh: marked(zhQuote, zhFrom, zhTo), en: marked(enQuote, enFrom, enTo) }
  return findMending(changes, marks, sides)
}

type Both<Name extends 'From' | 'To' | 'Quote', Value> = Record<`zh${Name}` | `en${Name}`, Value>

type NoteToDecide = Both<'Quote', string> &
  Both<'From' | 'To', number | null> & { segmentId: number; raisedAt: Date; document: { governing: string } }

function marked(quote: string, from: number | null, to: number | null): Marked {
  return { quote, span: from === null || to === null ? null : { from, to } }
}
