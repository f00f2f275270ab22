import { describe, expect, test } from 'vitest'
import { db } from '../../lib/db'
import { EditInput } from '../../lib/revision/input'
import { recordEdit } from '../../lib/revision/record-edit'
import { rangesOf } from '../../lib/segment/row-ranges'
import { nextStatus, previousStatus, SEGMENT_STATUSES, STEPS } from '../../lib/segment/rules'
import { setStatus } from '../../lib/segment/set-status'
import { previewStatusOfMany } from '../../lib/segment/set-status-of-many'
import { settleStale } from '../../lib/segment/settle-stale'
import { ownDatabase, type World, world } from '../support/world'

ownDatabase()

async function translatedBy(w: World, who: 'translator' | 'reviser' | 'manager') {
  const { ids } = await w.document([['一', 'One']])
  await db.segment.update({ where: { id: ids[0] }, data: { status: 'draft' } })
  const at = { projectId: w.projectId, segmentId: ids[0] }
  const seen = (status: (typeof SEGMENT_STATUSES)[number]) => ({ zhVersion: 1, enVersion: 1, status })
  await setStatus(w[who], { ...at, to: 'translated', seen: seen('draft') })
  return { at, seen, segmentId: ids[0] }
}

describe('four eyes', () => {
  test('self-revision is refused', async () => {
    const w = await world()
    const { at, seen } = await translatedBy(w, 'reviser')
    await expect(setStatus(w.reviser, { ...at, to: 'revised', seen: seen('translated') })).rejects.toMatchObject({
      problem: 'four-eyes',
    })
  })

  test('a manager overrides with a reason, and it is logged', async () => {
    const w = await world()
    const { at, seen, segmentId } = await translatedBy(w, 'manager')
    const own = { ...at, to: 'revised' as const, seen: seen('translated') }
    await expect(setStatus(w.manager, own)).rejects.toMatchObject({ problem: 'four-eyes', detail: { overridable: 1 } })
    await setStatus(w.manager, { ...own, overrideReason: 'Night desk, nobody else in.' })
    expect(await db.transition.findFirst({ where: { segmentId, to: 'revised' } })).toMatchObject({
      reason: 'Night desk, nobody else in.',
    })
    expect(await db.auditEntry.count({ where: { projectId: w.projectId, action: 'four-eyes.override' } })).toBe(1)
  })

  test('a reviser’s override is no override', async () => {
    const w = await world()
    const { at, seen } = await translatedBy(w, 'reviser')
    const own = { ...at, to: 'revised' as const, seen: seen('translated'), overrideReason: 'I am sure.' }
    await expect(setStatus(w.reviser, own)).rejects.toMatchObject({ problem: 'four-eyes' })
  })

  test('a project can do without', async () => {
    const w = await world({ fourEyes: false })
    const { at, seen } = await translatedBy(w, 'reviser')
    expect(await setStatus(w.reviser, { ...at, to: 'revised', seen: seen('translated') })).toEqual({
      status: 'revised',
    })
  })

  test('a translator who edits becomes the translator; a reviser who mends does not', async () => {
    const w = await world()
    const { at, segmentId } = await translatedBy(w, 'translator')
    const edit = (text: string, seenVersion: number) => EditInput.parse({ ...at, side: 'en', text, seenVersion })
    await recordEdit(w.reviser, edit('Mended', 1))
    expect(await db.segment.findUnique({ where: { id: segmentId } })).toMatchObject({
      translatedBy: w.memberIds.translator,
    })
    expect(
      await setStatus(w.reviser, { ...at, to: 'revised', seen: { zhVersion: 1, enVersion: 2, status: 'translated' } }),
    ).toEqual({ status: 'revised' })
  })
})

test('what was not seen is not approved', async () => {
  const w = await world()
  const { at, seen } = await translatedBy(w, 'translator')
  await recordEdit(w.translator, EditInput.parse({ ...at, side: 'en', text: 'Changed meanwhile', seenVersion: 1 }))
  await expect(setStatus(w.reviser, { ...at, to: 'revised', seen: seen('translated') })).rejects.toMatchObject({
    code: 'conflict',
  })
})

test('released text is closed until it is taken back', async () => {
  const w = await world()
  const { at, seen, segmentId } = await translatedBy(w, 'translator')
  await db.segment.update({ where: { id: segmentId }, data: { status: 'reviewed' } })
  await setStatus(w.manager, { ...at, to: 'released', seen: seen('reviewed') })
  const edit = EditInput.parse({ ...at, side: 'en', text: 'Late change', seenVersion: 1 })
  await expect(recordEdit(w.manager, edit)).rejects.toMatchObject({ problem: 'segment-locked' })
  await setStatus(w.manager, { ...at, to: 'reviewed', seen: seen('released') })
  expect(await recordEdit(w.manager, edit)).toMatchObject({ status: 'translated' })
})

