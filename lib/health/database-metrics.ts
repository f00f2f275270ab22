/** What the database knows of how things go, for all processes together. */
import { db } from '../db'
import type { Metric } from './prometheus'
import { countWorkers } from './readiness'

export async function databaseMetrics(): Promise<Metric[]> {
  const [saves, jobs, errands, connections, workers] = await Promise.all([
    countSaves(),
    db.job.groupBy({ by: ['state'], where: { state: { in: ['waiting', 'running', 'failed'] } }, _count: true }),
    countErrands(),
    countConnections(),
    countWorkers(),
  ])
  const jobsIn = (state: string) => jobs.find((group) => group.state === state)?._count ?? 0
  return [
    metric('duizhao_saves_total', 'counter', 'Texts saved since the workbench was made.', [{ value: saves }]),
    metric(
      'duizhao_jobs',
      'gauge',
      'Imports and other long work, by state.',
      ['waiting', 'running', 'failed'].map((state) => ({ labels: { state }, value: jobsIn(state) })),
    ),
    metric('duizhao_errands_waiting', 'gauge', 'Small work that waits in the queue.', [{ value: errands }]),
    metric('duizhao_workers', 'gauge', 'Workers alive.', [{ value: workers }]),
    metric(
      'duizhao_database_connections',
      'gauge',
      'Connections to the database, by what they do.',
      connections.map(({ state, count }) => ({ labels: { state }, value: count })),
    ),
  ]
}

function metric(name: string, type: Metric['type'], help: string, samples: Metric['samples']): Metric {
  return { name, type, help, samples }
}

/** Every save takes a number; one that was undone leaves a gap, which a rate does not mind. */
async function countSaves(): Promise<number> {
  const [{ last }] = await db.$queryRaw<{ last: bigint | null }[]>`
    SELECT CASE WHEN is_called THEN last_value ELSE 0 END AS last FROM "Revision_id_seq"`
  return Number(last ?? 0)
}

/** The queue's tables are there once somebody has sent or worked. */
async function countErrands(): Promise<number> {
  const [{ there }] = await db.$queryRaw<{ there: boolean }[]>`SELECT to_regclass('pgboss.job') IS NOT NULL AS there`
  if (!there) return 0
  const [{ count }] = await db.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM pgboss.job WHERE state IN ('created', 'retry')`
  return count
}

async function countConnections(): Promise<{ state: string; count: number }[]> {
  return await db.$queryRaw<{ state: string; count: number }[]>`
    SELECT coalesce(state, 'other') AS state, count(*)::int AS count FROM pg_stat_activity
    WHERE datname = current_database() GROUP BY 1 ORDER BY 1`
}
