import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { addComment } from '../../lib/comment/add-comment'
import { AddCommentInput } from '../../lib/comment/input'
import { resolveThread } from '../../lib/comment/resolve-thread'
import { db } from '../../lib/db'
import { decideDiscrepancy } from '../../lib/discrepancy/decide-discrepancy'
import { raiseDiscrepancy } from '../../lib/discrepancy/raise-discrepancy'
import { reopenDiscrepancy } from '../../lib/discrepancy/reopen-discrepancy'
import { acceptChanges } from '../../lib/revision/accept-changes'
import { EditInput } from '../../lib/revision/input'
import { EVENTS_A_PAGE, type EventsInput, listEvents } from '../../lib/revision/list-events'
import { recordEdit } from '../../lib/revision/record-edit'
import { mergeRows } from '../../lib/segment/merge-rows'
import { rangesOf } from '../../lib/segment/row-ranges'
import { setStatus } from '../../lib/segment/set-status'
import { previewStatusOfMany, setStatusOfMany } from '../../lib/segment/set-status-of-many'
import { rejectSuggestion } from '../../lib/suggestion/reject-suggestion'
import { suggestText } from '../../lib/suggestion/suggest-text'
import { undoBatch } from '../../lib/view/undo-batch'
import { ownDatabase, type World, world } from '../support/world'

ownDatabase()

async function place(w: World) {
  const { ids, documentId } = await w.document([
    ['一。', 'One.'],
    ['二。', 'Two.'],
  ])
  const { projectId } = w
  const edit = (actor: World['reviser'], segmentId: number, text: string, seenVersion: number) =>
    recordEdit(actor, EditInput.parse({ projectId, segmentId, side: 'en', text, seenVersion }))
  const list = (more: Partial<EventsInput> = {}) => listEvents(w.observer, { projectId, documentId, ...more })
  return { projectId, documentId, ids, edit, list }
}

test('tells what was done, by whom, in which row, newest first', async () => {
  const w = await world()
  const { projectId, documentId, ids, edit, list } = await place(w)
  const segmentId = ids[1]
  await edit(w.translator, segmentId, 'Second.', 1)
  const seen = { zhVersion: 1, enVersion: 2, status: 'translated' as const }
  await setStatus(w.reviser, { projectId, segmentId, to: 'revised', seen })
  const en = { from: 0, to: 6, quote: 'Second' }
  const note = { projectId, segmentId, type: 'terminology', severity: 'minor', zh: null, en, note: '' } as const
  const { id } = await raiseDiscrepancy(w.reviewer, note)
  const decision = { decision: 'keep-both', note: '', legalEffect: null } as const
  await decideDiscrepancy(w.manager, { projectId, discrepancyId: id, seenVersion: 1, ...decision })
  const suggestion = {
    projectId,
    segmentId,
    side: 'en',
    text: '2nd.',
    base: 'Second.',
    seenVersion: 2,
    note: '',
  } as const
  const { id: suggestionId } = await suggestText(w.reviewer, suggestion)
  await rejectSuggestion(w.reviser, { projectId, suggestionId, reason: 'No figures.' })
  await acceptChanges(w.reviser, { projectId, segmentId, side: 'en', changes: 'all', seenVersion: 2, seenAccepted: 0 })
  const { id: threadId } = await addComment(w.reviewer, AddCommentInput.parse({ projectId, segmentId, body: 'Why?' }))
  await resolveThread(w.reviewer, { projectId, threadId, resolved: true })
  await reopenDiscrepancy(w.manager, { projectId, discrepancyId: id, seenVersion: 2 })
  const edition = { projectId, documentId, number: 1, content: '[]', rows: 2, changes: 0, publishedAt: new Date() }
  const sha256 = createHash('sha256').update('[]').digest('hex')
  await db.edition.create({ data: { ...edition, sha256, publishedById: w.memberIds.manager } })
  const { events, next } = await list()
  expect(next).toBeNull()
  expect(events.map(({ by, detail, row }) => [by, detail.is, 'did' in detail ? detail.did : '', row])).toEqual([
    ['manager', 'edition', '', null],
    ['manager', 'discrepancy', 'reopen', 2],
    ['reviewer', 'comment', 'resolve', 2],
    ['reviewer', 'comment', 'write', 2],
    ['reviser', 'acceptance', '', 2],
    ['reviser', 'suggestion', 'reject', 2],
    ['reviewer', 'suggestion', 'suggest', 2],
    ['manager', 'discrepancy', 'decide', 2],
    ['reviewer', 'discrepancy', 'raise', 2],
    ['reviser', 'status', '', 2],
    ['translator', 'text', '', 2],
  ])
  const mine = await list({ memberId: w.memberIds.reviser, kind: 'suggestion' })
  expect(mine.events.map(({ detail }) => detail)).toMatchObject([{ did: 'reject', reason: 'No figures.' }])
  expect((await list({ until: '2000-01-01' })).events).toEqual([])
})

