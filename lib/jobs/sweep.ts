/**
 * What a killed worker left behind is taken up again. A worker holds the advisory lock of its number on a connection of its
 * own: PostgreSQL lets go of it the moment the process is gone, so a dead worker is told from a slow one without a time-out.
 */
import { db } from '../db'
import { send } from './boss'
import { type JobKind, MOST_ATTEMPTS, queueOf } from './kinds'

/** The first key of the workers' advisory locks; the second is the worker's number. */
export const WORKER_LOCK = 0x6475

/** Answers the jobs that wait again. */
export async function sweep(): Promise<string[]> {
  await giveUp()
  return [...(await takeBack()), ...(await sendAgain())]
}

/** Jobs whose worker is gone wait again, under a delivery that is no longer held. */
async function takeBack(): Promise<string[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    UPDATE "Job" j SET "state" = 'waiting', "worker" = NULL, "phase" = '', "share" = 0
    WHERE j."state" = 'running' AND NOT EXISTS (
      SELECT FROM pg_locks l JOIN pg_database d ON d.oid = l.database AND d.datname = current_database()
      WHERE l.locktype = 'advisory' AND l.granted AND l.classid = ${WORKER_LOCK} AND l.objid = j."worker"::bigint::oid AND l.objsubid = 2)
    RETURNING j."id"`
  return rows.map(({ id }) => id)
}

/** Begun too often without an end, or called off while nobody was at it. */
async function giveUp() {
  await db.$executeRaw`
    UPDATE "Job" SET "state" = 'failed', "problem" = '{"problem":"unexpected"}', "endedAt" = now()
    WHERE "state" = 'waiting' AND "attempt" >= ${MOST_ATTEMPTS}`
  await db.$executeRaw`
    UPDATE "Job" SET "state" = 'cancelled', "endedAt" = now() WHERE "state" = 'waiting' AND "cancelAskedAt" IS NOT NULL`
}

/** A waiting job that nothing will deliver: its delivery died with a worker, or the queue's tables were not part of a backup. */
async function sendAgain(): Promise<string[]> {
  return await db.$transaction(async (tx) => {
    const rows = await tx.$queryRaw<{ id: string; kind: JobKind; delivery: string | null }[]>`
      SELECT j."id", j."kind", j."delivery" FROM "Job" j WHERE j."state" = 'waiting' AND NOT EXISTS (
        SELECT FROM pgboss.job b WHERE b.data->>'jobId' = j."id"::text AND b.state IN ('created', 'retry'))
      ORDER BY j."createdAt" FOR UPDATE SKIP LOCKED`
    for (const { id, kind, delivery } of rows) {
      // The dead worker's delivery would come again by itself hours later, find nothing waiting and do no harm; it goes now.
      if (delivery)
        await tx.$executeRaw`DELETE FROM pgboss.job WHERE name = ${queueOf(kind)} AND id = ${delivery}::uuid AND state = 'active'`
      await send(tx, kind, { jobId: id })
    }
    return rows.map(({ id }) => id)
  })
}
