/** Who follows a document is told of every change of it, by whatever process, through lost connections, and only while they may. */
import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { afterEach, beforeAll, expect, test, vi } from 'vitest'
import { closeSession, openSession } from '../../lib/auth/sessions'
import { db } from '../../lib/db'
import type { Query } from '../../lib/live/change-log'
import { type Follower, type Hub, openHub } from '../../lib/live/hub'
import type { LiveMessage, Person } from '../../lib/live/message'
import { move, tellTakenOver } from '../../lib/live/presence'
import { removeMember } from '../../lib/project/remove-member'
import { EditInput } from '../../lib/revision/input'
import { recordEdit } from '../../lib/revision/record-edit'
import { listSegments } from '../../lib/segment/queries'
import { ownDatabase, type World, world } from '../support/world'

ownDatabase()

/** How long a slow machine may take; a quick one does not wait. */
const SOON = 60_000

const hubs: Hub[] = []
let query: Query

beforeAll(() => {
  query = (sql, values) => db.$queryRawUnsafe(sql, ...values)
})

afterEach(async () => {
  await Promise.all(hubs.splice(0).map((hub) => hub.close()))
})

/** A process of its own, as far as the hub can tell. */
function process(w: World, more: { lookAnywayMs?: number } = {}): Hub {
  const hub = openHub({
    ...more,
    connectionString: globalThis.process.env.DATABASE_URL ?? '',
    rowsOf: ({ projectId, documentId }, ids) => listSegments(w.manager, { projectId, documentId, ids }),
    onTrouble: () => {},
  })
  hubs.push(hub)
  return hub
}

type Role = 'manager' | 'reviser' | 'observer'

async function listener(
  w: World,
  hub: Hub,
  documentId: string,
  role: Role = 'observer',
  after: string | null = null,
  sessionId?: string,
) {
  const heard: LiveMessage[] = []
  const follower: Follower = {
    userId: w[role].userId,
    sessionVersion: 1,
    sessionId,
    projectId: w.projectId,
    documentId,
    tab: randomUUID(),
    memberId: w.memberIds[role],
    role,
    after,
    tell: (message) => heard.push(message),
  }
  const stop = await hub.follow(follower)
  const changes = () => heard.filter((message) => message.type === 'change')
  const people = () => heard.findLast((message) => message.type === 'people')?.people ?? []
  return { heard, stop, follower, changes, people }
}

async function save(w: World, segmentId: number | undefined, text: string, seenVersion = 1) {
  await recordEdit(w.reviser, EditInput.parse({ projectId: w.projectId, segmentId, side: 'en', text, seenVersion }))
}

const cursorOf = (message: LiveMessage | undefined) => (message && 'cursor' in message ? message.cursor : null)

test('a save is heard in every process, with the row as it is now and who saved it', async () => {
  const w = await world()
  const { documentId, ids } = await w.document([['一', 'One']])
  const [near, far] = [await listener(w, process(w), documentId), await listener(w, process(w), documentId, 'manager')]
  await save(w, ids[0], 'Uno')
  for (const { changes } of [near, far]) {
    await vi.waitFor(() => expect(changes()).toHaveLength(1), SOON)
    expect(changes()[0]).toMatchObject({
      kinds: ['text', 'row'],
      ids: [ids[0]],
      rows: [{ id: ids[0], en: 'Uno', enVersion: 2 }],
      by: { [ids[0]!]: { memberId: w.memberIds.reviser, name: w.reviser.name } },
    })
  }
})

test('many saves at once are all heard; none waits for the clock', async () => {
  const w = await world()
  const rows = Array.from({ length: 60 }, (_, i): [string, string] => [`${i}`, `${i}`])
  const { documentId, ids } = await w.document(rows)
  const { changes } = await listener(w, process(w, { lookAnywayMs: 3_600_000 }), documentId)
  await Promise.all(ids.map((id) => save(w, id, 'changed')))
  await vi.waitFor(() => expect(new Set(changes().flatMap(({ ids }) => ids))).toEqual(new Set(ids)), SOON)
})

test('a change that commits after the one that rang the bell for both is heard as well', async () => {
  const w = await world()
  const { documentId } = await w.document([['一', 'One']])
  const { changes } = await listener(w, process(w), documentId)
  const [slow, quick] = await Promise.all(
    [0, 1].map(async () => {
      const client = new pg.Client(globalThis.process.env.DATABASE_URL)
      await client.connect()
      return client
    }),
  )
  const tell = (client: pg.Client | undefined, id: number) =>
    client?.query('SELECT notify_document_change($1, $2, $3)', [documentId, ['row'], [id]])
  // Holds the bell, as one does who is writing its commit to the disk.
  await quick?.query('BEGIN')
  await tell(quick, 1)
  await quick?.query('SET CONSTRAINTS ALL IMMEDIATE')
  await slow?.query('BEGIN')
  await tell(slow, 2)
  await slow?.query('SET CONSTRAINTS ALL IMMEDIATE')
  await quick?.query('COMMIT')
  await vi.waitFor(() => expect(changes().flatMap(({ ids }) => ids)).toEqual([1]), SOON)
  await slow?.query('COMMIT')
  await vi.waitFor(() => expect(changes().flatMap(({ ids }) => ids)).toEqual([1, 2]), SOON)
  await Promise.all([slow?.end(), quick?.end()])
})

