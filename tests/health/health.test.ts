import { fileURLToPath } from 'node:url'
import { afterAll, expect, test } from 'vitest'
import { mayReadMetrics } from '../../app/metrics/may-read'
import { processMetrics } from '../../app/metrics/process-metrics'
import { db } from '../../lib/db'
import { databaseMetrics } from '../../lib/health/database-metrics'
import { prometheusText } from '../../lib/health/prometheus'
import { getReadiness } from '../../lib/health/readiness'
import { startWorker } from '../../lib/jobs/worker'
import { ERRANDS, JOBS } from '../../lib/queue/work'
import { ownDatabase, world } from '../support/world'

ownDatabase()

const MIGRATIONS = fileURLToPath(new URL('../../prisma/migrations', import.meta.url))

const stops: (() => Promise<void>)[] = []
afterAll(async () => {
  for (const stop of stops) await stop()
})

test('ready is who has a database as new as the code and somebody who works off the queue', async () => {
  expect(await getReadiness(MIGRATIONS)).toEqual({ database: true, migrations: true, worker: false })
  const worker = await startWorker({ jobs: JOBS, errands: ERRANDS, rounds: [], onError: () => {} })
  stops.push(worker.stop)
  expect(await getReadiness(MIGRATIONS)).toEqual({ database: true, migrations: true, worker: true })
  await db.$executeRaw`UPDATE _prisma_migrations SET finished_at = NULL WHERE migration_name LIKE '%_first'`
  expect(await getReadiness(MIGRATIONS)).toMatchObject({ database: true, migrations: false })
})

test('jobs, saves, workers and connections are counted', async () => {
  const w = await world()
  const job = { projectId: w.projectId, memberId: w.memberIds.manager, kind: 'document.create' }
  await db.job.create({ data: { ...job, state: 'failed', endedAt: new Date() } })
  const text = prometheusText(await databaseMetrics())
  expect(text).toMatch(/^duizhao_saves_total \d+$/m)
  expect(text).toMatch(/^duizhao_jobs\{state="waiting"\} 0$/m)
  expect(text).toMatch(/^duizhao_jobs\{state="failed"\} 1$/m)
  expect(text).toMatch(/^duizhao_database_connections\{state="active"\} [1-9]/m)
  expect(text).toContain('# TYPE duizhao_saves_total counter')
})

test('without the gate a process tells of itself what it can', () => {
  expect(prometheusText(processMetrics())).toMatch(/^process_resident_memory_bytes \d+$/m)
})

test.each<[string, Record<string, string>, string | undefined, boolean]>([
  ['from the machine itself', { 'x-duizhao-here': 'yes' }, undefined, true],
  ['from elsewhere', { 'x-duizhao-here': 'no' }, undefined, false],
  ['from nobody knows where', {}, undefined, false],
  ['from the machine itself, where there is a token', { 'x-duizhao-here': 'yes' }, 'secret', false],
  ['with the token', { authorization: 'Bearer secret' }, 'secret', true],
  ['with another token', { authorization: 'Bearer secrex' }, 'secret', false],
])('metrics are read %s: %#', (_, headers, token, expected) => {
  expect(mayReadMetrics(new Headers(headers), token)).toBe(expected)
})

test('labels are escaped', () => {
  const samples = [{ labels: { path: 'a"b\\c\nd' }, value: 1 }]
  expect(prometheusText([{ name: 'x', help: 'X.', type: 'gauge', samples }])).toBe(
    '# HELP x X.\n# TYPE x gauge\nx{path="a\\"b\\\\c\\nd"} 1\n',
  )
})
