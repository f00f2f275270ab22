import type { Actor } from '../auth/actor'
import { requireMember } from '../auth/require-member'
import { can } from '../auth/roles'
import { db } from '../db'
import { AppError } from '../errors'
import type { JobState } from '../jobs/kinds'
import type { JobInput } from './input'

/**
 * Calls a job off: one's own, or anyone's as a manager. Answers the state it is in; `done` means it was too late.
 * What was called off in time leaves nothing behind: the job's deed and its end are one transaction, which then fails.
 */
export async function cancelJob(actor: Actor, { projectId, jobId }: JobInput): Promise<{ state: JobState }> {
  const { id: memberId, role } = await requireMember(actor, projectId, 'project.read')
  const mine = { id: jobId, projectId, ...(!can(role, 'project.manage') && { memberId }) }
  await db.$transaction(async (tx) => {
    // A job in the middle of its last statement is waited for: then it is done, and this comes too late.
    await tx.job.updateMany({ where: { ...mine, state: 'running' }, data: { cancelAskedAt: new Date() } })
    const { count } = await tx.job.updateMany({
      where: { ...mine, state: { in: ['waiting', 'failed'] } },
      data: { state: 'cancelled', cancelAskedAt: new Date(), endedAt: new Date() },
    })
    if (count > 0) await tx.jobFile.deleteMany({ where: { jobId } })
  })
  const job = await db.job.findFirst({ where: mine, select: { state: true } })
  if (!job) throw new AppError('not-found', 'not-found')
  return job
}
