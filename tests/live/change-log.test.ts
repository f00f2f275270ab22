/** The log of changes: what one statement tells, and that no order of commits makes anyone miss a change or hear it twice. */
import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { db } from '../../lib/db'
import { raiseDiscrepancy } from '../../lib/discrepancy/raise-discrepancy'
import {
  changesByDocument,
  pruneLog,
  type Query,
  readChanges,
  readCursor,
  readRunning,
} from '../../lib/live/change-log'
import { EditInput } from '../../lib/revision/input'
import { recordEdit } from '../../lib/revision/record-edit'
import { setStatus } from '../../lib/segment/set-status'
import { ownDatabase, world } from '../support/world'

ownDatabase()

const clients: pg.Client[] = []
let query: Query

async function connect(): Promise<pg.Client> {
  const client = new pg.Client(process.env.DATABASE_URL)
  await client.connect()
  clients.push(client)
  return client
}

beforeAll(async () => {
  const client = await connect()
  query = async (sql, values) => (await client.query(sql, values)).rows
})

afterAll(async () => {
  await Promise.all(clients.map((client) => client.end()))
})

const ROWS: [string, string][] = [
  ['一', 'One'],
  ['二', 'Two'],
  ['三', 'Three'],
]

type W = Awaited<ReturnType<typeof world>>
type At = { w: W; documentId: string; ids: number[] }

const edit = ({ w, ids }: At) =>
  recordEdit(
    w.reviser,
    EditInput.parse({ projectId: w.projectId, segmentId: ids[0], side: 'en', text: 'Uno', seenVersion: 1 }),
  )

test.each<[string, (at: At) => Promise<unknown>, (ids: number[]) => object[]]>([
  ['a saved text', edit, (ids) => [{ kinds: ['text', 'row'], ids: [ids[0]] }]],
  [
    'a status',
    ({ w, ids }) =>
      setStatus(w.reviser, {
        projectId: w.projectId,
        segmentId: ids[1]!,
        to: 'revised',
        seen: { zhVersion: 1, enVersion: 1, status: 'translated' },
      }),
    (ids) => [{ kinds: ['row'], ids: [ids[1]] }],
  ],
  [
    'a note',
    ({ w, ids }) =>
      raiseDiscrepancy(w.reviser, {
        projectId: w.projectId,
        segmentId: ids[2]!,
        type: 'number',
        severity: 'minor',
        zh: null,
        en: null,
        note: '',
      }),
    (ids) => [{ kinds: ['discrepancy'], ids: [ids[2]] }],
  ],
  [
    'a row that goes',
    ({ ids }) => db.segment.updateMany({ where: { id: ids[2] }, data: { position: null, mergedIntoId: ids[1] } }),
    (ids) => [{ kinds: ['structure', 'row'], ids: [ids[2]] }],
  ],
  [
    'a statement that changes nothing',
    ({ ids }) => db.segment.updateMany({ where: { id: ids[2] }, data: { label: false } }),
    () => [],
  ],
  [
    'all rows at once',
    ({ documentId }) => db.segment.updateMany({ where: { documentId }, data: { confirmed: true } }),
    (ids) => [{ kinds: ['row'], ids }],
  ],
])('%s is told once', async (_, act, told) => {
  const w = await world()
  const { documentId, ids } = await w.document(ROWS)
  const from = await readCursor(query)
  await act({ w, documentId, ids })
  const { changes, whole } = await readChanges(query, from, [documentId])
  expect(whole).toBe(true)
  const known = changes.map(({ kinds, ids }) => ({ kinds, ids: ids && [...ids].sort((a, b) => a - b) }))
  expect(known).toEqual(told(ids))
})

test('a bulk change of ten thousand rows is one change that says "many"', async () => {
  const w = await world()
  const { documentId } = await w.document(ROWS)
  const before = await readCursor(query)
  await db.$executeRaw`
    INSERT INTO "Segment" ("projectId", "documentId", "position", "kind", "zh", "en")
    SELECT ${w.projectId}::uuid, ${documentId}::uuid, (n + 10) * 1024, 'point', '字', 'word' FROM generate_series(1, 10000) n`
  const came = await readChanges(query, before, [documentId])
  expect(came.changes.length).toBeLessThan(20)
  expect(changesByDocument(came.changes).get(documentId)).toEqual({ documentId, kinds: ['structure'], ids: null })
  await db.$executeRaw`UPDATE "Segment" SET "stale" = true WHERE "documentId" = ${documentId}::uuid`
  expect((await readChanges(query, came.cursor, [documentId])).changes).toEqual([
    { documentId, kinds: ['row'], ids: null },
  ])
  const first = await db.segment.findMany({ where: { documentId }, orderBy: { position: 'asc' }, take: 2 })
  const ids = first.map(({ id }) => id)
  const of = async (sets: string, what: object[]) => {
    const from = await readCursor(query)
    await db.$executeRawUnsafe(`UPDATE "Segment" SET ${sets} WHERE "documentId" = '${documentId}'`)
    expect((await readChanges(query, from, [documentId])).changes).toMatchObject(what)
  }
  await of('"stale" = true', [])
  await of(`"stale" = "id" NOT IN (${ids})`, [{ kinds: ['row'], ids: expect.arrayContaining(ids) }])
  await of('"enVersion" = 2', [{ kinds: ['text', 'row'], ids: null }])
  await of('"label" = true', [{ kinds: ['structure', 'row'], ids: null }])
})

