/**
 * Live updates, on a throw-away database of their own: how long after a save 200 who follow the document have it, and what the
 * log of changes costs a save (one and eight clients; the same statements with the triggers off, on, and on with a bell for
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
import type { LiveMessage } from '../../lib/live/message'

const LISTENERS = 200
const SAVES = 200
const PAUSE_MS = 15
const ROUNDS = 6
const ROUND_MS = 1_000
const ROWS = 400

export async function bench(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'duizhao-bench-'))
  chmodSync(folder, 0o755)
  const postgres = await startEmbeddedPostgres({ dataDir: join(folder, 'postgres') })
  try {
    const url = postgres.url('bench')
    await migrate(url, fileURLToPath(new URL('../../prisma/migrations', import.meta.url)))
    process.env.DATABASE_URL = url
    const place = await fill(url)
    await latency(url, place)
    await throughput(url, place)
  } finally {
    const { db } = await import('../../lib/db')
    await db.$disconnect()
    await postgres.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

type Place = { projectId: string; documentId: string; userId: string; memberId: string; ids: number[] }

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
  return {
    projectId: projectId!,
    documentId: documentId!,
    userId: userId!,
    memberId: memberId!,
    ids: rows.map(({ id }) => id),
  }
}

/** From the moment before the save is sent until the last byte of the message is there for each listener. */
async function latency(url: string, { projectId, documentId, userId, memberId, ids }: Place): Promise<void> {
  const { openHub } = await import('../../lib/live/hub')
  const { listSegments } = await import('../../lib/segment/queries')
  const actor = { userId, name: 'Bench', email: '', administrator: false }
  const hub = openHub({
    connectionString: url,
    rowsOf: (_, some) => listSegments(actor, { projectId, documentId, ids: some }),
    onTrouble: (error) => console.error(error),
  })
  const sent = new Map<number, number>()
  const waits: number[] = []
  const savers: number[] = []
  const tell = (message: LiveMessage) => {
    if (message.type !== 'change') return
    // As the route does: one text for all is not made again, but each listener gets it.
    for (const id of message.ids ?? []) {
      const at = sent.get(id)
      if (at !== undefined) waits.push(performance.now() - at)
    }
  }
  for (let i = 0; i < LISTENERS; i++) {
    const tab = randomUUID()
    await hub.follow({
      userId,
      sessionVersion: 1,
      projectId,
      documentId,
      tab,
      memberId,
      role: 'manager',
      after: null,
      tell,
    })
  }
  const { recordEdit } = await import('../../lib/revision/record-edit')
  const { EditInput } = await import('../../lib/revision/input')
  const cpu = process.cpuUsage()
  for (const [n, segmentId] of ids.slice(0, SAVES).entries()) {
    const started = performance.now()
    sent.set(segmentId, started)
    await recordEdit(actor, EditInput.parse({ projectId, segmentId, side: 'en', text: `Saved ${n}`, seenVersion: 1 }))
    savers.push(performance.now() - started)
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS))
  }
  await new Promise((resolve) => setTimeout(resolve, 500))
  const { user, system } = process.cpuUsage(cpu)
  await hub.close()
  console.log(`${LISTENERS} listeners, ${SAVES} saves by one person: ${waits.length} of ${LISTENERS * SAVES} heard`)
  console.log(`  the save itself, ms       ${quantiles(savers)}`)
  console.log(`  save sent → heard, ms     ${quantiles(waits)}`)
  console.log(
    `  CPU of the process        ${((user + system) / 1000 / SAVES).toFixed(1)} ms a save, saving and telling`,
  )
}

function quantiles(values: number[]): string {
  const sorted = [...values].sort((a, b) => a - b)
  const at = (share: number) => (sorted[Math.floor(share * (sorted.length - 1))] ?? 0).toFixed(1).padStart(6)
  return `p50 ${at(0.5)}   p95 ${at(0.95)}   p99 ${at(0.99)}   most ${at(1)}`
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
