/**
 * The translation memory over 100,000 rows in twenty documents of one project: matches of rows that are repeated, changed by
 * a fifth, or like nothing; concordance of rare and of common words, of one Chinese character too. Beside each the same
 * question asked by reading every text of the project, which is what an index has to beat. The commands in this process, on
 * a throw-away database of their own. At the end what a save costs more because the memory follows it: the same saves with
 * and without its trigger, by turns.
 */
import { randomUUID } from 'node:crypto'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import type { Actor } from '../../lib/auth/actor'
import { startEmbeddedPostgres } from '../../lib/db/embedded-postgres'
import { migrate } from '../../lib/db/migrate'
import { readGold } from '../gold/gold-file'
import { machine, quantile } from './figures'
import { SAMPLE } from './long-text'

const DOCUMENTS = 20
const ROWS = 5_000
const ROUNDS = 40

export async function bench(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'duizhao-bench-'))
  chmodSync(folder, 0o755)
  const postgres = await startEmbeddedPostgres({ dataDir: join(folder, 'postgres') })
  const client = new pg.Client(postgres.url('bench'))
  try {
    const url = postgres.url('bench')
    await migrate(url, fileURLToPath(new URL('../../prisma/migrations', import.meta.url)))
    process.env.DATABASE_URL = url
    await client.connect()
    console.log(machine())
    const filled = await fill(client)
    await measure(client, filled)
    await measureSaves(client, filled)
  } finally {
    await client.end()
    const { db } = await import('../../lib/db')
    await db.$disconnect()
    await postgres.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

type Filled = { projectId: string; actor: Actor; rows: { id: number; documentId: string }[] }

/** The same texts at every run. */
function dice(seed: number): (sides: number) => number {
  let state = seed
  return (sides) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * sides)
  }
}

/** Sentences made of clauses of the sample in ever other company, so that each is partly like many; one in fifty stands twice. */
function* sentences(): Generator<[zh: string, en: string]> {
  const roll = dice(7)
  const { zh, en } = readGold(SAMPLE)!
  const clauses = zh
    .join('')
    .split(/(?<=[，。；？])/)
    .filter((clause) => clause.length > 3)
  const words = en.join(' ').split(/\s+/)
  const pick = () => clauses[roll(clauses.length)]!
  let last: [string, string] = ['', '']
  for (;;) {
    if (last[0] === '' || roll(50) > 0) {
      const some = Array.from({ length: 1 + roll(4) }, pick).join('')
      // Every text has characters of its own, as texts do.
      const own = String.fromCodePoint(0x4e00 + roll(6_000), 0x4e00 + roll(6_000), 0x4e00 + roll(6_000))
      const at = roll(some.length)
      const english = Array.from({ length: 6 + roll(35) }, () => words[roll(words.length)]!).join(' ')
      last = [some.slice(0, at) + own + some.slice(at), english]
    }
    yield last
  }
}

async function fill(client: pg.Client): Promise<Filled> {
  const [projectId, userId, memberId] = [randomUUID(), randomUUID(), randomUUID()]
  await client.query(`INSERT INTO "User" ("id", "email", "name") VALUES ($1, 'bench@bench.invalid', 'Bench')`, [userId])
  await client.query(`INSERT INTO "Project" ("id", "name") VALUES ($1, 'Bench')`, [projectId])
  await client.query(`INSERT INTO "Member" ("id", "projectId", "userId", "role") VALUES ($1, $2, $3, 'manager')`, [
    memberId,
    projectId,
    userId,
  ])
  const texts = sentences()
  const rows: Filled['rows'] = []
  const start = performance.now()
  for (let document = 0; document < DOCUMENTS; document++) {
    const documentId = randomUUID()
    await client.query(
      `INSERT INTO "Document" ("id", "projectId", "title", "governing", "createdById") VALUES ($1, $2, $3, 'prevails-zh', $4)`,
      [documentId, projectId, `Bench ${document + 1}`, memberId],
    )
    const pairs = Array.from({ length: ROWS }, () => texts.next().value as [string, string])
    const { rows: inserted } = await client.query<{ id: number }>(
      `INSERT INTO "Segment" ("projectId", "documentId", "position", "kind", "zh", "en", "status")
      SELECT $1, $2, n * 1024, 'point', r ->> 0, r ->> 1, CASE WHEN n % 3 = 0 THEN 'reviewed' ELSE 'translated' END::"SegmentStatus"
      FROM jsonb_array_elements($3::jsonb) WITH ORDINALITY AS x(r, n) ORDER BY n RETURNING "id"`,
      [projectId, documentId, JSON.stringify(pairs)],
    )
    rows.push(...inserted.map(({ id }) => ({ id, documentId })))
  }
  await client.query('ANALYZE')
  console.log(
    `${rows.length.toLocaleString('en')} rows in ${DOCUMENTS} documents, written in ${((performance.now() - start) / 1000).toFixed(0)} s; ` +
      `signatures take ${await sizeOf(client, 'MemorySign')}, the rows ${await sizeOf(client, 'Segment')}`,
  )
  return { projectId, actor: { userId, name: 'Bench', email: '', administrator: false }, rows }
}