test('what another document tells is not told here', async () => {
  const w = await world()
  const [one, other] = [await w.document(ROWS), await w.document(ROWS)]
  const from = await readCursor(query)
  await edit({ w, ...other })
  expect((await readChanges(query, from, [one.documentId])).changes).toEqual([])
})

const tell = (client: pg.Client, documentId: string, id: number) =>
  client.query('SELECT notify_document_change($1, $2, $3)', [documentId, ['row'], [id]])

test('a transaction that began earlier and commits later is not missed', async () => {
  const documentId = randomUUID()
  const [slow, quick] = [await connect(), await connect()]
  const from = await readCursor(query)
  await slow.query('BEGIN')
  await tell(slow, documentId, 1)
  await tell(quick, documentId, 2)
  const first = await readChanges(query, from, [documentId])
  expect(first.changes.map(({ ids }) => ids)).toEqual([[2]])
  expect(await readRunning(query)).toHaveLength(1)
  await slow.query('COMMIT')
  const second = await readChanges(query, first.cursor, [documentId])
  expect(second.changes.map(({ ids }) => ids)).toEqual([[1]])
  expect((await readChanges(query, second.cursor, [documentId])).changes).toEqual([])
})

test('law: whatever the order of beginnings, writes, commits and looks, every committed change is told exactly once', async () => {
  const writers = await Promise.all(Array.from({ length: 4 }, connect))
  const step = fc.oneof(
    {
      weight: 6,
      arbitrary: fc.record({ who: fc.nat({ max: 3 }), act: fc.constantFrom('write', 'commit', 'roll back') }),
    },
    { weight: 2, arbitrary: fc.constant({ who: -1, act: 'look' as const }) },
  )
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (steps) => {
      const documentId = randomUUID()
      let cursor = await readCursor(query)
      const heard: number[] = []
      const committed: number[] = []
      const open = writers.map((): number[] | null => null)
      let next = 1
      const look = async () => {
        const seen = await readChanges(query, cursor, [documentId])
        cursor = seen.cursor
        expect(seen.whole).toBe(true)
        heard.push(...seen.changes.flatMap(({ ids }) => ids ?? []))
      }
      const finish = async (who: number, word: 'COMMIT' | 'ROLLBACK') => {
        await writers[who]!.query(word)
        if (word === 'COMMIT') committed.push(...(open[who] ?? []))
        open[who] = null
      }
      for (const { who, act } of steps) {
        if (act === 'look') await look()
        else if (act === 'write') {
          if (!open[who]) await writers[who]!.query('BEGIN')
          await tell(writers[who]!, documentId, next)
          open[who] = [...(open[who] ?? []), next++]
        } else if (open[who]) await finish(who, act === 'commit' ? 'COMMIT' : 'ROLLBACK')
      }
      for (const [who, own] of open.entries()) if (own) await finish(who, 'COMMIT')
      await look()
      expect(heard.sort((a, b) => a - b)).toEqual(committed.sort((a, b) => a - b))
    }),
    { numRuns: 40 },
  )
})

/** A moment at which nothing is under way: other test files write on the same server, and a snapshot knows of them too. */
async function quietCursor(): Promise<string> {
  for (;;) {
    const cursor = await readCursor(query)
    const [, oldest, next] = /^(\d+):(\d+):/.exec(cursor) ?? []
    if (oldest === next) return cursor
  }
}

test('the log is pruned; who comes from before is told to fetch everything, who comes from after is not', async () => {
  const documentId = randomUUID()
  const client = await connect()
  const before = await readCursor(query)
  await tell(client, documentId, 1)
  await tell(client, documentId, 2)
  const between = await quietCursor()
  await client.query(`UPDATE "DocumentChange" SET "at" = now() - interval '1 hour'`)
  await tell(client, documentId, 3)
  await pruneLog(query)
  expect((await readChanges(query, before, [documentId])).whole).toBe(false)
  const late = await readChanges(query, between, [documentId])
  expect(late).toMatchObject({ whole: true, changes: [{ ids: [3] }] })
  await client.query('TRUNCATE "DocumentChange"')
  expect((await readChanges(query, late.cursor, [documentId])).whole).toBe(false)
  await tell(client, documentId, 4)
  expect((await readChanges(query, late.cursor, [documentId])).whole).toBe(false)
  expect((await readChanges(query, '900000000000:900000000000:', [documentId])).whole).toBe(false)
})

test('an entry in the journal of the alignment does not make a change of two rows one of the whole document', () => {
  const document = { documentId: 'd', ids: [1, 2] }
  const entry = { documentId: 'd', kinds: ['alignment' as const], ids: null }
  const [own] = changesByDocument([{ ...document, kinds: ['structure', 'text'] }, entry]).values()
  expect(own).toEqual({ ...document, kinds: ['structure', 'text', 'alignment'] })
  const [many] = changesByDocument([entry, { documentId: 'd', kinds: ['text'], ids: null }]).values()
  expect(many?.ids).toBeNull()
})
