/**
 * pg-boss over our own database (schema `pgboss`): it keeps and delivers, we keep what is true of a job.
 * A process that only sends opens it once, without its upkeep, which is the workers'.
 */
import PgBoss from 'pg-boss'
import type { Transaction } from '../db'
import { ERRAND_KINDS, type ErrandKind, JOB_KINDS, type JobKind, queueOf } from './kinds'

const HOURS = 3600

/** Beyond this a delivery counts as lost even though its worker lives. */
const LONGEST_RUN = 6 * HOURS

const QUEUE = { retryLimit: 4, retryDelay: 2, retryBackoff: true, expireInSeconds: LONGEST_RUN }

/** Mail servers are away for hours: eight tries with doubling pauses reach over half a day. */
const ERRAND_QUEUE = { retryLimit: 10, retryDelay: 20, retryBackoff: true, expireInSeconds: 900 }

/** Upkeep: whether this process also looks after what is overdue, and cleans up. */
export async function openBoss({ upkeep, onError }: { upkeep: boolean; onError: (error: Error) => void }) {
  const boss = new PgBoss({
    connectionString: process.env.DATABASE_URL,
    application_name: 'duizhao-jobs',
    max: upkeep ? 4 : 1,
    supervise: upkeep,
    schedule: upkeep,
  })
  boss.on('error', onError)
  await boss.start()
  for (const kind of JOB_KINDS) await boss.createQueue(queueOf(kind), { name: queueOf(kind), ...QUEUE })
  for (const kind of ERRAND_KINDS) await boss.createQueue(queueOf(kind), { name: queueOf(kind), ...ERRAND_QUEUE })
  return boss
}

// Kept on globalThis: `next dev` loads this module anew at each change and would leave its connections behind.
const kept = globalThis as { duizhaoSender?: Promise<PgBoss> | undefined }

function sender(): Promise<PgBoss> {
  kept.duizhaoSender ??= openBoss({ upkeep: false, onError: () => {} }).catch((error) => {
    kept.duizhaoSender = undefined
    throw error
  })
  return kept.duizhaoSender
}

/** For processes that end and tests: lets go of the sender's connection. */
export async function closeSender() {
  const boss = await kept.duizhaoSender
  kept.duizhaoSender = undefined
  await boss?.stop({ graceful: false, wait: true })
}

/** Makes ready to send; asked before a transaction begins, because opening takes a moment. */
export async function readyToSend(): Promise<void> {
  await sender()
}

export const JOB_CHANNEL = 'duizhao_job'

/** Sends within the transaction: it is delivered when the transaction stands, and never if it does not. */
export async function send(tx: Transaction, kind: JobKind | ErrandKind, data: object, once?: string): Promise<void> {
  const boss = await sender()
  const db = {
    executeSql: async (text: string, values: unknown[]) => ({
      rows: await tx.$queryRawUnsafe<unknown[]>(text, ...values.map((value) => value ?? null)),
    }),
  }
  await boss.send(queueOf(kind), data, { db, ...(once && { singletonKey: once, singletonSeconds: 5 }) })
  // Workers would look by themselves within two seconds.
  await tx.$executeRawUnsafe(`SELECT pg_notify('${JOB_CHANNEL}', $1)`, queueOf(kind))
}
