/**
 * A translator, a reviser, a reviewer and a manager edit, align and annotate one document at the same time, each choosing at
 * random. However their acts fall together: every edit that was acknowledged is in the history, each history replays to its
 * text, no word stands twice or is gone unless somebody took it out, nothing hangs on a row that is no more, and nothing
 * stale is approved.
 * `OPERATIONS=10000 npx vitest run …` for the full run; `SEED` repeats one.
 */
import { expect, test } from 'vitest'
import { db } from '../../lib/db'
import { AppError } from '../../lib/errors'
import { recordEdit } from '../../lib/revision/record-edit'
import { restoreRevision } from '../../lib/revision/restore-revision'
import { rangesOf } from '../../lib/segment/row-ranges'
import { nextStatus, SEGMENT_STATUSES } from '../../lib/segment/rules'
import { setStatus } from '../../lib/segment/set-status'
import { previewStatusOfMany, setStatusOfMany } from '../../lib/segment/set-status-of-many'
import { NO_FILTER, soughtOf } from '../../lib/view/filter'
import { previewReplace } from '../../lib/view/preview-replace'
import { replaceInRows } from '../../lib/view/replace-in-rows'
import { undoBatch } from '../../lib/view/undo-batch'
import { ownDatabase, world } from '../support/world'
import { ALIGNMENT_ACTS, NOTE_ACTS } from './random-acts'
import { CORRECTION_ACTS, listApprovedStale } from './random-corrections'
import {
  type Act,
  count,
  type Hand,
  liveRows,
  marksIn,
  newMark,
  pick,
  randomFrom,
  someRow,
  type Table,
} from './random-table'

ownDatabase()

const OPERATIONS = Number(process.env.OPERATIONS ?? 240)
const SEED = Number(process.env.SEED ?? 20261123)
const ROWS = 40

const WORDS = ['model', 'experience', 'reform', 'Fengqiao', 'people', '人民', '经验', '💡', 'A', '.']

