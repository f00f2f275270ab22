import type { Actor } from '../auth/actor'
import { requireMember } from '../auth/require-member'
import { can } from '../auth/roles'
import { db } from '../db'
import { AppError } from '../errors'
import type { ReopenInput } from './input'
import { DISCREPANCY_ACTS } from './rules'
import { noteFor, takeStep, UNDECIDED_NOTE } from './take-step'

/** Takes a proposal or a decision back. What it said stays on record. A proposal may be taken back by whoever made it. */
export async function reopenDiscrepancy(actor: Actor, input: ReopenInput): Promise<{ version: number }> {
  const member = await requireMember(actor, input.projectId, DISCREPANCY_ACTS.propose.permission)
  return await db.$transaction(async (tx) => {
    const note = await noteFor(tx, 'reopen', input)
    const own = note.state === 'proposed' && note.proposedById === member.id
    if (!own && !can(member.role, DISCREPANCY_ACTS.reopen.permission)) throw new AppError('forbidden', 'not-allowed')
    return await takeStep(tx, { actor, member }, input, note, {
      act: 'reopen',
      decision: note.decision,
      reason: '',
      data: UNDECIDED_NOTE,
    })
  })
}
