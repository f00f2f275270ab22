/** How the commands beside `npm start` find its database, and how they fail. */
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { EmbeddedPostgresError, findRunningPostgres } from '../db/embedded-postgres'
import { dataFolder, StartError } from './data-folder'
import { explainDatabaseError } from './explain-database-error'

export const ROOT = fileURLToPath(new URL('../..', import.meta.url))

/** Sets DATABASE_URL to the bundled server of a running workbench unless it names one already. */
export function connectToData(): string {
  process.env.DATABASE_URL ??= findRunningPostgres(join(dataFolder(ROOT), 'postgres'), 'duizhao')
  return process.env.DATABASE_URL
}

export function failPlainly(error: unknown): never {
  const known = error instanceof StartError || error instanceof EmbeddedPostgresError
  const said = known ? error.message : (explainDatabaseError(error) ?? (error instanceof Error ? error.stack : error))
  console.error(said)
  process.exit(1)
}
