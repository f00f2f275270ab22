/**
 * Acts that touch every row of a document of 10,000: its status led on, a shift from its top on, undone and redone, and everything
 * realigned and undone. The commands in this process, on a throw-away database of their own; `--statements` adds what the
 * database was asked for, the dearest first.
 */
import { randomUUID } from 'node:crypto'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { startEmbeddedPostgres } from '../../lib/db/embedded-postgres'
import { migrate } from '../../lib/db/migrate'
import { longText, SAMPLE } from './long-text'

const ROWS = 10_000
const ROUNDS = 2

export async function bench(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'duizhao-bench-'))
  chmodSync(folder, 0o755)
  const postgres = await startEmbeddedPostgres({ dataDir: join(folder, 'postgres') })
  try {
    const url = postgres.url('bench')
    await migrate(url, fileURLToPath(new URL('../../prisma/migrations', import.meta.url)))
    process.env.DATABASE_URL = url
    await measure(await fill(url))
  } finally {
    const { db } = await import('../../lib/db')
    await db.$disconnect()
    await postgres.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

type Filled = { projectId: string; documentId: string; userId: string; ids: number[] }

async function fill(url: string): Promise<Filled> {
  const client = new pg.Client(url)
  await client.connect()
  const [projectId, documentId, userId, memberId] = Array.from({ length: 4 }, () => randomUUID()) as [
    string,
    string,
    string,
    string,
  ]
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
  for (const side of ['zh', 'en'])
    await client.query(
      `INSERT INTO "Source" ("id", "projectId", "documentId", "side", "fileName", "format", "encoding", "sha256", "bytes", "text", "intake", "memberId")
      VALUES ($1, $2, $3, $4, 'bench.txt', 'txt', 'utf-8', '', '', '', '{}', $5)`,
      [randomUUID(), projectId, documentId, side, memberId],
    )
  const { zh, en, gold } = longText([SAMPLE], ROWS + 500)
  // An empty cell would end the shift.
  const rows = gold.flatMap(([zhBead, enBead]) =>
    zhBead.length * enBead.length === 0
      ? []
      : { zh: zhBead.map((at) => zh[at]).join(''), en: enBead.map((at) => en[at]).join(' ') },
  )
  const { rows: inserted } = await client.query<{ id: number }>(
    `INSERT INTO "Segment" ("projectId", "documentId", "position", "kind", "zh", "en", "zhParagraph", "enParagraph", "confidence", "status")
    SELECT $1, $2, n * 1024, 'point', r ->> 'zh', r ->> 'en', n / 3, n / 3, 0.9, 'draft'
    FROM jsonb_array_elements($3::jsonb) WITH ORDINALITY AS x(r, n) ORDER BY n RETURNING "id"`,
    [projectId, documentId, JSON.stringify(rows)],
  )
  await client.query('ANALYZE "Segment"')
  await client.end()
  return { projectId, documentId, userId, ids: inserted.map(({ id }) => id) }
}

async function measure({ projectId, documentId, userId, ids }: Filled): Promise<void> {
  const { shiftColumn } = await import('../../lib/alignment/shift-column')
  const { undoStep } = await import('../../lib/alignment/undo-step')
  const { redoStep } = await import('../../lib/alignment/redo-step')
  const { realign } = await import('../../lib/alignment/realign')
  const { previewStatusOfMany, setStatusOfMany } = await import('../../lib/segment/set-status-of-many')
  const { rangesOf } = await import('../../lib/segment/row-ranges')
  const { db } = await import('../../lib/db')
  const actor = { userId, name: 'Bench', email: '', administrator: false }
  const place = { projectId, documentId }
  const segmentId = ids[9]!
  console.log(
    `${ids.length.toLocaleString('en')} rows                  ms of the command   ms of CPU in this process   rows changed`,
  )
  const timed = async <T extends { changed: number[] }>(name: string, act: () => Promise<T>): Promise<T> => {
    const statements = record()
    const cpu = process.cpuUsage()
    const start = performance.now()
    const answer = await act()
    const ms = performance.now() - start
    const { user, system } = process.cpuUsage(cpu)
    const own = (user + system) / 1000
    console.log(
      `  ${name.padEnd(28)} ${ms.toFixed(0).padStart(12)} ${own.toFixed(0).padStart(26)} ${String(answer.changed.length).padStart(14)}`,
    )
    statements.print()
    return answer
  }
  const shift = async () => {
    const { zhVersion, enVersion } = await db.segment.findUniqueOrThrow({ where: { id: segmentId } })
    const seen = [{ id: segmentId, zhVersion, enVersion }]
    return await timed('shift the English down', () =>
      shiftColumn(actor, { ...place, segmentId, side: 'en', direction: 'down', seen }),
    )
  }
  const many = { ...place, rows: rangesOf(ids), to: 'translated' as const }
  const { snapshot } = await previewStatusOfMany(actor, many)
  await timed('the status of all', () => setStatusOfMany(actor, { ...many, snapshot }))
  for (let round = 0; round < ROUNDS; round++) {
    const { step } = await shift()
    await timed('undo', () => undoStep(actor, { ...place, step }))
    await timed('redo', () => redoStep(actor, { ...place, step }))
    await timed('undo', () => undoStep(actor, { ...place, step }))
  }
  await shift()
  const { step } = await timed('realign everything', () => realign(actor, { ...place, range: null }))
  await timed('undo', () => undoStep(actor, { ...place, step }))
}

/** What the database was asked for while the clock ran, where `--statements` wants to know. */
function record() {
  if (!process.argv.includes('--statements')) return { print: () => {} }
  const took: { text: string; ms: number }[] = []
  const original = pg.Client.prototype.query
  const listening = function (this: pg.Client, ...args: unknown[]) {
    const [asked] = args as [string | { text: string }]
    const start = performance.now()
    const answer = Reflect.apply(original, this, args) as unknown
    const done = () =>
      took.push({ text: typeof asked === 'string' ? asked : asked.text, ms: performance.now() - start })
    if (answer instanceof Promise) answer.then(done, done)
    return answer
  }
  Object.assign(pg.Client.prototype, { query: listening })
  return {
    print() {
      Object.assign(pg.Client.prototype, { query: original })
      for (const { text, ms } of took.sort((a, b) => b.ms - a.ms).slice(0, 8))
        console.log(`    ${ms.toFixed(0).padStart(6)}  ${text.replace(/\s+/g, ' ').trim().slice(0, 130)}`)
    },
  }
}
