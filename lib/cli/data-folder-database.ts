/** How the commands beside `npm start` find its database, and how they fail. */
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { EmbeddedPostgresError, findRunningPostgres } from '../db/embedded-postgres'
import { RUNTIME_ROLE } from '../db/runtime-role'
import { dataFolder, StartError } from './data-folder'
import { explainDatabaseError } from './explain-database-error'

export const ROOT = fileURLToPath(new URL('../..', import.meta.url))

/** Sets DATABASE_URL to the bundled server of a running workbench, as its owner, unless it names one already. */
export function connectToData(): string {
  process.env.DATABASE_URL ??= findRunningPostgres(join(dataFolder(ROOT), 'postgres'), 'duizhao')
  return process.env.DATABASE_URL
}

/** The same for what works as the workbench itself does: with the role that owns nothing. */
export function connectAsWorkbench(): string {
  process.env.DATABASE_URL ??= findRunningPostgres(join(dataFolder(ROOT), 'postgres'), 'duizhao', {
    role: RUNTIME_ROLE,
    passwordFile: 'runtime-password',
  })
  return process.env.DATABASE_URL
}

export function failPlainly(error: unknown): never {
  const known = error instanceof StartError || error instanceof EmbeddedPostgresError
  const said = known ? error.message : (explainDatabaseError(error) ?? (error instanceof Error ? error.stack : error))
  console.error(said)
  process.exit(1)
}
