/** One step of a note: allowed where it stands, written only onto what the person saw, and on record for good. */
import type { Actor } from '../auth/actor'
import type { ActingMember } from '../auth/require-member'
import type { Prisma, Transaction } from '../db'
import { AppError } from '../errors'
import { record } from '../project/audit'
import { allows, DISCREPANCY_ACTS, type DiscrepancyAct, type DiscrepancyState } from './rules'

type Place = { projectId: string; discrepancyId: string; seenVersion: number }

type Step = {
  act: DiscrepancyAct
  /** What was proposed or decided; for a step back, what it takes back. */
  decision: string | null
  reason: string
  data: Prisma.DiscrepancyUncheckedUpdateManyInput
}

/** What a note is once nothing is decided about it. */
export const UNDECIDED_NOTE = {
  decision: null,
  decisionNote: '',
  legalEffect: null,
  mendedById: null,
  proposedById: null,
  decidedById: null,
  decidedAt: null,
  verifiedById: null,
  verifiedAt: null,
} satisfies Prisma.DiscrepancyUncheckedUpdateManyInput

/** The note as it stands. Throws where there is none, or none in that state. */
export async function noteFor(tx: Transaction, act: DiscrepancyAct, { projectId, discrepancyId, seenVersion }: Place) {
  const note = await tx.discrepancy.findFirst({
    where: { id: discrepancyId, projectId, document: { deletedAt: null } },
    include: { document: { select: { governing: true } }, mendedBy: { select: { memberId: true, authorId: true } } },
  })
  if (!note) throw new AppError('not-found', 'not-found')
  if (note.version !== seenVersion) throw new AppError('conflict', 'changed-meanwhile')
  if (!allows(act, note.state)) throw new AppError('invalid', 'discrepancy-step', { act, state: note.state })
  return note
}

export async function takeStep(
  tx: Transaction,
  { actor, member }: { actor: Actor; member: ActingMember },
  { projectId, discrepancyId, seenVersion }: Place,
  { state: from, decisionNote }: { state: DiscrepancyState; decisionNote: string },
  { act, decision, reason, data }: Step,
): Promise<{ version: number }> {
  const { to } = DISCREPANCY_ACTS[act]
  const { count } = await tx.discrepancy.updateMany({
    where: { id: discrepancyId, projectId, version: seenVersion, state: from },
    data: { ...data, state: to, version: { increment: 1 } },
  })
  if (count === 0) throw new AppError('conflict', 'changed-meanwhile')
  await tx.discrepancyStep.create({
    data: { projectId, discrepancyId, act, from, to, decision, reason, memberId: member.id },
  })
  await record(tx, actor, projectId, `discrepancy.${act}`, discrepancyId, { from, decision, decisionNote, reason })
  return { version: seenVersion + 1 }
}
