import type { Actor } from '../auth/actor'
import { requireMember } from '../auth/require-member'
import { db } from '../db'
import { AppError } from '../errors'
import { type Candidate, findCandidates } from './candidates'

/** Who could take over an assignment; whoever has it is not among them. */
export async function listColleagues(
  actor: Actor,
  { projectId, assignmentId }: { projectId: string; assignmentId: string },
): Promise<{ candidates: Candidate[]; fourEyes: boolean }> {
  await requireMember(actor, projectId, 'assignment.take')
  const work = await db.assignment.findFirst({
    where: { id: assignmentId, projectId, document: { deletedAt: null } },
    select: { documentId: true, step: true, memberId: true, dueAt: true, fromPosition: true, toPosition: true },
  })
  if (!work) throw new AppError('not-found', 'not-found')
  const range = { from: work.fromPosition, to: work.toPosition }
  const { documentId, step, dueAt } = work
  const asked = { step, ranges: [range], dueAt, now: new Date() }
  const { candidates, fourEyes } = await findCandidates({ projectId, documentId }, asked)
  return { candidates: candidates.filter(({ memberId }) => memberId !== work.memberId), fourEyes }
}