test('a row that became part of another is found there', async () => {
  const w = await world()
  const { projectId, ids, edit, list } = await place(w)
  await edit(w.translator, ids[1], 'Second.', 1)
  await db.$transaction((tx) => mergeRows(tx, { projectId, ids, member: { id: w.memberIds.manager } }))
  const { events } = await list({ memberId: w.memberIds.translator })
  expect(events).toMatchObject([{ segmentId: ids[0], row: 1 }])
})

test('what one act did to many rows is one entry; pages neither repeat nor leave out, whatever happens meanwhile', async () => {
  const w = await world()
  const { projectId, ids, edit, list } = await place(w)
  const many = { projectId, from: 'translated', to: 'revised', memberId: w.memberIds.manager } as const
  await db.transition.createMany({ data: ids.map((segmentId) => ({ ...many, segmentId })) })
  for (let version = 1; version <= EVENTS_A_PAGE + 5; version++) {
    await edit(w.reviser, ids[version % 2], `Text ${version}.`, Math.ceil(version / 2))
  }
  const first = await list()
  await edit(w.manager, ids[0], 'Meanwhile.', Math.floor((EVENTS_A_PAGE + 5) / 2) + 1)
  const second = await list({ before: first.next ?? undefined })
  const keys = [...first.events, ...second.events].map(({ key }) => key)
  expect(new Set(keys).size).toBe(keys.length)
  expect(keys).toHaveLength(EVENTS_A_PAGE + 6)
  expect(second.next).toBeNull()
  expect(second.events.at(-1)).toMatchObject({ kind: 'status', rows: 2, row: 1, lastRow: 2 })
})

test('an act on many rows is one entry with what takes it back; asked for statuses alone, its statuses are there', async () => {
  const w = await world()
  const { projectId, documentId, ids, list } = await place(w)
  const asked = { projectId, documentId, rows: rangesOf(ids), to: 'revised' as const }
  const { snapshot } = await previewStatusOfMany(w.reviser, asked)
  const { batchId } = await setStatusOfMany(w.reviser, { ...asked, snapshot })
  const seenBy = async (actor: World['reviser'], more = {}) =>
    (await listEvents(actor, { projectId, documentId, ...more })).events
  expect(await seenBy(w.reviser)).toMatchObject([
    { kind: 'batch', rows: 2, row: 1, lastRow: 2, by: 'reviser', detail: { batchId, to: 'revised', mayUndo: true } },
  ])
  expect(await seenBy(w.translator)).toMatchObject([{ detail: { mayUndo: false } }])
  expect((await list({ kind: 'status' })).events).toMatchObject([{ rows: 2, detail: { to: 'revised', verdict: null } }])
  await undoBatch(w.reviser, { projectId, batchId: batchId ?? '' })
  const after = await seenBy(w.reviser)
  expect(after.map(({ kind }) => kind)).toEqual(['status', 'batch'])
  expect(after[1]).toMatchObject({ detail: { undone: true, mayUndo: false } })
})
