import { expect, test } from 'vitest'
import { db } from '../../lib/db'
import { EditInput } from '../../lib/revision/input'
import { listTracked } from '../../lib/revision/list-tracked'
import { recordEdit } from '../../lib/revision/record-edit'
import { rangesOf } from '../../lib/segment/row-ranges'
import type { PreviewSettleInput } from '../../lib/view/input'
import { previewSettleMany, settleMany } from '../../lib/view/settle-many'
import { undoBatch } from '../../lib/view/undo-batch'
import { ownDatabase, type World, world } from '../support/world'

ownDatabase()

async function begun() {
  const w = await world()
  const { ids, documentId } = await w.document([
    ['一。', 'The council met.'],
    ['二。', 'The report was long.'],
    ['三。', 'Nobody spoke.'],
    ['四。', 'It was late.'],
  ])
  const { projectId } = w
  const edit = (actor: World['reviser'], row: number, text: string, seenVersion = 1) =>
    recordEdit(actor, EditInput.parse({ projectId, segmentId: ids[row], side: 'en', text, seenVersion }))
  await edit(w.translator, 0, 'The committee met.')
  await edit(w.reviser, 0, 'The committee met on Monday.', 2)
  await edit(w.translator, 1, 'The report was short.')
  await edit(w.translator, 3, 'It was early.')
  await db.segment.update({ where: { id: ids[3] }, data: { status: 'released' } })
  const asked = (more: Partial<PreviewSettleInput> = {}): PreviewSettleInput => {
    return { projectId, documentId, verdict: 'accept', author: null, rows: null, ...more }
  }
  const waiting = async () => {
    const tracked = await listTracked(w.observer, { projectId, ids, base: 'accepted' })
    return tracked.filter(({ changes }) => changes.some(({ change }) => change !== null)).map((one) => one.segmentId)
  }
  const english = async () =>
    (await db.segment.findMany({ where: { projectId }, orderBy: { id: 'asc' } })).map((row) => row.en)
  return { w, ids, edit, asked, waiting, english }
}

test('the preview counts changes and authors, and says what a rejection leaves alone', async () => {
  const { w, ids, asked } = await begun()
  expect(await previewSettleMany(w.reviser, asked())).toMatchObject({
    ids: [ids[0], ids[1], ids[3]],
    changes: 4,
    authors: { [w.memberIds.translator]: 3, [w.memberIds.reviser]: 1 },
    refused: {},
  })
  expect(await previewSettleMany(w.reviser, asked({ verdict: 'reject', rows: rangesOf(ids.slice(1)) }))).toMatchObject({
    ids: [ids[1]],
    changes: 1,
    refused: { released: 1 },
  })
  await expect(previewSettleMany(w.translator, asked())).rejects.toMatchObject({ code: 'forbidden' })
})

test('all are accepted at once, texts and statuses as they were, and taken back as one', async () => {
  const { w, ids, asked, waiting, english, edit } = await begun()
  const before = await english()
  const { snapshot } = await previewSettleMany(w.reviser, asked())
  const { batchId, changed } = await settleMany(w.reviser, { ...asked(), snapshot })
  expect(changed).toEqual([ids[0], ids[1], ids[3]])
  expect([await waiting(), await english()]).toEqual([[], before])
  // What somebody writes afterwards does not keep the acceptance from being taken back.
  await edit(w.translator, 1, 'The report was very short.', 2)
  expect(await undoBatch(w.reviser, { projectId: w.projectId, batchId: batchId! })).toEqual({ changed, left: [] })
  expect(await waiting()).toEqual(changed)
})

test('of one author only what that author did is rejected, as revisions, undone together', async () => {
  const { w, ids, asked, english } = await begun()
  const of = asked({ verdict: 'reject', author: w.memberIds.translator })
  const { snapshot } = await previewSettleMany(w.reviser, of)
  const { batchId, changed } = await settleMany(w.reviser, { ...of, snapshot })
  expect(changed).toEqual([ids[0], ids[1]])
  expect(await english()).toEqual([
    'The council met on Monday.',
    'The report was long.',
    'Nobody spoke.',
    'It was early.',
  ])
  await undoBatch(w.reviser, { projectId: w.projectId, batchId: batchId! })
  expect((await english()).slice(0, 2)).toEqual(['The committee met on Monday.', 'The report was short.'])
})

test('a text changed after the preview stays, and what was accepted anew since is not taken back', async () => {
  const { w, ids, asked, edit, waiting } = await begun()
  const { snapshot } = await previewSettleMany(w.reviser, asked())
  await edit(w.translator, 1, 'The report was very short.', 2)
  const first = await settleMany(w.reviser, { ...asked(), snapshot })
  expect([first.changed, first.refused]).toEqual([[ids[0], ids[3]], { changed: 1 }])
  await edit(w.translator, 0, 'The committee met on Tuesday.', 3)
  const again = await previewSettleMany(w.reviser, asked())
  await settleMany(w.reviser, { ...asked(), snapshot: again.snapshot })
  const undone = await undoBatch(w.reviser, { projectId: w.projectId, batchId: first.batchId! })
  expect(undone).toEqual({ changed: [ids[3]], left: [ids[0]] })
  expect(await waiting()).toEqual([ids[3]])
})
