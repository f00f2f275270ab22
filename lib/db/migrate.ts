/**
 * Applies prisma/migrations with `pg` alone, in Prisma's own table, with its checksums and its advisory lock,
 * so that Prisma's command line and this agree on what has been applied. Several processes may run it at once.
 */
import { createHash, randomUUID } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'

/** The key Prisma Migrate takes its lock with. */
const MIGRATION_LOCK = 72707369

/** Answers the names of the migrations it applied; makes the database when it is missing. */
export async function migrate(url: string, directory: string): Promise<string[]> {
  const client = await connectOrCreate(url)
  try {
    await client.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK])
    return await applyMissing(client, directory)
  } finally {
    await client.end()
  }
}

async function connectOrCreate(url: string): Promise<pg.Client> {
  const client = new pg.Client(url)
  try {
    await client.connect()
    return client
  } catch (error) {
    if ((error as { code?: string }).code !== '3D000') throw error
  }
  await createDatabase(url)
  const again = new pg.Client(url)
  await again.connect()
  return again
}

async function createDatabase(url: string) {
  const target = new URL(url)
  const name = decodeURIComponent(target.pathname.slice(1))
  target.pathname = '/postgres'
  const admin = new pg.Client(target.href)
  await admin.connect()
  try {
    await admin.query(`CREATE DATABASE ${pg.escapeIdentifier(name)}`)
  } catch (error) {
    // Another process made it in the meantime.
    if (!['42P04', '23505'].includes((error as { code?: string }).code ?? '')) throw error
  } finally {
    await admin.end()
  }
}

async function applyMissing(client: pg.Client, directory: string): Promise<string[]> {
  await client.query(`CREATE TABLE IF NOT EXISTS _prisma_migrations (
    id VARCHAR(36) PRIMARY KEY NOT NULL, checksum VARCHAR(64) NOT NULL, finished_at TIMESTAMPTZ,
    migration_name VARCHAR(255) NOT NULL, logs TEXT, rolled_back_at TIMESTAMPTZ,
    started_at TIMESTAMPTZ NOT NULL DEFAULT now(), applied_steps_count INTEGER NOT NULL DEFAULT 0)`)
  const { rows } = await client.query<{ migration_name: string; finished_at: Date | null }>(
    'SELECT migration_name, finished_at FROM _prisma_migrations WHERE rolled_back_at IS NULL',
  )
  const failed = rows.find((row) => !row.finished_at)
  if (failed)
    throw new Error(
      `The migration ${failed.migration_name} failed earlier. Look at its cause, then use "prisma migrate resolve".`,
    )
  const applied = new Set(rows.map((row) => row.migration_name))
  const missing = migrationNames(directory).filter((name) => !applied.has(name))
  for (const name of missing) await apply(client, name, readFileSync(join(directory, name, 'migration.sql'), 'utf8'))
  return missing
}

function migrationNames(directory: string): string[] {
  return readdirSync(directory)
    .filter((name) => existsSync(join(directory, name, 'migration.sql')))
    .sort()
}

async function apply(client: pg.Client, name: string, sql: string) {
  const id = randomUUID()
  const checksum = createHash('sha256').update(sql).digest('hex')
  await client.query('INSERT INTO _prisma_migrations (id, checksum, migration_name) VALUES ($1, $2, $3)', [
    id,
    checksum,
    name,
  ])
  try {
    await client.query(sql)
  } catch (error) {
    await client.query('UPDATE _prisma_migrations SET logs = $2 WHERE id = $1', [id, String(error)])
    throw new Error(`The migration ${name} failed: ${(error as Error).message}`)
  }
  await client.query('UPDATE _prisma_migrations SET finished_at = now(), applied_steps_count = 1 WHERE id = $1', [id])
}
