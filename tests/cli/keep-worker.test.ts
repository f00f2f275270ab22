import { fileURLToPath } from 'node:url'
import { afterEach, expect, test } from 'vitest'
import { type KeptWorker, keepWorker } from '../../lib/cli/keep-worker'
import { db } from '../../lib/db'
import { WORKER_LOCK } from '../../lib/jobs/sweep'
import { ownDatabase } from '../support/world'

ownDatabase()

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
let kept: KeptWorker | null = null
afterEach(() => kept?.stop())

/** The numbers of the workers that are alive, as PostgreSQL knows them. */
async function alive(): Promise<number[]> {
  const rows = await db.$queryRaw<{ number: number }[]>`
    SELECT objid::int AS number FROM pg_locks WHERE locktype = 'advisory' AND classid = ${WORKER_LOCK}
      AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`
  return rows.map(({ number }) => number)
}

async function until(right: (numbers: number[]) => boolean): Promise<number[]> {
  for (;;) {
    const numbers = await alive()
    if (right(numbers)) return numbers
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}

test('a worker that is killed is started again; one that is stopped is not', async () => {
  const said: string[] = []
  kept = keepWorker(ROOT, (message) => said.push(message))
  const [first] = await until((numbers) => numbers.length === 1)
  process.kill(kept.pid() ?? 0, 'SIGKILL')
  const [second] = await until((numbers) => numbers.length === 1 && numbers[0] !== first)
  expect(second).toBeGreaterThan(first)
  expect(said).toEqual(['The worker ended (SIGKILL); starting it again.'])
  await kept.stop()
  expect(await until((numbers) => numbers.length === 0)).toEqual([])
})
