/**
 * One attempt at a job: claims it, tells how far it is, and writes down what it came to.
 *
 * What always holds: a job's deed and its end are one transaction (`finish` inside the command's own), fenced by the worker
 * and the number of the attempt. A worker that was killed, or that was thought dead and comes back, leaves nothing half-written and does
 * nothing twice; what was called off does not land.
 */
import type { Actor } from '../auth/actor'
import { db, Prisma, type Transaction } from '../db'
import { AppError } from '../errors'
import { type JobKind, MOST_ATTEMPTS } from './kinds'
import type { GivenFile } from './start-job'

export type Run = {
  signal: AbortSignal
  onProgress(phase: string, share: number): void
  /** The last statement of the command's transaction. Throws, and so undoes it, when the job is no longer ours to end. */
  finish(tx: Transaction, result: Prisma.InputJsonObject): Promise<void>
}

export type JobGiven = { jobId: string; projectId: string; input: unknown; files: GivenFile[] }

export type JobHandler = (actor: Actor, job: JobGiven, run: Run) => Promise<Prisma.InputJsonObject>

/** The job was called off, or another worker has it. */
class LetGo extends Error {
  override name = 'LetGo'
}

/** This worker is being stopped; the job is to be taken up by the next. */
export class Stopping extends Error {
  override name = 'Stopping'
}

type Claimed = {
  id: string
  projectId: string
  kind: JobKind
  input: unknown
  attempt: number
  worker: number
  userId: string
  sessionId: string | null
}

const BEAT = 300

/** Runs the job if it waits to be run. Throws what a new try might mend, so that the queue delivers it again. */
export async function runJob(
  handlers: Record<JobKind, JobHandler>,
  place: { jobId: string; worker: number; delivery: string },
  stopping: AbortSignal,
): Promise<void> {
  const job = await claim(place)
  if (!job) return
  const beat = startBeat(job, stopping)
  try {
    const result = await handlers[job.kind](
      await requireActor(job),
      { jobId: job.id, projectId: job.projectId, input: job.input, files: await filesOf(job.id) },
      { signal: beat.signal, onProgress: beat.tell, finish: (tx, found) => finish(tx, job, found) },
    )
    await db.$transaction((tx) => finish(tx, job, result, true))
  } catch (error) {
    await beat.stop()
    await giveBack(job, beat.signal.aborted ? beat.signal.reason : error)
  } finally {
    await beat.stop()
  }
}

async function claim({ jobId, worker, delivery }: { jobId: string; worker: number; delivery: string }) {
  const [job] = await db.$queryRaw<Claimed[]>`
    UPDATE "Job" SET "state" = 'running', "worker" = ${worker}, "delivery" = ${delivery}::uuid, "attempt" = "attempt" + 1,
      "startedAt" = now(), "phase" = '', "share" = 0
    FROM "Member" m WHERE m."id" = "Job"."memberId" AND "Job"."id" = ${jobId}::uuid AND "state" = 'waiting'
    RETURNING "Job"."id", "Job"."projectId", "kind", "input", "attempt", "worker", "Job"."sessionId", m."userId"`
  return job ?? null
}

/** Who asked must still be one who may: rights are asked for again by the command itself. */
async function requireActor({ userId, sessionId }: Claimed): Promise<Actor> {
  const user = await db.user.findFirst({
    where: { id: userId, disabledAt: null },
    select: { name: true, email: true, role: true },
  })
  if (!user) throw new AppError('not-found', 'not-found')
  const { name, email, role } = user
  return { userId, name, email, administrator: role === 'administrator', ...(sessionId && { sessionId }) }
}

async function filesOf(jobId: string): Promise<GivenFile[]> {
  const files = await db.jobFile.findMany({ where: { jobId }, orderBy: { number: 'asc' } })
  return files.map(({ side, fileName, address, bytes }) => ({ side: side ?? undefined, fileName, address, bytes }))
}

/** Writes progress at a steady pace, and learns by the same statement that the job was called off or taken away. */
function startBeat(job: Claimed, stopping: AbortSignal) {
  const lost = new AbortController()
  const told = { phase: '', share: 0 }
  let writing: Promise<void> = Promise.resolve()
  let busy = false
  const write = async () => {
    const rows = await db.$queryRaw<{ off: boolean }[]>`
      UPDATE "Job" SET "phase" = ${told.phase}, "share" = ${told.share}
      WHERE "id" = ${job.id}::uuid AND "attempt" = ${job.attempt} AND "worker" = ${job.worker} AND "state" = 'running' RETURNING "cancelAskedAt" IS NOT NULL AS off`
    if (rows.length === 0 || rows[0].off) lost.abort(new LetGo())
  }
  const timer = setInterval(() => {
    if (busy) return
    busy = true
    // A beat that fails is followed by another; if the database is gone the command finds out itself.
    writing = write().then(
      () => {
        busy = false
      },
      () => {
        busy = false
      },
    )
  }, BEAT)
  return {
    signal: AbortSignal.any([lost.signal, stopping]),
    tell(phase: string, share: number) {
      Object.assign(told, { phase, share: Math.min(1, Math.max(0, share)) })
    },
    async stop() {
      clearInterval(timer)
      await writing
    },
  }
}

function oursStill({ id, attempt, worker }: Claimed) {
  return { id, attempt, worker, state: 'running' as const }
}

async function finish(tx: Transaction, job: Claimed, result: Prisma.InputJsonObject, unlessDone = false) {
  const { count } = await tx.job.updateMany({
    where: { ...oursStill(job), cancelAskedAt: null },
    data: { state: 'done', worker: null, share: 1, result, problem: Prisma.DbNull, endedAt: new Date() },
  })
  if (count === 0 && unlessDone && (await isDone(tx, job))) return
  if (count === 0) throw new LetGo()
  await tx.jobFile.deleteMany({ where: { jobId: job.id } })
}

async function isDone(tx: Transaction, { id, attempt }: Claimed): Promise<boolean> {
  return (await tx.job.count({ where: { id, attempt, state: 'done' } })) > 0
}

/** Called off: so be it. Refused: said to the person. Anything else may be mended by another try. */
async function giveBack(job: Claimed, error: unknown): Promise<void> {
  const ours = oursStill(job)
  const calledOff = await db.job.updateMany({
    where: { ...ours, cancelAskedAt: { not: null } },
    data: { state: 'cancelled', worker: null, endedAt: new Date() },
  })
  if (calledOff.count > 0) {
    await db.jobFile.deleteMany({ where: { jobId: job.id } })
    return
  }
  if (error instanceof LetGo) return
  if (error instanceof AppError) {
    const problem = { problem: error.problem, detail: error.detail }
    await db.job.updateMany({ where: ours, data: { state: 'failed', worker: null, problem, endedAt: new Date() } })
    return
  }
  const stopped = error instanceof Stopping
  const data =
    stopped || job.attempt < MOST_ATTEMPTS
      ? { state: 'waiting' as const, worker: null, phase: '', share: 0, attempt: job.attempt - (stopped ? 1 : 0) }
      : { state: 'failed' as const, worker: null, problem: { problem: 'unexpected' }, endedAt: new Date() }
  await db.job.updateMany({ where: ours, data })
  throw error
}
