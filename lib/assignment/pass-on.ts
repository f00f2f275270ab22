/** From one holder to the next, with its history. */
import type { Actor } from '../auth/actor'
import type { ActingMember } from '../auth/require-member'
import type { MemberRole } from '../auth/roles'
import type { Transaction } from '../db'
import { AppError } from '../errors'
import { record } from '../project/audit'
import type { DocumentPlace, Places } from './find-places'
import type { CloseInput } from './input'
import type { AssignmentStep, HandOverAct } from './rules'

export type Work = DocumentPlace &
  Places & { id: string; memberId: string | null; poolRole: MemberRole | null; step: AssignmentStep; version: number }

/** The assignment as the person saw it, held until the transaction ends. */
export async function lockWork(tx: Transaction, { projectId, assignmentId, seenVersion }: CloseInput): Promise<Work> {
  const [work] = await tx.$queryRaw<Work[]>`
    SELECT a."id", a."projectId", a."documentId", a."memberId", a."poolRole", a."step", a."version",
      a."fromPosition" AS "from", a."toPosition" AS "to"
    FROM "Assignment" a JOIN "Document" d ON d."id" = a."documentId" AND d."deletedAt" IS NULL
    WHERE a."id" = ${assignmentId}::uuid AND a."projectId" = ${projectId}::uuid AND a."state" = 'active'
      AND a."version" = ${seenVersion} FOR UPDATE OF a`
  if (!work) throw new AppError('conflict', 'changed-meanwhile')
  return work
}

type Passing = { act: HandOverAct; toMemberId: string | null; reason?: string }

export async function passOn(
  tx: Transaction,
  actor: Actor,
  by: Pick<ActingMember, 'id'>,
  { id, projectId, memberId, version }: Work,
  { act, toMemberId, reason = '' }: Passing,
): Promise<{ version: number }> {
  await tx.assignment.update({
    where: { id },
    data: { memberId: toMemberId, version: version + 1 },
  })
  await tx.handOver.create({
    data: { projectId, assignmentId: id, act, fromMemberId: memberId, toMemberId, memberId: by.id, reason },
  })
  await record(tx, actor, projectId, `assignment.${act}`, id, { from: memberId, to: toMemberId, reason })
  return { version: version + 1 }
}
