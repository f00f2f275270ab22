/**
 * Two revisers, a reviewer and a manager work on one document at the same time, each choosing at random. However their acts
 * fall together: every edit that was acknowledged is in the history, each history replays to its text, and nothing is orphaned.
 * `OPERATIONS=10000 npx vitest run …` for the full run; `SEED` repeats one.
 */
import { expect, test } from 'vitest'
import type { Actor } from '../../lib/auth/actor'
import { db } from '../../lib/db'
import { AppError } from '../../lib/errors'
import { recordEdit } from '../../lib/revision/record-edit'
import { restoreRevision } from '../../lib/revision/restore-revision'
import { mergeRows } from '../../lib/segment/merge-rows'
import { rangesOf } from '../../lib/segment/row-ranges'
import { nextStatus, SEGMENT_STATUSES } from '../../lib/segment/rules'
import { setStatus } from '../../lib/segment/set-status'
import { previewStatusOfMany, setStatusOfMany } from '../../lib/segment/set-status-of-many'
import { NO_FILTER, soughtOf } from '../../lib/view/filter'
import { previewReplace } from '../../lib/view/preview-replace'
import { replaceInRows } from '../../lib/view/replace-in-rows'
import { undoBatch } from '../../lib/view/undo-batch'
import { ownDatabase, type World, world } from '../support/world'

ownDatabase()

const OPERATIONS = Number(process.env.OPERATIONS ?? 300)
const SEED = Number(process.env.SEED ?? 20261123)
const ROWS = 40

type Acknowledged = { segmentId: number; text: string; version: number }

type Table = {
  w: World
  documentId: string
  acknowledged: Acknowledged[]
  batches: { actor: Actor; batchId: string }[]
  done: Map<string, number>
  refused: Map<string, number>
}

type Hand = { actor: Actor; role: 'manager' | 'reviser' | 'translator' | 'reviewer'; random: () => number }

const WORDS = ['model', 'experience', 'reform', 'Fengqiao', 'people', '人民', '经验', '💡', 'A', '.']

test(`${OPERATIONS} operations at random`, { timeout: 3_600_000 }, async () => {
  const w = await world()
  const pairs = Array.from({ length: ROWS }, (_, i): [string, string] => [
    `第${i}条 人民经验`,
    `Row ${i}: the model of the people`,
  ])
  const { documentId } = await w.document(pairs)
  const table: Table = { w, documentId, acknowledged: [], batches: [], done: new Map(), refused: new Map() }
  const hands = (['translator', 'reviser', 'reviewer', 'manager'] as const).map((role, i) => ({
    actor: w[role],
    role,
    random: randomFrom(SEED + i),
  }))
  const share = Math.ceil(OPERATIONS / hands.length)
  await Promise.all(hands.map((hand) => work(table, hand, share)))
  await check(table)
})

async function work(table: Table, hand: Hand, times: number) {
  for (let i = 0; i < times; i++) {
    const [name, act] = pick(hand, ACTS)
    await act(table, hand).then(
      (acted) => acted && count(table.done, name),
      (error: unknown) => {
        // Only what is said to a person may stop an act; anything else is a bug.
        if (!(error instanceof AppError)) throw error
        count(table.refused, `${name}: ${error.problem}`)
      },
    )
  }
}

type Act = (table: Table, hand: Hand) => Promise<boolean>

const ACTS: [string, Act][] = [
  ['edit', edit],
  ['edit', edit],
  ['edit', edit],
  ['restore', restore],
  ['status', status],
  ['status', status],
  ['status of many', statusOfMany],
  ['replace', replace],
  ['undo', undo],
  ['merge', merge],
]

async function edit(table: Table, hand: Hand): Promise<boolean> {
  const row = await someRow(table, hand)
  // By code points: half a sign is refused at the door, which is not what is tried here.
  const text = `${[...row.en].slice(0, 60).join('')} ${pick(hand, WORDS)}`
  const { projectId } = table.w
  const input = {
    projectId,
    segmentId: row.id,
    side: 'en' as const,
    text,
    seenVersion: row.enVersion,
    kind: 'edit' as const,
  }
  const { version } = await recordEdit(hand.actor, input)
  table.acknowledged.push({ segmentId: row.id, text, version })
  return true
}

async function restore(table: Table, hand: Hand): Promise<boolean> {
  const row = await someRow(table, hand)
  const revisions = await db.revision.findMany({ where: { segmentId: row.id, side: 'en' }, select: { id: true } })
  if (revisions.length === 0) return false
  const { projectId } = table.w
  const input = {
    projectId,
    revisionId: pick(hand, revisions).id,
    state: 'before' as const,
    seenVersion: row.enVersion,
  }
  const { version, text, changed } = await restoreRevision(hand.actor, input)
  if (changed) table.acknowledged.push({ segmentId: row.id, text, version })
  return changed
}

async function status(table: Table, hand: Hand): Promise<boolean> {
  const row = await someRow(table, hand)
  const to = hand.random() < 0.7 ? nextStatus(row.status, hand.role) : pick(hand, SEGMENT_STATUSES)
  if (!to) return false
  const seen = { zhVersion: row.zhVersion, enVersion: row.enVersion, status: row.status }
  await setStatus(hand.actor, { projectId: table.w.projectId, segmentId: row.id, to, seen })
  return true
}

