import { expect, test } from 'vitest'
import { mergeRange } from '../../lib/alignment/merge-range'
import type { Actor } from '../../lib/auth/actor'
import { db } from '../../lib/db'
import { publishEdition } from '../../lib/edition/publish-edition'
import { EditInput } from '../../lib/revision/input'
import { recordEdit } from '../../lib/revision/record-edit'
import { rangesOf } from '../../lib/segment/row-ranges'
import { previewStatusOfMany, setStatusOfMany } from '../../lib/segment/set-status-of-many'
import { settleStale } from '../../lib/segment/settle-stale'
import { NO_FILTER, soughtOf } from '../../lib/view/filter'
import { previewReplace } from '../../lib/view/preview-replace'
import { replaceInRows } from '../../lib/view/replace-in-rows'
import { undoBatch } from '../../lib/view/undo-batch'
import { ownDatabase, type World, world } from '../support/world'

ownDatabase()

async function at(actor: Actor): Promise<Actor> {
  const { id } = await db.session.create({ data: { userId: actor.userId, device: 'Firefox', address: '192.0.2.7' } })
  return { ...actor, sessionId: id }
}

async function replaceAll({ projectId }: World, documentId: string, actor: Actor) {
  const { in: where, matchCase, wholeWord, regex } = soughtOf(NO_FILTER)
  const asked = { projectId, documentId, query: { text: 'lamp', in: where, matchCase, wholeWord, regex } }
  const { ids, snapshot } = await previewReplace(actor, { ...asked, rows: null })
  const what = { replacement: 'light', keepCase: true, ids, left: [], snapshot, batchId: null }
  return await replaceInRows(actor, { ...asked, ...what })
}

test('whatever writes a text or a status says from which browser', async () => {
  const w = await world()
  const { projectId } = w
  const { ids, documentId } = await w.document([
    ['灯。', 'A lamp.'],
    ['海。', 'The sea.'],
    ['船。', 'A ship.'],
  ])
  const [manager, reviser] = [await at(w.manager), await at(w.reviser)]
  const lead = async (actor: Actor, to: 'revised' | 'translated') => {
    const asked = { projectId, documentId, rows: rangesOf(ids), to }
    return await setStatusOfMany(actor, { ...asked, ...(await previewStatusOfMany(actor, asked)) })
  }
  const { batchId } = await lead(reviser, 'revised')
  await undoBatch(reviser, { projectId, batchId: batchId ?? '' })
  await lead(reviser, 'revised')
  const replaced = await replaceAll(w, documentId, reviser)
  await undoBatch(reviser, { projectId, batchId: replaced.batchId ?? '' })
  const correction = { projectId, segmentId: ids[1], side: 'zh', text: '大海。', seenVersion: 1 }
  await recordEdit(manager, EditInput.parse({ ...correction, correction: 'substantive' }))
  await settleStale(reviser, { projectId, segmentId: ids[1], seen: { zhVersion: 2, enVersion: 1 } })
  const seen = [
    { id: ids[1], zhVersion: 2, enVersion: 1 },
    { id: ids[2], zhVersion: 1, enVersion: 1 },
  ]
  await mergeRange(reviser, { projectId, documentId, fromSegmentId: ids[1], toSegmentId: ids[2], seen })
  await db.segment.updateMany({ where: { documentId, position: { not: null } }, data: { status: 'reviewed' } })
  await publishEdition(manager, { projectId, documentId, number: 1, note: '' })

  const nowhere = { where: { projectId, sessionId: null } }
  expect(await db.transition.findMany(nowhere)).toEqual([])
  expect(await db.revision.findMany(nowhere)).toEqual([])
  expect(await db.auditEntry.findMany(nowhere)).toEqual([])
  expect(await db.transition.count({ where: { projectId, to: 'released' } })).toBe(2)
})