test('who was away is told what they missed, from where they left off', async () => {
  const w = await world()
  const { documentId, ids } = await w.document([['一', 'One']])
  const first = await listener(w, process(w), documentId)
  const left = cursorOf(first.heard[0])
  first.stop()
  await save(w, ids[0], 'Uno')
  const again = await listener(w, process(w), documentId, 'observer', left)
  expect(again.changes()).toMatchObject([{ ids: [ids[0]], rows: [{ en: 'Uno' }] }])
  const later = await listener(w, process(w), documentId, 'observer', cursorOf(again.changes()[0]))
  expect(later.changes()).toEqual([])
})

test('a lost connection to the database is made again, and what happened meanwhile is heard', async () => {
  const w = await world()
  const { documentId, ids } = await w.document([['一', 'One']])
  const { changes } = await listener(w, process(w), documentId)
  await db.$executeRaw`SELECT pg_terminate_backend(pid)::text FROM pg_stat_activity
    WHERE datname = current_database() AND query LIKE '%DocumentChange%' AND pid <> pg_backend_pid() OR query LIKE 'LISTEN%'`
  await save(w, ids[0], 'Uno')
  await vi.waitFor(() => expect(changes().map(({ ids }) => ids)).toEqual([[ids[0]]]), SOON)
})

test.each<[string, (w: World, documentId: string) => Promise<unknown>]>([
  ['a member is removed', (w) => removeMember(w.manager, { projectId: w.projectId, memberId: w.memberIds.observer })],
  [
    'a person is signed out everywhere',
    (w) => db.user.update({ where: { id: w.observer.userId }, data: { sessionVersion: { increment: 1 } } }),
  ],
  ['a project is archived', (w) => db.project.update({ where: { id: w.projectId }, data: { archivedAt: new Date() } })],
  ['a document is deleted', (_, id) => db.document.update({ where: { id }, data: { deletedAt: new Date() } })],
])('nothing more is told once %s', async (_, act) => {
  const w = await world()
  const { documentId, ids } = await w.document([['一', 'One']])
  const hub = process(w)
  const { heard, changes } = await listener(w, hub, documentId)
  await act(w, documentId)
  await vi.waitFor(() => expect(heard.at(-1)).toEqual({ type: 'ended', reason: 'access' }), SOON)
  expect(hub.size()).toBe(0)
  await db.segment.update({ where: { id: ids[0] }, data: { confirmed: true } })
  expect(changes()).toEqual([])
})

test('a session that is ended by itself hears nothing more; another of the same person goes on', async () => {
  const w = await world()
  const { documentId } = await w.document([['一', 'One']])
  const hub = process(w)
  const caller = { device: 'Firefox', address: 'here' }
  const [one, two] = [await openSession(w.observer.userId, caller), await openSession(w.observer.userId, caller)]
  const ended = await listener(w, hub, documentId, 'observer', null, one)
  await listener(w, hub, documentId, 'observer', null, two)
  await closeSession(one)
  await vi.waitFor(() => expect(ended.heard.at(-1)).toEqual({ type: 'ended', reason: 'access' }), SOON)
  expect(hub.size()).toBe(1)
})

test('who is here, where, and whether they type is known in every process; a tab that closes vanishes', async () => {
  const w = await world()
  const { documentId, ids } = await w.document([['一', 'One']])
  const one = await listener(w, process(w), documentId, 'reviser')
  const other = await listener(w, process(w), documentId)
  const mine = (people: Person[]) => people.find(({ tab }) => tab === one.follower.tab)
  const here = { ...one.follower, segmentId: ids[0]!, side: 'en', editing: true }
  await move(query, here)
  await vi.waitFor(() => {
    expect(mine(other.people())).toMatchObject({ name: w.reviser.name, segmentId: ids[0], side: 'en', editing: true })
  }, SOON)
  await move(query, { ...here, memberId: w.memberIds.manager, editing: false })
  await tellTakenOver(query, { documentId, tab: here.tab, segmentId: ids[0]!, side: 'en', by: 'Ana' })
  await vi.waitFor(() => {
    expect(one.heard.at(-1)).toBeDefined()
    expect(one.heard).toContainEqual({ type: 'taken-over', segmentId: ids[0], side: 'en', by: 'Ana' })
    expect(mine(other.people())?.editing).toBe(false)
  }, SOON)
  one.stop()
  await vi.waitFor(() => expect(mine(other.people())).toBeUndefined(), SOON)
})

test('people of a process that died are gone once they have not been seen for a while', async () => {
  const w = await world()
  const { documentId } = await w.document([['一', 'One']])
  const { people } = await listener(w, process(w), documentId)
  const ghost = { projectId: w.projectId, documentId, tab: randomUUID(), memberId: w.memberIds.reviser }
  await move(query, { ...ghost, segmentId: null, side: null, editing: false })
  await vi.waitFor(() => expect(people()).toHaveLength(2), SOON)
  await db.presence.update({ where: { tab: ghost.tab }, data: { seenAt: new Date(Date.now() - 12_500) } })
  await vi.waitFor(() => expect(people()).toHaveLength(1), SOON)
})