async function sizeOf(client: pg.Client, table: string): Promise<string> {
  const { rows } = await client.query<{ size: string }>(
    `SELECT pg_size_pretty(pg_total_relation_size($1::regclass)) AS size`,
    [`"${table}"`],
  )
  return rows[0]!.size
}

async function measure(client: pg.Client, { projectId, actor, rows }: Filled): Promise<void> {
  const { findMatches } = await import('../../lib/memory/find-matches')
  const { searchMemory } = await import('../../lib/memory/search-memory')
  const roll = dice(11)
  const some = Array.from({ length: ROUNDS }, () => rows[roll(rows.length)]!)
  const text = async (id: number, side: 'zh' | 'en') =>
    (await client.query<{ text: string }>(`SELECT "${side}" AS text FROM "Segment" WHERE "id" = $1`, [id])).rows[0]!
      .text
  console.log('  question                            ms: median   95 %   found     reading every text: median')
  await timed('matches of a row', some, async ({ id, documentId }) => {
    const { matches } = await findMatches(actor, { projectId, documentId, segmentId: id })
    return matches.length
  })
  const words = async (side: 'zh' | 'en', length: number) =>
    await Promise.all(
      some.map(async ({ id }) => {
        const whole = await text(id, side)
        if (side === 'zh') return whole.slice(2, 2 + length)
        return whole
          .split(' ')
          .slice(1, 1 + length)
          .join(' ')
      }),
    )
  const cases = [
    ['one Chinese character', 'zh', await words('zh', 1)],
    ['two', 'zh', await words('zh', 2)],
    ['four', 'zh', await words('zh', 4)],
    ['one English word', 'en', await words('en', 1)],
    ['three English words', 'en', await words('en', 3)],
    ['an English word that is nowhere', 'en', Array.from({ length: ROUNDS }, (_, i) => `zxqv${i}`)],
  ] as const
  for (const [name, side, sought] of cases) {
    const plain = await medianOf(sought, (one) =>
      client.query(
        `SELECT "id", "zh", "en" FROM "Segment" WHERE "projectId" = $1 AND strpos(lower("${side}"), $2) > 0 ORDER BY "status" DESC, "id" DESC LIMIT 51`,
        [projectId, one.toLowerCase()],
      ),
    )
    await timed(
      name,
      sought,
      async (one) => (await searchMemory(actor, { projectId, side, words: one })).rows.length,
      plain,
    )
  }
}

async function timed<T>(
  name: string,
  of: readonly T[],
  ask: (one: T) => Promise<number>,
  plain?: number,
): Promise<void> {
  const times: number[] = []
  let found = 0
  for (const one of of) {
    const start = performance.now()
    found += await ask(one)
    times.push(performance.now() - start)
  }
  const beside = plain === undefined ? '' : plain.toFixed(0).padStart(27)
  console.log(
    `  ${name.padEnd(34)} ${quantile(times, 0.5).toFixed(0).padStart(11)} ${quantile(times, 0.95).toFixed(0).padStart(6)} ${(found / of.length).toFixed(1).padStart(7)}${beside}`,
  )
}

async function medianOf<T>(of: readonly T[], ask: (one: T) => Promise<unknown>): Promise<number> {
  const times: number[] = []
  for (const one of of) {
    const start = performance.now()
    await ask(one)
    times.push(performance.now() - start)
  }
  return quantile(times, 0.5)
}

const TURNS = 6
const SAVES_A_TURN = 50

async function measureSaves(client: pg.Client, { projectId, actor, rows }: Filled): Promise<void> {
  const { recordEdit } = await import('../../lib/revision/record-edit')
  const times = { with: [] as number[], without: [] as number[] }
  let at = 0
  for (let turn = 0; turn < TURNS; turn++) {
    for (const how of ['with', 'without'] as const) {
      await client.query(`ALTER TABLE "Segment" ${how === 'with' ? 'ENABLE' : 'DISABLE'} TRIGGER memory_update`)
      for (let save = 0; save < SAVES_A_TURN; save++) {
        const { id: segmentId } = rows[at++ * 7]!
        const text = `Turn ${turn}: the renovation of water supply facilities has benefited ${save} households.`
        const start = performance.now()
        await recordEdit(actor, { projectId, segmentId, side: 'en', text, seenVersion: 1, kind: 'edit' })
        times[how].push(performance.now() - start)
      }
    }
  }
  const [own, plain] = [quantile(times.with, 0.5), quantile(times.without, 0.5)]
  console.log(
    `  a save: ${own.toFixed(1)} ms, without the memory ${plain.toFixed(1)} ms (× ${(own / plain).toFixed(2)})`,
  )
}
