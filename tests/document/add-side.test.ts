import { expect, test } from 'vitest'
import { assignRange } from '../../lib/assignment/assign-range'
import { AssignInput } from '../../lib/assignment/input'
import { listAssignments } from '../../lib/assignment/queries'
import { db } from '../../lib/db'
import { raiseDiscrepancy } from '../../lib/discrepancy/raise-discrepancy'
import { addSide } from '../../lib/document/add-side'
import { createDocument } from '../../lib/document/create-document'
import { AddSideInput, CreateInput } from '../../lib/document/input'
import { EditInput } from '../../lib/revision/input'
import { getHistory } from '../../lib/revision/queries'
import { recordEdit } from '../../lib/revision/record-edit'
import { mergeRows } from '../../lib/segment/merge-rows'
import { ownDatabase, type World, world } from '../support/world'

ownDatabase()

const bytes = (text: string) => new TextEncoder().encode(text)
const EN = 'The meeting was held in Beijing. A total of 1,200 people took part.\n\nIt ended on May 3.\n'
const ZH = '会议在北京举行。共有1200人参加。\n\n会议于5月3日结束。\n'

async function englishOnly(w: World) {
  const files = [{ side: 'en', fileName: 'en.txt', bytes: bytes(EN) }]
  const { projectId } = w
  const created = await createDocument(
    w.manager,
    CreateInput.parse({ projectId, title: 'Meeting', governing: 'prevails-zh', files }),
  )
  const { documentId } = created
  const chinese = AddSideInput.parse({ projectId, documentId, files: [{ fileName: 'zh.txt', bytes: bytes(ZH) }] })
  const rows = () =>
    db.segment.findMany({ where: { documentId, position: { not: null } }, orderBy: { position: 'asc' } })
  const joined = async (side: 'zh' | 'en') => (await rows()).map((row) => row[side] + row[`${side}Tail`]).join('')
  return { projectId, documentId, chinese, rows, joined }
}

test('a document no one has worked on is aligned afresh', async () => {
  const w = await world()
  const { chinese, rows, joined } = await englishOnly(w)
  await addSide(w.manager, chinese)
  expect((await rows()).map(({ zh, en }) => [zh, en])).toContainEqual(['会议于5月3日结束。', 'It ended on May 3.'])
  expect([await joined('zh'), await joined('en')]).toEqual([ZH, EN])
})

test('work survives: revisions, notes and assignments stay on their words, and each side keeps its bytes', async () => {
  const w = await world()
  const { projectId, documentId, chinese, rows, joined } = await englishOnly(w)
  const [first, second] = await rows()
  const edit = {
    projectId,
    segmentId: first.id,
    side: 'en',
    text: 'The meeting took place in Beijing.',
    seenVersion: 1,
  }
  await recordEdit(w.translator, EditInput.parse(edit))
  const en = { from: 11, to: 16, quote: second.en.slice(11, 16) }
  const note = { projectId, segmentId: second.id, type: 'number', severity: 'major', zh: null, en, note: '' } as const
  const { id } = await raiseDiscrepancy(w.reviser, note)
  const range = { fromSegmentId: first.id, toSegmentId: second.id, memberId: w.memberIds.reviser, step: 'revise' }
  await assignRange(w.manager, AssignInput.parse({ projectId, documentId, ...range }))
  const english = await joined('en')
  await addSide(w.manager, chinese)
  expect([await joined('zh'), await joined('en')]).toEqual([ZH, english])
  const marked = await db.discrepancy.findUniqueOrThrow({ where: { id }, include: { segment: true } })
  expect(marked.segment.en.slice(marked.enFrom ?? 0, marked.enTo ?? 0)).toBe(en.quote)
  const { revisions } = await getHistory(w.observer, { projectId, segmentId: first.id })
  expect(revisions.some(({ after }) => after === edit.text)).toBe(true)
  expect((await listAssignments(w.manager, { projectId, documentId }))[0].firstSegmentId).toBe(first.id)
})

test('of two who add the side at once one gets a conflict', async () => {
  const w = await world()
  const { documentId, chinese, joined } = await englishOnly(w)
  const both = await Promise.allSettled([addSide(w.manager, chinese), addSide(w.manager, chinese)])
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  expect(both.find((one) => one.status === 'rejected')).toMatchObject({ reason: { code: 'conflict' } })
  expect(await db.source.count({ where: { documentId } })).toBe(2)
  expect(await joined('zh')).toBe(ZH)
})

test('merged rows keep bytes, marks, history and the assignment that began with the second', async () => {
  const w = await world()
  const { projectId, documentId, rows, joined } = await englishOnly(w)
  const [first, second, third] = await rows()
  const edit = { projectId, segmentId: second.id, side: 'en', text: 'Some 1,200 people came.', seenVersion: 1 }
  await recordEdit(w.translator, EditInput.parse(edit))
  const en = { from: 5, to: 10, quote: '1,200' }
  const note = { projectId, segmentId: second.id, type: 'number', severity: 'major', zh: null, en, note: '' } as const
  const { id } = await raiseDiscrepancy(w.reviser, note)
  const range = { fromSegmentId: second.id, toSegmentId: third.id, memberId: w.memberIds.reviser, step: 'revise' }
  await assignRange(w.manager, AssignInput.parse({ projectId, documentId, ...range }))
  await db.segment.update({ where: { id: first.id }, data: { status: 'reviewed', reviewedBy: w.memberIds.reviewer } })
  const english = await joined('en')
  const ids = [first.id, second.id, third.id]
  await db.$transaction((tx) => mergeRows(tx, { projectId, ids, member: { id: w.memberIds.manager } }))
  expect(await joined('en')).toBe(english)
  const [merged] = await rows()
  expect(merged).toMatchObject({ status: 'translated', reviewedBy: null })
  const { enFrom, enTo, segmentId } = await db.discrepancy.findUniqueOrThrow({ where: { id } })
  expect([segmentId, merged.en.slice(enFrom ?? 0, enTo ?? 0)]).toEqual([first.id, '1,200'])
  const { revisions } = await getHistory(w.observer, { projectId, segmentId: first.id })
  expect(revisions.map(({ kind }) => kind)).toEqual(['align', 'edit'])
  const [assignment] = await listAssignments(w.manager, { projectId, documentId })
  expect([assignment.firstSegmentId, assignment.segments]).toEqual([first.id, 1])
})
