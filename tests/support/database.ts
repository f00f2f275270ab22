/** Starts one throw-away PostgreSQL for the whole run and migrates the template every test file clones. */
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { TestProject } from 'vitest/node'
import { startEmbeddedPostgres } from '../../lib/db/embedded-postgres'
import { migrate } from '../../lib/db/migrate'

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of the template; the database's name is the last part of its path. */
    templateUrl: string
  }
}

export default async function setup(project: TestProject) {
  const folder = mkdtempSync(join(tmpdir(), 'duizhao-test-'))
  // The server may run under another account, which has to pass through.
  chmodSync(folder, 0o755)
  const postgres = await startEmbeddedPostgres({ dataDir: join(folder, 'postgres'), forTests: true })
  const templateUrl = postgres.url('template_duizhao')
  await migrate(templateUrl, fileURLToPath(new URL('../../prisma/migrations', import.meta.url)))
  project.provide('templateUrl', templateUrl)
  return async () => {
    await postgres.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}