test('"still correct" takes the stale mark off, once', async () => {
  const w = await world()
  const { ids } = await w.document([['一', 'One']])
  await db.segment.update({ where: { id: ids[0] }, data: { stale: true } })
  const input = { projectId: w.projectId, segmentId: ids[0], seen: { zhVersion: 1, enVersion: 1 } }
  expect(await settleStale(w.translator, input)).toEqual({ stale: false })
  await expect(settleStale(w.translator, input)).rejects.toMatchObject({ code: 'conflict' })
})

describe('a stale row', () => {
  async function staleRow() {
    const w = await world()
    const { ids, documentId } = await w.document([['一', 'One']])
    const at = { projectId: w.projectId, segmentId: ids[0] }
    const edit = (actor: World['manager'], more: object) =>
      recordEdit(actor, EditInput.parse({ ...at, side: 'en', text: 'First', seenVersion: 1, ...more }))
    await edit(w.manager, { side: 'zh', text: '第一', correction: 'substantive' })
    const seen = { zhVersion: 2, enVersion: 1, status: 'translated' as const }
    return { w, at, documentId, segmentId: ids[0], edit, seen }
  }

  test('takes no step forward, for no reason, alone or among many; back it goes', async () => {
    const { w, at, documentId, segmentId, seen } = await staleRow()
    const revise = { ...at, to: 'revised' as const, seen, overrideReason: 'It is late.' }
    await expect(setStatus(w.manager, revise)).rejects.toMatchObject({ problem: 'stale-unanswered' })
    const many = { projectId: w.projectId, documentId, rows: rangesOf([segmentId]) }
    expect(await previewStatusOfMany(w.reviser, { ...many, to: 'revised' })).toMatchObject({
      going: [],
      refused: { stale: [segmentId] },
    })
    expect((await previewStatusOfMany(w.reviser, { ...many, to: 'draft' })).going).toEqual([segmentId])
    expect(await setStatus(w.reviser, { ...at, to: 'draft', seen })).toEqual({ status: 'draft' })
  })

  test('other words saved in front of the corrected text are the verdict, written down with the versions they were said of', async () => {
    const { w, at, edit, segmentId } = await staleRow()
    expect(await edit(w.reviser, { heldAgainst: 2 })).toMatchObject({ stale: false })
    expect(await db.transition.findMany({ where: { segmentId } })).toMatchObject([
      { from: 'translated', to: 'translated', verdict: 'changed', demotion: false, zhVersion: 2, enVersion: 2 },
    ])
    const seen = { zhVersion: 2, enVersion: 2, status: 'translated' as const }
    expect(await setStatus(w.reviser, { ...at, to: 'revised', seen })).toEqual({ status: 'revised' })
  })

  test.each([
    ['written before the correction was there to see', { heldAgainst: 1 }],
    ['that say nothing of what they were held against', {}],
  ])('words %s answer nothing', async (_, more) => {
    const { w, edit } = await staleRow()
    expect(await edit(w.reviser, more)).toMatchObject({ stale: true })
  })

  test('"still correct" and an editorial correction', async () => {
    const { w, at, edit, segmentId, seen } = await staleRow()
    const { zhVersion, enVersion } = seen
    await settleStale(w.translator, { ...at, seen: { zhVersion, enVersion } })
    expect(await db.transition.findFirst({ where: { segmentId } })).toMatchObject({ verdict: 'still-correct' })
    const editorial = { side: 'zh', text: '第一。', seenVersion: 2, correction: 'editorial' }
    expect(await edit(w.manager, editorial)).toMatchObject({ stale: false })
  })
})

describe('the table of steps', () => {
  test('leads forward through every status in order', () => {
    const forward = STEPS.slice(0, SEGMENT_STATUSES.length - 1)
    expect(forward.map(({ from, to }) => [from, to])).toEqual(
      SEGMENT_STATUSES.slice(1).map((to, index) => [SEGMENT_STATUSES[index], to]),
    )
  })

  test.each([
    ['draft', 'translator', 'translated'],
    ['translated', 'translator', null],
    ['translated', 'reviser', 'revised'],
    ['revised', 'reviser', null],
    ['revised', 'reviewer', 'reviewed'],
    ['reviewed', 'manager', 'released'],
    ['released', 'manager', null],
    ['translated', 'observer', null],
  ] as const)('approving %s as %s leads to %s', (from, role, to) => {
    expect(nextStatus(from, role)).toBe(to)
  })

  test.each([
    ['released', 'manager', 'reviewed'],
    ['reviewed', 'reviewer', 'revised'],
    ['revised', 'reviser', 'translated'],
    ['reviewed', 'reviser', null],
    ['translated', 'translator', 'draft'],
    ['draft', 'manager', null],
  ] as const)('%s is sent back by a %s to %s', (from, role, to) => {
    expect(previousStatus(from, role)).toBe(to)
  })
})