async function statusOfMany(table: Table, hand: Hand): Promise<boolean> {
  const rows = await someRows(table, hand)
  const { projectId } = table.w
  const asked = {
    projectId,
    documentId: table.documentId,
    rows: rangesOf(rows.map(({ id }) => id)),
    to: pick(hand, SEGMENT_STATUSES),
  }
  const { snapshot } = await previewStatusOfMany(hand.actor, asked)
  const { batchId } = await setStatusOfMany(hand.actor, { ...asked, snapshot })
  if (batchId) table.batches.push({ actor: hand.actor, batchId })
  return batchId !== null
}

async function replace(table: Table, hand: Hand): Promise<boolean> {
  const { projectId } = table.w
  const { text: _, in: where, matchCase, wholeWord, regex } = soughtOf(NO_FILTER)
  const query = { text: pick(hand, WORDS), in: where, matchCase, wholeWord, regex }
  const rows = rangesOf((await someRows(table, hand)).map(({ id }) => id))
  const at = { projectId, documentId: table.documentId, query }
  const { ids, snapshot } = await previewReplace(hand.actor, { ...at, rows })
  if (ids.length === 0) return false
  const what = { replacement: pick(hand, WORDS), keepCase: hand.random() < 0.5, ids, left: [], snapshot, batchId: null }
  const { batchId } = await replaceInRows(hand.actor, { ...at, ...what })
  if (batchId) table.batches.push({ actor: hand.actor, batchId })
  return batchId !== null
}

async function undo(table: Table, hand: Hand): Promise<boolean> {
  if (table.batches.length === 0) return false
  const { batchId } = pick(hand, table.batches)
  return (await undoBatch(hand.actor, { projectId: table.w.projectId, batchId })).changed.length > 0
}

/** Rarely, or there would soon be one row. */
async function merge(table: Table, hand: Hand): Promise<boolean> {
  if (hand.random() > 0.1) return false
  const rows = await liveRows(table)
  if (rows.length < ROWS / 2) return false
  const at = Math.floor(hand.random() * (rows.length - 1))
  const ids = [rows[at]!.id, rows[at + 1]!.id]
  const { projectId, memberIds } = table.w
  await db.$transaction(async (tx) => {
    await tx.$queryRaw`SELECT "id" FROM "Segment" WHERE "id" = ANY(${ids}::int[]) ORDER BY "id" FOR UPDATE`
    await mergeRows(tx, { projectId, ids, memberId: memberIds[hand.role] })
  })
  return true
}

async function check({ w, documentId, acknowledged, done, refused }: Table) {
  const segments = await db.segment.findMany({ where: { documentId } })
  const revisions = await db.revision.findMany({ where: { projectId: w.projectId }, orderBy: { version: 'asc' } })
  const kept = new Map(
    revisions.filter(({ side }) => side === 'en').map((one) => [`${one.segmentId}/${one.version}`, one.after]),
  )
  for (const { segmentId, version, text } of acknowledged) {
    // An edit that changed nothing is acknowledged with the version it met, which is no revision of its own.
    const saved = kept.get(`${segmentId}/${version}`) ?? segments.find(({ id }) => id === segmentId)?.en
    expect(saved, `edit of row ${segmentId}, version ${version}`).toBe(text)
  }
  for (const segment of segments) {
    for (const side of ['zh', 'en'] as const) {
      const history = revisions.filter((one) => one.segmentId === segment.id && one.side === side)
      expect(history.map(({ version }) => version)).toEqual(history.map((_, i) => i + 2))
      expect(history.slice(1).map(({ before }) => before)).toEqual(history.slice(0, -1).map(({ after }) => after))
      expect(segment[`${side}Version`]).toBe(history.length + 1)
      const last = history.at(-1)
      if (last && segment.position !== null) expect(segment[side]).toBe(last.after)
    }
  }
  await checkStatuses(documentId)
  expect(segments.filter(({ position, mergedIntoId }) => (position === null) !== (mergedIntoId !== null))).toEqual([])
  // Nobody touched the Chinese, and merging only joins.
  const joined = segments.filter(({ position }) => position !== null).sort((a, b) => a.position! - b.position!)
  expect(joined.map(({ zh, zhTail }) => zh + zhTail).join('')).toBe(
    Array.from({ length: ROWS }, (_, i) => `第${i}条 人民经验`).join(''),
  )
  expect(done.get('edit') ?? 0, `refused: ${JSON.stringify([...refused])}`).toBeGreaterThan(OPERATIONS / 20)
  for (const name of ['status', 'status of many', 'replace', 'undo'])
    expect(done.get(name) ?? 0, name).toBeGreaterThan(0)
}

/** The newest transition of each row leads to its status. */
async function checkStatuses(documentId: string) {
  const strays = await db.$queryRaw`
    SELECT s."id", s."status", t."to" FROM "Segment" s
      JOIN LATERAL (SELECT "to" FROM "Transition" WHERE "segmentId" = s."id" ORDER BY "id" DESC LIMIT 1) t ON true
    WHERE s."documentId" = ${documentId}::uuid AND s."position" IS NOT NULL AND t."to" <> s."status"`
  expect(strays).toEqual([])
}

async function liveRows({ documentId }: Table) {
  return await db.segment.findMany({ where: { documentId, position: { not: null } }, orderBy: { position: 'asc' } })
}

async function someRow(table: Table, hand: Hand) {
  return pick(hand, await liveRows(table))
}

async function someRows(table: Table, hand: Hand) {
  return (await liveRows(table)).filter(() => hand.random() < 0.3)
}

function pick<Value>({ random }: Hand, from: readonly Value[]): Value {
  return from[Math.floor(random() * from.length)]!
}

function count(counts: Map<string, number>, name: string) {
  counts.set(name, (counts.get(name) ?? 0) + 1)
}

/** mulberry32: the same numbers from the same seed. */
function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}
