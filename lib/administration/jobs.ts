import type { Actor } from '../auth/actor'
import { db, Prisma } from '../db'
import { AppError } from '../errors'
import { readyToSend, send } from '../jobs/boss'
import type { JobKind } from '../jobs/kinds'
import { record } from '../project/audit'
import type { AnyJobInput } from './input'
import { requireAdministrator } from './require-administrator'

const SHOWN = {
  id: true,
  kind: true,
  title: true,
  state: true,
  phase: true,
  share: true,
  attempt: true,
  problem: true,
  createdAt: true,
  startedAt: true,
  endedAt: true,
  project: { select: { id: true, name: true } },
  member: { select: { user: { select: { name: true } } } },
} as const satisfies Prisma.JobSelect

export type AdministeredJob = Omit<Prisma.JobGetPayload<{ select: typeof SHOWN }>, 'member'> & { by: string }

/** Long work of all projects: what waits, runs or failed, then what ended last. */
export async function listAllJobs(actor: Actor): Promise<AdministeredJob[]> {
  requireAdministrator(actor)
  const [open, ended] = await Promise.all([
    find({ state: { in: ['waiting', 'running', 'failed'] } }, 200),
    find({ state: { in: ['done', 'cancelled'] } }, 50),
  ])
  return [...open, ...ended].map(({ member, ...job }) => ({ ...job, by: member.user.name }))
}

function find(where: Prisma.JobWhereInput, take: number) {
  return db.job.findMany({ where, take, orderBy: { createdAt: 'desc' }, select: SHOWN })
}

/** Begins a failed job of any project again with what it was given then. */
export async function retryAnyJob(actor: Actor, { jobId }: AnyJobInput): Promise<void> {
  requireAdministrator(actor)
  await readyToSend()
  await db.$transaction(async (tx) => {
    const [job] = await tx.job.updateManyAndReturn({
      where: { id: jobId, state: 'failed' },
      data: { state: 'waiting', attempt: 0, phase: '', share: 0, problem: Prisma.DbNull, endedAt: null },
      select: { kind: true, projectId: true, title: true },
    })
    if (!job) throw new AppError('conflict', 'changed-meanwhile')
    await record(tx, actor, job.projectId, 'job.retry', jobId, { kind: job.kind, title: job.title })
    await send(tx, job.kind as JobKind, { jobId })
  })
}
