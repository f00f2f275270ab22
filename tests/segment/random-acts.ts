/** Acts at random on the alignment of a document, and on what hangs on its rows. */
import { confirmTo } from '../../lib/alignment/confirm-rows'
import { mergeRange } from '../../lib/alignment/merge-range'
import { pullText } from '../../lib/alignment/pull-text'
import { pushText } from '../../lib/alignment/push-text'
import { getAlignmentState } from '../../lib/alignment/queries'
import { redoStep } from '../../lib/alignment/redo-step'
import { shiftColumn } from '../../lib/alignment/shift-column'
import { splitRow } from '../../lib/alignment/split-row'
import { swapEnglish } from '../../lib/alignment/swap-english'
import { undoStep } from '../../lib/alignment/undo-step'
import { addComment } from '../../lib/comment/add-comment'
import { answerComment } from '../../lib/comment/answer-comment'
import { db } from '../../lib/db'
import { raiseDiscrepancy } from '../../lib/discrepancy/raise-discrepancy'
import { acceptSuggestion } from '../../lib/suggestion/accept-suggestion'
import { rejectSuggestion } from '../../lib/suggestion/reject-suggestion'
import { suggestText } from '../../lib/suggestion/suggest-text'
import { type Act, type Hand, liveRows, newMark, pick, someRow, type Table } from './random-table'

type Row = Awaited<ReturnType<typeof someRow>>

const placeOf = ({ w, documentId }: Table) => ({ projectId: w.projectId, documentId })

const seenOf = (...rows: Row[]) => rows.map(({ id, zhVersion, enVersion }) => ({ id, zhVersion, enVersion }))

/** Two different rows, near each other for most of the time. */
async function twoRows(table: Table, hand: Hand): Promise<[Row, Row]> {
  const rows = await liveRows(table)
  const at = Math.floor(hand.random() * (rows.length - 1))
  const beside = hand.random() < 0.8 ? at + 1 : rows.length - 1
  return [rows[at]!, rows[beside]!]
}

function moving(how: typeof pushText): Act {
  return async (table, hand) => {
    const row = await someRow(table, hand)
    const side = pick(hand, ['zh', 'en'] as const)
    const offset = Math.floor(hand.random() * (row[side].length + 1))
    await how(hand.actor, { ...placeOf(table), segmentId: row.id, side, offset, seen: seenOf(row) })
    return true
  }
}

async function shift(table: Table, hand: Hand) {
  const row = await someRow(table, hand)
  const [side, direction] = [pick(hand, ['zh', 'en'] as const), pick(hand, ['down', 'up'] as const)]
  await shiftColumn(hand.actor, { ...placeOf(table), segmentId: row.id, side, direction, seen: seenOf(row) })
  return true
}

async function split(table: Table, hand: Hand) {
  const row = await someRow(table, hand)
  const offset = Math.floor(hand.random() * row.en.length)
  const otherOffset = Math.floor(hand.random() * row.zh.length)
  await splitRow(hand.actor, {
    ...placeOf(table),
    segmentId: row.id,
    side: 'en',
    offset,
    otherOffset,
    seen: seenOf(row),
  })
  return true
}

async function merge(table: Table, hand: Hand) {
  const rows = await liveRows(table)
  // Or there would soon be one row.
  if (rows.length < 20) return false
  const at = Math.floor(hand.random() * (rows.length - 1))
  const [one, two] = [rows[at]!, rows[at + 1]!]
  await mergeRange(hand.actor, {
    ...placeOf(table),
    fromSegmentId: one.id,
    toSegmentId: two.id,
    seen: seenOf(one, two),
  })
  return true
}

async function swap(table: Table, hand: Hand) {
  const [one, two] = await twoRows(table, hand)
  await swapEnglish(hand.actor, {
    ...placeOf(table),
    segmentId: one.id,
    withSegmentId: two.id,
    seen: seenOf(one, two),
  })
  return true
}

async function confirm(table: Table, hand: Hand) {
  const row = await someRow(table, hand)
  const confirmed = hand.random() < 0.4
  await confirmTo(hand.actor, { ...placeOf(table), segmentId: row.id, fromSegmentId: row.id, confirmed })
  return true
}

function turning(which: 'undo' | 'redo'): Act {
  return async (table, hand) => {
    const { [which]: next } = await getAlignmentState(hand.actor, placeOf(table))
    if (!next) return false
    await (which === 'undo' ? undoStep : redoStep)(hand.actor, { ...placeOf(table), step: next.number })
    return true
  }
}

/** Some words of the row, as a mark; null where it has none on that side. */
function someWords(row: Row, side: 'zh' | 'en', hand: Hand) {
  const from = Math.floor(hand.random() * row[side].length)
  const to = Math.min(row[side].length, from + 4)
  return from < to ? { from, to, quote: row[side].slice(from, to) } : null
}

async function comment(table: Table, hand: Hand) {
  const row = await someRow(table, hand)
  const words = { zh: someWords(row, 'zh', hand), en: hand.random() < 0.5 ? someWords(row, 'en', hand) : null }
  const { projectId } = table.w
  await addComment(hand.actor, { projectId, segmentId: row.id, body: 'Is this so?', picked: [], ...words })
  return true
}

async function answer(table: Table, hand: Hand) {
  const { projectId } = table.w
  const threads = await db.comment.findMany({ where: { projectId, threadId: null }, select: { id: true } })
  if (threads.length === 0) return false
  await answerComment(hand.actor, { projectId, threadId: pick(hand, threads).id, body: 'It is.', picked: [] })
  return true
}

async function discrepancy(table: Table, hand: Hand) {
  const row = await someRow(table, hand)
  const [zh, en] = [someWords(row, 'zh', hand), someWords(row, 'en', hand)]
  if (!zh && !en) return false
  const { projectId } = table.w
  await raiseDiscrepancy(hand.actor, {
    projectId,
    segmentId: row.id,
    type: 'number',
    severity: 'minor',
    zh,
    en,
    note: '',
  })
  return true
}

async function suggest(table: Table, hand: Hand) {
  const row = await someRow(table, hand)
  const text = `${newMark(table)} ${row.en}`
  const { projectId } = table.w
  const seen = { seenVersion: row.enVersion, base: row.en }
  await suggestText(hand.actor, { projectId, segmentId: row.id, side: 'en', text, note: '', ...seen })
  return true
}

async function settle(table: Table, hand: Hand) {
  const { projectId } = table.w
  const open = await db.suggestion.findMany({
    where: { projectId, state: 'open' },
    select: { id: true, segmentId: true, segment: { select: { enVersion: true } } },
  })
  if (open.length === 0) return false
  const { id: suggestionId, segmentId, segment } = pick(hand, open)
  if (hand.random() < 0.2) {
    await rejectSuggestion(hand.actor, { projectId, suggestionId, reason: 'No.' })
    return true
  }
  const { version, text, changed } = await acceptSuggestion(hand.actor, {
    projectId,
    suggestionId,
    seenVersion: segment.enVersion,
  })
  if (changed) table.acknowledged.push({ segmentId, side: 'en', text, version })
  return true
}

export const ALIGNMENT_ACTS: [string, Act][] = [
  ['push', moving(pushText)],
  ['pull', moving(pullText)],
  ['shift', shift],
  ['split', split],
  ['merge', merge],
  ['swap', swap],
  ['confirm', confirm],
  ['undo step', turning('undo')],
  ['redo step', turning('redo')],
]

export const NOTE_ACTS: [string, Act][] = [
  ['comment', comment],
  ['answer', answer],
  ['discrepancy', discrepancy],
  ['suggest', suggest],
  ['settle', settle],
]
