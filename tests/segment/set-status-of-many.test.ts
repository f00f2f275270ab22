import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { db } from '../../lib/db'
import { changeMemberRole } from '../../lib/project/change-member-role'
import { idsIn, rangesOf } from '../../lib/segment/row-ranges'
import { setStatus } from '../../lib/segment/set-status'
import { previewStatusOfMany, setStatusOfMany } from '../../lib/segment/set-status-of-many'
import { listBatches } from '../../lib/view/list-batches'
import { undoBatch } from '../../lib/view/undo-batch'
import { ownDatabase, world } from '../support/world'

ownDatabase()

async function fiveRows() {
  const w = await world()
  const { ids, documentId } = await w.document([
    ['一', 'One'],
    ['二', 'Two'],
    ['三', 'Three'],
    ['四', 'Four'],
    ['五', 'Five'],
  ])
  const put = (row: number, data: Parameters<typeof db.segment.update>[0]['data']) =>
    db.segment.update({ where: { id: ids[row] }, data })
  await put(1, { translatedBy: w.memberIds.reviser })
  await put(2, { locked: true })
  await put(3, { status: 'draft' })
  await put(4, { status: 'revised' })
  const asked = { projectId: w.projectId, documentId, rows: rangesOf(ids), to: 'revised' as const }
  return { w, ids, asked }
}

const statuses = async (ids: number[]) =>
  (await db.segment.findMany({ where: { id: { in: ids } }, orderBy: { id: 'asc' } })).map(({ status }) => status)

describe('many rows at once', () => {
  test('the preview says who goes and who stays, and changes nothing', async () => {
    const { w, ids, asked } = await fiveRows()
    expect(await previewStatusOfMany(w.reviser, asked)).toMatchObject({
      going: [ids[0]],
      refused: { 'four-eyes': [ids[1]], protected: [ids[2]], 'no-step': [ids[3]], already: [ids[4]] },
    })
    expect(await db.transition.count({ where: { projectId: w.projectId } })).toBe(0)
  })

  test('those that may go, go, under the name of whoever led them, and come back as a whole', async () => {
    const { w, ids, asked } = await fiveRows()
    const { snapshot } = await previewStatusOfMany(w.reviser, asked)
    const { changed, batchId } = await setStatusOfMany(w.reviser, { ...asked, snapshot })
    expect(changed).toEqual([ids[0]])
    const row = () => db.segment.findUniqueOrThrow({ where: { id: ids[0] } })
    expect(await row()).toMatchObject({ status: 'revised', revisedBy: w.memberIds.reviser })
    expect(await undoBatch(w.reviser, { projectId: w.projectId, batchId: batchId! })).toEqual({ changed, left: [] })
    expect(await row()).toMatchObject({ status: 'translated', revisedBy: null })
    expect(await db.transition.count({ where: { segmentId: ids[0] } })).toBe(2)
  })

  test('a manager overrides four eyes for one row, never for many', async () => {
    const { w, ids, asked } = await fiveRows()
    await db.segment.updateMany({ where: { id: { in: ids } }, data: { translatedBy: w.memberIds.manager } })
    expect((await previewStatusOfMany(w.manager, asked)).going).toEqual([])
  })

  test('what changed since the preview stays', async () => {
    const { w, ids, asked } = await fiveRows()
    const { snapshot } = await previewStatusOfMany(w.reviser, asked)
    await db.segment.update({ where: { id: ids[0] }, data: { en: 'Changed', enVersion: 2 } })
    const done = await setStatusOfMany(w.reviser, { ...asked, snapshot })
    expect(done).toMatchObject({ batchId: null, changed: [], refused: { changed: [ids[0]] } })
  })

  test('a row somebody has led on since is not undone', async () => {
    const { w, ids, asked } = await fiveRows()
    const { snapshot } = await previewStatusOfMany(w.reviser, asked)
    const { batchId } = await setStatusOfMany(w.reviser, { ...asked, snapshot })
    const seen = { zhVersion: 1, enVersion: 1, status: 'revised' as const }
    await setStatus(w.reviewer, { projectId: w.projectId, segmentId: ids[0]!, to: 'reviewed', seen })
    expect(await undoBatch(w.reviser, { projectId: w.projectId, batchId: batchId! })).toEqual({
      changed: [],
      left: [ids[0]],
    })
    expect((await statuses(ids))[0]).toBe('reviewed')
  })
})

test('one who may no longer approve does not take old approvals back; a manager does, and the list says so', async () => {
  const { w, ids, asked } = await fiveRows()
  const { projectId, documentId } = asked
  const { snapshot } = await previewStatusOfMany(w.reviser, asked)
  const { batchId } = await setStatusOfMany(w.reviser, { ...asked, snapshot })
  const undo = (actor: typeof w.reviser) => undoBatch(actor, { projectId, batchId: batchId ?? '' })
  const listed = async (actor: typeof w.reviser) => (await listBatches(actor, { projectId, documentId }))[0]
  expect(await listed(w.reviser)).toMatchObject({
    kind: 'status',
    to: 'revised',
    rows: 1,
    mayUndo: true,
    undone: false,
  })
  await changeMemberRole(w.manager, { projectId, memberId: w.memberIds.reviser, role: 'translator' })
  expect(await listed(w.reviser)).toMatchObject({ mayUndo: false })
  await expect(undo(w.reviser)).rejects.toMatchObject({ problem: 'not-allowed' })
  expect((await statuses(ids))[0]).toBe('revised')
  expect(await undo(w.manager)).toEqual({ changed: [ids[0]], left: [] })
  expect(await listed(w.manager)).toMatchObject({ mayUndo: false, undone: true })
})

test('law: ranges hold exactly the ids', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 200 })), (ids) => {
      expect(idsIn(rangesOf(ids))).toEqual([...ids].sort((a, b) => a - b))
    }),
  )
})
