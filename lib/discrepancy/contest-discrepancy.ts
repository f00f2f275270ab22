import type { Actor } from '../auth/actor'
import { requireMember } from '../auth/require-member'
import { db } from '../db'
import type { ContestInput } from './input'
import { DISCREPANCY_ACTS } from './rules'
import { noteFor, takeStep, UNDECIDED_NOTE } from './take-step'

/** Whoever works on the text objects to a decision, with a reason: the note is open again until it is decided anew. */
export async function contestDiscrepancy(actor: Actor, input: ContestInput): Promise<{ version: number }> {
  const member = await requireMember(actor, input.projectId, DISCREPANCY_ACTS.contest.permission)
  return await db.$transaction(async (tx) => {
    const note = await noteFor(tx, 'contest', input)
    return await takeStep(tx, { actor, member }, input, note, {
      act: 'contest',
      decision: note.decision,
      reason: input.reason,
      data: UNDECIDED_NOTE,
    })
  })
}
