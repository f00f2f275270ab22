/** Whether this process can serve: its database answers and is as new as the code, and somebody works off the queue. */
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { db } from '../db'
import { WORKER_LOCK } from '../jobs/sweep'

export type Readiness = { database: boolean; migrations: boolean; worker: boolean }

/** `directory` holds the migrations the code was written for. */
export async function getReadiness(directory: string): Promise<Readiness> {
  const applied = await appliedMigrations()
  if (!applied) return { database: false, migrations: false, worker: false }
  const wanted = readdirSync(directory).filter((name) => existsSync(join(directory, name, 'migration.sql')))
  return {
    database: true,
    migrations: wanted.every((name) => applied.has(name)),
    worker: (await countWorkers()) > 0,
  }
}

async function appliedMigrations(): Promise<Set<string> | null> {
  try {
    const rows = await db.$queryRaw<{ name: string }[]>`
      SELECT migration_name AS name FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL`
    return new Set(rows.map(({ name }) => name))
  } catch {
    // That it does not answer is the answer.
    return null
  }
}

/** A worker holds the lock of its number as long as it lives. */
export async function countWorkers(): Promise<number> {
  const [{ count }] = await db.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM pg_locks l JOIN pg_database d ON d.oid = l.database AND d.datname = current_database()
    WHERE l.locktype = 'advisory' AND l.granted AND l.classid = ${WORKER_LOCK} AND l.objsubid = 2`
  return count
}
