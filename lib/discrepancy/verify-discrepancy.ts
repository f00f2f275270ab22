import type { Actor } from '../auth/actor'
import { type ActingMember, requireMember } from '../auth/require-member'
import { can } from '../auth/roles'
import { db, type Transaction } from '../db'
import { AppError } from '../errors'
import { record } from '../project/audit'
import type { VerifyInput } from './input'
import { DISCREPANCY_ACTS, verifiesOwnWork } from './rules'
import { noteFor, takeStep } from './take-step'

/** A second pair of eyes finds that the decision was carried out. What is to be mended must have been mended. */
export async function verifyDiscrepancy(actor: Actor, input: VerifyInput): Promise<{ version: number }> {
  const member = await requireMember(actor, input.projectId, DISCREPANCY_ACTS.verify.permission)
  return await db.$transaction(async (tx) => {
    const note = await noteFor(tx, 'verify', input)
    if (note.decision?.startsWith('mend') && note.mendedById === null) throw new AppError('invalid', 'not-mended-yet')
    const hands = [note.decidedById, note.mendedBy?.memberId ?? null, note.mendedBy?.authorId ?? null]
    const overridden = verifiesOwnWork(member.id, hands) && (await requireOverride(tx, member, input))
    const reason = overridden ? (input.overrideReason ?? '') : ''
    if (overridden) {
      const detail = { number: note.number, reason }
      await record(tx, actor, input.projectId, 'four-eyes.override', input.discrepancyId, detail)
    }
    const data = { verifiedById: member.id, verifiedAt: new Date() }
    return await takeStep(tx, { actor, member }, input, note, {
      act: 'verify',
      decision: note.decision,
      reason,
      data,
    })
  })
}

/** Answers whether there was a rule to override: a project may do without four eyes. */
async function requireOverride(
  tx: Transaction,
  member: ActingMember,
  { projectId, overrideReason }: VerifyInput,
): Promise<boolean> {
  const { fourEyes } = await tx.project.findUniqueOrThrow({ where: { id: projectId }, select: { fourEyes: true } })
  if (!fourEyes) return false
  const overridable = can(member.role, 'four-eyes.override')
  if (overrideReason && overridable) return true
  throw new AppError('forbidden', 'four-eyes-note', { overridable: overridable ? 1 : 0 })
}