test(`${OPERATIONS} operations at random`, { timeout: 3_600_000 }, async () => {
  const w = await world()
  const pairs = Array.from({ length: ROWS }, (_, i): [string, string] => [
    `第${i}条 人民经验`,
    `Row ${i}: the model of the people`,
  ])
  const { documentId } = await w.document(pairs)
  const table: Table = { w, documentId, acknowledged: [], batches: [], done: new Map(), refused: new Map(), marks: 0 }
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
  ...ALIGNMENT_ACTS,
  ...NOTE_ACTS,
  ...CORRECTION_ACTS,
]

async function edit(table: Table, hand: Hand): Promise<boolean> {
  const row = await someRow(table, hand)
  // By code points: half a sign is refused at the door, which is not what is tried here.
  const text = `${[...row.en].slice(0, 60).join('')} ${pick(hand, WORDS)} ${newMark(table)}`
  const { projectId } = table.w
  const input = {
    projectId,
    segmentId: row.id,
    side: 'en' as const,
    text,
    seenVersion: row.enVersion,
    kind: 'edit' as const,
    ...(hand.random() < 0.5 && { heldAgainst: row.zhVersion }),
  }
  const { version } = await recordEdit(hand.actor, input)
  table.acknowledged.push({ segmentId: row.id, side: 'en', text, version })
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
  if (changed) table.acknowledged.push({ segmentId: row.id, side: 'en', text, version })
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

async function check({ w, documentId, acknowledged, done, refused }: Table) {
  const segments = await db.segment.findMany({ where: { documentId } })
  const revisions = await db.revision.findMany({ where: { projectId: w.projectId }, orderBy: { version: 'asc' } })
  const kept = new Map(revisions.map((one) => [`${one.segmentId}/${one.side}/${one.version}`, one.after]))
  for (const { segmentId, side, version, text } of acknowledged) {
    // An edit that changed nothing is acknowledged with the version it met, which is no revision of its own.
    const saved = kept.get(`${segmentId}/${side}/${version}`) ?? segments.find(({ id }) => id === segmentId)?.[side]
    expect(saved, `edit of row ${segmentId}, version ${version}`).toBe(text)
  }
  for (const segment of segments) {
    for (const side of ['zh', 'en'] as const) {
      const history = revisions.filter((one) => one.segmentId === segment.id && one.side === side)
      expect(history.map(({ version }) => version)).toEqual(history.map((_, i) => i + 2))
      expect(history.slice(1).map(({ before }) => before)).toEqual(history.slice(0, -1).map(({ after }) => after))
      expect(segment[`${side}Version`]).toBe(history.length + 1)
      const last = history.at(-1)
      if (last) expect(segment[side]).toBe(last.after)
    }
  }
  await checkStatuses(documentId)
  expect(segments.filter(({ position, mergedIntoId }) => (position === null) !== (mergedIntoId !== null))).toEqual([])
  await checkNotes(documentId)
  checkMarks(segments, revisions)
  expect(await listApprovedStale(documentId)).toEqual([])
  // Corrections only add signs to the Chinese, and aligning only cuts it otherwise.
  const joined = segments.filter(({ position }) => position !== null).sort((a, b) => a.position! - b.position!)
  expect(withoutMarks(joined.map(({ zh, zhTail }) => zh + zhTail).join(''))).toBe(
    Array.from({ length: ROWS }, (_, i) => `第${i}条 人民经验`).join(''),
  )
  expect(done.get('edit') ?? 0, `refused: ${JSON.stringify([...refused])}`).toBeGreaterThan(OPERATIONS / 40)
  // In a short run chance may leave one out.
  if (OPERATIONS < 1_000) return
  for (const [name] of ACTS)
    expect(done.get(name) ?? 0, `${name}; refused: ${JSON.stringify([...refused])}`).toBeGreaterThan(0)
}

/** Also where a mark was cut in two for a quotation. */
function withoutMarks(text: string): string {
  return text.replace(/[\uD800-\uDFFF]/g, '')
}

type Text = { position: number | null; zh: string; en: string }
type Change = { kind: string; before: string; after: string }

/** Each mark was written once: nothing doubles it, and only an act that changes words takes it away. */
function checkMarks(segments: readonly Text[], revisions: readonly Change[]) {
  const standing = segments
    .filter(({ position }) => position !== null)
    .flatMap(({ zh, en }) => [...marksIn(zh), ...marksIn(en)])
  expect(standing.filter((mark, index) => standing.indexOf(mark) !== index)).toEqual([])
  const edits = revisions.filter(({ kind }) => kind !== 'align')
  const written = new Set(edits.flatMap(({ after }) => marksIn(after)))
  const takenOut = new Set(
    edits.flatMap(({ before, after }) => {
      const kept = new Set(marksIn(after))
      return marksIn(before).filter((mark) => !kept.has(mark))
    }),
  )
  const lost = [...written].filter((mark) => !takenOut.has(mark) && !standing.includes(mark))
  expect(lost).toEqual([])
}

/** Whatever hangs on a row hangs on one that is there; marks of the Chinese, to which signs are only added, still read as they did. */
async function checkNotes(documentId: string) {
  const segment = { select: { position: true, zh: true, en: true } }
  const notes = [
    ...(await db.discrepancy.findMany({ where: { documentId }, include: { segment } })),
    ...(await db.comment.findMany({ where: { documentId }, include: { segment } })),
  ]
  const suggestions = await db.suggestion.findMany({ where: { documentId }, include: { segment } })
  expect([...notes, ...suggestions].filter((one) => one.segment.position === null)).toEqual([])
  for (const { segment: row, ...note } of notes) {
    expect(note.enTo ?? 0).toBeLessThanOrEqual(row.en.length)
    if (note.zhFrom === null || note.zhTo === null) continue
    const words = row.zh.slice(note.zhFrom, note.zhTo)
    // What is left of them may be nothing but a sign that was added.
    expect(words).not.toBe('')
    expect(withoutMarks(note.zhQuote)).toContain(withoutMarks(words))
  }
}

/** The newest transition of each row leads to its status. */
async function checkStatuses(documentId: string) {
  const strays = await db.$queryRaw`
    SELECT s."id", s."status", t."to" FROM "Segment" s
      JOIN LATERAL (SELECT "to" FROM "Transition" WHERE "segmentId" = s."id" ORDER BY "id" DESC LIMIT 1) t ON true
    WHERE s."documentId" = ${documentId}::uuid AND s."position" IS NOT NULL AND t."to" <> s."status"`
  expect(strays).toEqual([])
}

async function someRows(table: Table, hand: Hand) {
  return (await liveRows(table)).filter(() => hand.random() < 0.3)
}
