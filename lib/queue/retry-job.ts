import type { Actor } from '../auth/actor'
import { requireMember } from '../auth/require-member'
import { can } from '../auth/roles'
import { db, Prisma } from '../db'
import { AppError } from '../errors'
import { readyToSend, send } from '../jobs/boss'
import type { JobKind } from '../jobs/kinds'
import type { JobInput } from './input'

/** Begins a failed job again with what it was given then: one's own, or anyone's as a manager. */
export async function retryJob(actor: Actor, { projectId, jobId }: JobInput): Promise<void> {
  const { id: memberId, role } = await requireMember(actor, projectId, 'project.read')
  await readyToSend()
  await db.$transaction(async (tx) => {
    const mine = { id: jobId, projectId, ...(!can(role, 'project.manage') && { memberId }) }
    const job = await tx.job.findFirst({ where: mine, select: { kind: true } })
    if (!job) throw new AppError('not-found', 'not-found')
    const { count } = await tx.job.updateMany({
      where: { ...mine, state: 'failed' },
      data: { state: 'waiting', attempt: 0, phase: '', share: 0, problem: Prisma.DbNull, endedAt: null },
    })
    if (count === 0) throw new AppError('conflict', 'changed-meanwhile')
    await send(tx, job.kind as JobKind, { jobId })
  })
}
