import type { Actor } from '../auth/actor'
import { requireMember } from '../auth/require-member'
import { can } from '../auth/roles'
import { db } from '../db'
import { AppError } from '../errors'
import type { JobInput, JobsInput } from './input'

const SHOWN = {
  id: true,
  kind: true,
  title: true,
  state: true,
  phase: true,
  share: true,
  cancelAskedAt: true,
  result: true,
  problem: true,
  createdAt: true,
  endedAt: true,
  memberId: true,
  member: { select: { user: { select: { name: true } } } },
} as const

export type ShownJob = Omit<Awaited<ReturnType<typeof findJobs>>[number], 'member' | 'memberId'> & {
  by: string
  /** The person may call it off or begin it again. */
  mayAct: boolean
}

/** A failure is shown until it is tried again or dismissed; what went well for as long as somebody may be waiting to see it. */
const DONE_SHOWN_MS = 10 * 60_000

/** Jobs of the project that are under way, failed, or have only just been done; newest first. */
export async function listJobs(actor: Actor, { projectId }: JobsInput): Promise<ShownJob[]> {
  const { id, role } = await requireMember(actor, projectId, 'project.read')
  const since = new Date(Date.now() - DONE_SHOWN_MS)
  const jobs = await findJobs({
    projectId,
    OR: [{ state: { in: ['waiting', 'running', 'failed'] } }, { state: 'done', endedAt: { gte: since } }],
  })
  return jobs.map((job) => brief(shown(job, can(role, 'project.manage') || job.memberId === id)))
}

/** Of what it came to, what the list shows: a page asks every second. */
function brief(job: ShownJob): ShownJob {
  const { documentId, fileName } = (job.result ?? {}) as { documentId?: string; fileName?: string }
  return { ...job, result: { ...(documentId && { documentId }), ...(fileName && { fileName }) } }
}

/** One job, for who asked for it. */
export async function getJob(actor: Actor, { projectId, jobId }: JobInput): Promise<ShownJob> {
  const { id, role } = await requireMember(actor, projectId, 'project.read')
  const [job] = await findJobs({ projectId, id: jobId })
  if (!job) throw new AppError('not-found', 'not-found')
  return shown(job, can(role, 'project.manage') || job.memberId === id)
}

async function findJobs(where: NonNullable<Parameters<typeof db.job.findMany>[0]>['where']) {
  return await db.job.findMany({ where, orderBy: { createdAt: 'desc' }, take: 50, select: SHOWN })
}

function shown(
  { member, memberId: _, ...job }: Awaited<ReturnType<typeof findJobs>>[number],
  mayAct: boolean,
): ShownJob {
  return { ...job, by: member.user.name, mayAct }
}
