/** A workbench as `npm start` starts it, on a database of its own that is thrown away, with documents of the wanted lengths made by SQL. */
import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes, randomUUID } from 'node:crypto'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { encode } from 'next-auth/jwt'
import pg from 'pg'
import { startEmbeddedPostgres } from '../../lib/db/embedded-postgres'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))

/** The build the journeys use: made anew only when the code is another. */
export const BUILD = '.next-test'

export type Cookie = { name: string; value: string }
export type BenchDocument = { id: string; rows: number; ids: number[] }
export type BenchWorld = {
  address: string
  databaseUrl: string
  cookie: Cookie
  userId: string
  projectId: string
  documents: BenchDocument[]
  /** The row whose English has LONG_TEXT characters; counted from 1. */
  longRow: number
}

export const LONG_TEXT = 2_000
const LONG_ROW = 30

export async function withWorld(lengths: readonly number[], act: (world: BenchWorld) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'duizhao-bench-'))
  chmodSync(folder, 0o755)
  const postgres = await startEmbeddedPostgres({ dataDir: join(folder, 'postgres') })
  let server: ChildProcess | null = null
  try {
    const databaseUrl = postgres.url('bench')
    const secret = randomBytes(32).toString('hex')
    const port = await freePort()
    server = await serve({ databaseUrl, secret, port, folder })
    const people = await makePeople(databaseUrl)
    const documents: BenchDocument[] = []
    for (const rows of lengths) documents.push(await makeDocument(databaseUrl, people, rows))
    const token = { sub: people.userId, sessionVersion: 1 }
    await act({
      address: `http://127.0.0.1:${port}`,
      databaseUrl,
      cookie: { name: 'next-auth.session-token', value: await encode({ token, secret }) },
      userId: people.userId,
      projectId: people.projectId,
      documents,
      longRow: LONG_ROW,
    })
  } finally {
    await ended(server)
    await postgres.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

type Serving = { databaseUrl: string; secret: string; port: number; folder: string }

function serve({ databaseUrl, secret, port, folder }: Serving): Promise<ChildProcess> {
  const child = spawn(process.execPath, ['--import', 'tsx', join(ROOT, 'lib/cli/serve.ts')], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {
      ...process.env,
      DATABASE_URL: databaseUrl,
      NEXTAUTH_URL: `http://127.0.0.1:${port}`,
      NEXTAUTH_SECRET: secret,
      HOST: '127.0.0.1',
      PORT: String(port),
      DUIZHAO_DATA: folder,
      NEXT_DIST_DIR: BUILD,
    },
  })
  return new Promise((resolve, reject) => {
    let said = ''
    child.stdout?.on('data', (chunk) => {
      said += chunk
      if (said.includes('Ctrl+C stops everything')) resolve(child)
    })
    child.once('exit', (code) => reject(new Error(`The workbench stopped at start (exit ${code}).\n${said}`)))
  })
}

function ended(child: ChildProcess | null): Promise<void> {
  if (!child || child.exitCode !== null) return Promise.resolve()
  return new Promise((resolve) => {
    child.once('exit', () => resolve())
    child.kill('SIGTERM')
  })
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}

type People = { userId: string; projectId: string; memberId: string }

async function makePeople(databaseUrl: string): Promise<People> {
  const people = { userId: randomUUID(), projectId: randomUUID(), memberId: randomUUID() }
  await query(databaseUrl, [
    [`INSERT INTO "User" ("id", "email", "name") VALUES ($1, 'bench@bench.invalid', 'Bench')`, [people.userId]],
    [`INSERT INTO "Project" ("id", "name") VALUES ($1, 'Bench')`, [people.projectId]],
    [
      `INSERT INTO "Member" ("id", "projectId", "userId", "role") VALUES ($1, $2, $3, 'manager')`,
      [people.memberId, people.projectId, people.userId],
    ],
  ])
  return people
}

/**
 * Every 25th row is a heading, a tenth of the rows has another status than its neighbours, one in 40 is stale, one in 50
 * unsure: what makes an outline long. Texts are of the lengths the Debian handbook has.
 */
async function makeDocument(databaseUrl: string, { projectId, memberId }: People, rows: number) {
  const id = randomUUID()
  const source = `INSERT INTO "Source" ("id", "projectId", "documentId", "side", "fileName", "format", "encoding", "sha256", "bytes", "text", "intake", "memberId")
    VALUES (gen_random_uuid(), $1, $2, $3::"Side", 'bench.txt', 'text', 'utf-8', '', '', '', '{}', $4)`
  await query(databaseUrl, [
    [
      `INSERT INTO "Document" ("id", "projectId", "title", "governing", "createdById") VALUES ($1, $2, $3, 'prevails-zh', $4)`,
      [id, projectId, `${rows} rows`, memberId],
    ],
    [source, [projectId, id, 'zh', memberId]],
    [source, [projectId, id, 'en', memberId]],
    [
      `INSERT INTO "Segment" ("projectId", "documentId", "position", "kind", "zh", "en", "zhParagraph", "enParagraph", "confidence", "status", "stale", "confirmed")
      SELECT $1, $2, n * 1024, CASE WHEN n % 25 = 1 THEN 'heading' ELSE 'point' END,
        left(n || ' ' || repeat('海风镇的灯塔今年检修了68.9万次，更换了全部灯具。', 6), CASE WHEN n % 25 = 1 THEN 16 ELSE 24 + n * 37 % 90 END),
        left(n || ' ' || repeat('The lighthouses of Haifeng were inspected 689,000 times this year, and all the lamps were replaced. ', 30),
          CASE WHEN n = $3 THEN $4 WHEN n % 25 = 1 THEN 40 ELSE 60 + n * 53 % 260 END),
        n / 3, n / 3, CASE WHEN n % 50 = 7 THEN 0.6 ELSE 0.97 END,
        (CASE WHEN n * 7919 % 10 = 3 THEN 'translated' WHEN n < $5::int / 2 THEN 'revised' ELSE 'draft' END)::"SegmentStatus", n % 40 = 9, n < $5::int / 2
      FROM generate_series(1, $5::int) n`,
      [projectId, id, LONG_ROW, LONG_TEXT, rows],
    ],
    ['ANALYZE "Segment"', []],
  ])
  const found = await query<{ id: number }>(databaseUrl, [
    [`SELECT "id" FROM "Segment" WHERE "documentId" = $1 ORDER BY "position"`, [id]],
  ])
  return { id, rows, ids: found.map((row) => row.id) }
}

/** The rows of the last statement. */
async function query<Row extends pg.QueryResultRow>(url: string, statements: [string, unknown[]][]): Promise<Row[]> {
  const client = new pg.Client(url)
  await client.connect()
  try {
    let rows: Row[] = []
    for (const [text, values] of statements) rows = (await client.query<Row>(text, values)).rows
    return rows
  } finally {
    await client.end()
  }
}
