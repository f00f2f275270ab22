/**
 * A worker: takes jobs and errands from the queue, one of a kind at a time, and looks after what dead workers left.
 * Any number of them, in any processes, work on one database. See run-job.ts for what holds when one is killed.
 */
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { JOB_CHANNEL, openBoss } from './boss'
import { ERRAND_KINDS, type ErrandKind, JOB_KINDS, type JobKind, queueOf } from './kinds'
import { type JobHandler, runJob, Stopping } from './run-job'
import { sweep, WORKER_LOCK } from './sweep'

export type ErrandHandler = (data: unknown, signal: AbortSignal) => Promise<void>

export type Work = {
  jobs: Record<JobKind, JobHandler>
  errands: Record<ErrandKind, ErrandHandler>
  /** Done every few seconds by each worker; they may meet. */
  rounds: (() => Promise<unknown>)[]
  onError: (error: Error) => void
}

export type Worker = {
  number: number
  /** Settles when the worker has lost its connection and stopped: its jobs are another's by now. */
  lost: Promise<void>
  /** Jobs under way are given back and taken up by another worker, or at the next start. */
  stop(): Promise<void>
}

const LONGEST_GIVING_BACK = 5_000

const SWEEP_EVERY = 3_000

/** Retried deliveries are found by looking; new ones are announced. */
const LOOK_EVERY = 2

export async function startWorker({ jobs, errands, rounds, onError }: Work): Promise<Worker> {
  const stopping = new AbortController()
  const hold = await holdNumber(onError)
  const boss = await openBoss({ upkeep: true, onError })
  const loops = new Map<string, string>()
  const underWay = new Set<Promise<void>>()
  const keep = (work: Promise<void>) => {
    const kept = work.finally(() => underWay.delete(kept))
    underWay.add(kept)
    return kept
  }
  const looking = { pollingIntervalSeconds: LOOK_EVERY, batchSize: 1 }
  for (const kind of JOB_KINDS) {
    const loop = await boss.work<{ jobId: string }>(queueOf(kind), looking, async ([{ id, data }]) =>
      keep(runJob(jobs, { jobId: data.jobId, worker: hold.number, delivery: id }, stopping.signal)),
    )
    loops.set(queueOf(kind), loop)
  }
  for (const kind of ERRAND_KINDS) {
    const loop = await boss.work(queueOf(kind), looking, async ([{ data }]) =>
      keep(errands[kind](data, stopping.signal)),
    )
    loops.set(queueOf(kind), loop)
  }
  hold.onJob((queue) => {
    const loop = loops.get(queue)
    if (loop) boss.notifyWorker(loop)
  })
  let making = false
  const makeRounds = async () => {
    if (making) return
    making = true
    for (const round of [sweep, ...rounds]) await round().catch(onError)
    making = false
  }
  const sweeper = setInterval(makeRounds, SWEEP_EVERY)
  void makeRounds()

  const end = async () => {
    clearInterval(sweeper)
    stopping.abort(new Stopping())
    // What is under way is given back in a moment; what is not, another worker takes when the number is let go of.
    await Promise.race([Promise.allSettled(underWay), pause(LONGEST_GIVING_BACK)])
    await boss.stop({ graceful: false, wait: true })
    await hold.release()
  }
  let ended: Promise<void> | null = null
  const stop = () => {
    ended ??= end()
    return ended
  }
  return { number: hold.number, lost: hold.lost.then(stop), stop }
}

/** The worker's number, its lock, and its ear, on one connection. */
async function holdNumber(onError: (error: Error) => void) {
  const client = new pg.Client({ connectionString: process.env.DATABASE_URL, application_name: 'duizhao-worker' })
  const lost = new Promise<void>((resolve) => {
    client.once('end', () => resolve())
  })
  client.on('error', onError)
  await client.connect()
  const { rows } = await client.query<{ number: number }>(`SELECT nextval('"WorkerNumber"')::int AS number`)
  const { number } = rows[0]
  await client.query('SELECT pg_advisory_lock($1, $2)', [WORKER_LOCK, number])
  await client.query(`LISTEN ${JOB_CHANNEL}`)
  return {
    number,
    lost,
    onJob(hear: (queue: string) => void) {
      client.on('notification', ({ payload }) => payload && hear(payload))
    },
    release: () => client.end(),
  }
}
