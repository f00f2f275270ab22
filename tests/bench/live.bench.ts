/**
 * Live updates, on throw-away databases: how long after a save 200 who have the document open have it (live-streams.ts), and
 * what the log of changes costs a save (one and eight clients; the same statements with the triggers off, on, and on with a bell for
 * every save instead of one that rings for its neighbours). The three ways take turns, so that a noisy machine is noisy to all.
 */
import { randomUUID } from 'node:crypto'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { startEmbeddedPostgres } from '../../lib/db/embedded-postgres'
import { migrate } from '../../lib/db/migrate'
import { machine } from './figures'
import { benchStreams } from './live-streams'
import { withWorld } from './screen-world'

const ROUNDS = 6
const ROUND_MS = 1_000
const ROWS = 400

export async function bench(): Promise<void> {
  console.log(machine())
  await withWorld([1_000], benchStreams)
  await benchLog()
}

async function benchLog(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'duizhao-bench-'))
  chmodSync(folder, 0o755)
  const postgres = await startEmbeddedPostgres({ dataDir: join(folder, 'postgres') })
  try {
    const url = postgres.url('bench')
    await migrate(url, fileURLToPath(new URL('../../prisma/migrations', import.meta.url)))
    await throughput(url, await fill(url))
  } finally {
    await postgres.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

type Place = { memberId: string; ids: number[] }

async function fill(url: string): Promise<Place> {
  const client = new pg.Client(url)
  await client.connect()
  const [projectId, documentId, userId, memberId] = Array.from({ length: 4 }, () => randomUUID())
  await client.query(`INSERT INTO "User" ("id", "email", "name") VALUES ($1, 'bench@bench.invalid', 'Bench')`, [userId])
  await client.query(`INSERT INTO "Project" ("id", "name") VALUES ($1, 'Bench')`, [projectId])
  await client.query(`INSERT INTO "Member" ("id", "projectId", "userId", "role") VALUES ($1, $2, $3, 'manager')`, [
    memberId,
    projectId,
    userId,
  ])
  await client.query(
    `INSERT INTO "Document" ("id", "projectId", "title", "governing", "createdById") VALUES ($1, $2, 'Bench', 'prevails-zh', $3)`,
    [documentId, projectId, memberId],
  )
  const { rows } = await client.query<{ id: number }>(
    `INSERT INTO "Segment" ("projectId", "documentId", "position", "kind", "zh", "en")
    SELECT $1, $2, n * 1024, 'point', repeat('海风镇的灯塔', 6), repeat('The lighthouse of Haifeng. ', 6) FROM generate_series(1, $3::int) n RETURNING "id"`,
    [projectId, documentId, ROWS],
  )
  await client.end()
  return { memberId: memberId!, ids: rows.map(({ id }) => id) }
}

const SAVE = `
  WITH saved AS (
    UPDATE "Segment" SET "en" = $2, "enVersion" = "enVersion" + 1, "changedAt" = now() WHERE "id" = $1
    RETURNING "id", "projectId", "enVersion" AS version)
  INSERT INTO "Revision" ("projectId", "segmentId", "side", "before", "after", "version", "memberId")
  SELECT "projectId", "id", 'en', '', $2, version, $3::uuid FROM saved`

const WAYS = {
  off: ['ALTER TABLE "Segment" DISABLE TRIGGER live_update'],
  on: [],
  'every save rings': [
    `CREATE OR REPLACE FUNCTION ring_document_change() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN PERFORM pg_notify('document_change', ''); RETURN NULL; END $$`,
  ],
} as const

/** The statement of a save through `pg` alone: what Node spends on top would only hide the difference. */
async function throughput(url: string, { memberId, ids }: Place): Promise<void> {
  const admin = new pg.Client(url)
  await admin.connect()
  const {
    rows: [kept],
  } = await admin.query<{ body: string }>(`SELECT pg_get_functiondef('ring_document_change'::regproc) AS body`)
  const ear = new pg.Client(url)
  await ear.connect()
  await ear.query('LISTEN document_change')
  for (const clients of [1, 8]) {
    const rates = new Map<string, number[]>(Object.keys(WAYS).map((way) => [way, []]))
    for (let round = 0; round < ROUNDS; round++) {
      for (const [way, change] of Object.entries(WAYS)) {
        for (const sql of change) await admin.query(sql)
        rates.get(way)?.push(await savesPerSecond(url, clients, memberId, ids))
        await admin.query('ALTER TABLE "Segment" ENABLE TRIGGER live_update')
        await admin.query(kept?.body ?? '')
        await admin.query(
          'DELETE FROM "DocumentChange" WHERE "transaction" < (SELECT max("transaction") FROM "DocumentChange")',
        )
      }
    }
    const off = median(rates.get('off') ?? [])
    for (const [way, values] of rates) {
      const rate = median(values)
      console.log(
        `${clients} client${clients === 1 ? ' ' : 's'}, log ${way.padEnd(18)} ${rate.toFixed(0).padStart(6)} saves/s   ${(rate / off).toFixed(2)}`,
      )
    }
  }
  await Promise.all([admin.end(), ear.end()])
}

async function savesPerSecond(url: string, clients: number, memberId: string, ids: number[]): Promise<number> {
  const pool = await Promise.all(
    Array.from({ length: clients }, async () => {
      const client = new pg.Client(url)
      await client.connect()
      return client
    }),
  )
  let saves = 0
  const started = performance.now()
  await Promise.all(
    pool.map(async (client, own) => {
      for (let n = 0; performance.now() - started < ROUND_MS; n++) {
        const id = ids[(own + n * clients) % ids.length]
        await client.query({
          name: 'save',
          text: SAVE,
          values: [id, `Saved by ${own}, ${n} times, in words of some length.`, memberId],
        })
        saves++
      }
    }),
  )
  const seconds = (performance.now() - started) / 1000
  await Promise.all(pool.map((client) => client.end()))
  return saves / seconds
}

function median(values: number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
}
