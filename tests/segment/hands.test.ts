/** Four eyes look at the words: whoever translated a part of them does not approve them, whatever became of their rows. */
import { expect, test } from 'vitest'
import { db } from '../../lib/db'
import { EditInput } from '../../lib/revision/input'
import { recordEdit } from '../../lib/revision/record-edit'
import { mergeRows } from '../../lib/segment/merge-rows'
import { setStatus } from '../../lib/segment/set-status'
import { ownDatabase, person, type World, world } from '../support/world'

ownDatabase()

async function secondTranslator(w: World) {
  const actor = await person('second translator')
  const member = await db.member.create({ data: { projectId: w.projectId, userId: actor.userId, role: 'translator' } })
  return { actor, memberId: member.id }
}

function edit(w: World, actor: World['translator'], segmentId: number, text: string, seenVersion: number) {
  return recordEdit(actor, EditInput.parse({ projectId: w.projectId, segmentId, side: 'en', text, seenVersion }))
}

async function reviseAs(w: World, actor: World['translator'], memberId: string, segmentId: number) {
  await db.member.update({ where: { id: memberId }, data: { role: 'reviser' } })
  const { zhVersion, enVersion, status } = await db.segment.findUniqueOrThrow({ where: { id: segmentId } })
  return setStatus(actor, { projectId: w.projectId, segmentId, to: 'revised', seen: { zhVersion, enVersion, status } })
}

test('rows of two translators that become one keep both', async () => {
  const w = await world()
  const second = await secondTranslator(w)
  const { ids } = await w.document([
    ['一。', 'One.'],
    ['二。', 'Two.'],
  ])
  await edit(w, w.translator, ids[0], 'First.', 1)
  await edit(w, second.actor, ids[1], 'Second.', 1)
  await db.$transaction((tx) => mergeRows(tx, { projectId: w.projectId, ids, member: { id: w.memberIds.manager } }))
  await expect(reviseAs(w, second.actor, second.memberId, ids[0])).rejects.toMatchObject({ problem: 'four-eyes' })
  await expect(reviseAs(w, w.translator, w.memberIds.translator, ids[0])).rejects.toMatchObject({
    problem: 'four-eyes',
  })
  await setStatus(w.reviser, {
    projectId: w.projectId,
    segmentId: ids[0],
    to: 'revised',
    seen: { zhVersion: 2, enVersion: 3, status: 'translated' },
  })
})

test('who translated before another went on is remembered, and going back to draft forgets no words', async () => {
  const w = await world()
  const second = await secondTranslator(w)
  const { ids } = await w.document([['一。', 'One.']])
  await edit(w, w.translator, ids[0], 'First.', 1)
  await edit(w, second.actor, ids[0], 'First, then.', 2)
  const seen = { zhVersion: 1, enVersion: 3 }
  const step = { projectId: w.projectId, segmentId: ids[0] }
  await setStatus(w.manager, { ...step, to: 'draft', seen: { ...seen, status: 'translated' } })
  await setStatus(w.manager, { ...step, to: 'translated', seen: { ...seen, status: 'draft' } })
  await expect(reviseAs(w, w.translator, w.memberIds.translator, ids[0])).rejects.toMatchObject({
    problem: 'four-eyes',
  })
  await expect(reviseAs(w, second.actor, second.memberId, ids[0])).rejects.toMatchObject({ problem: 'four-eyes' })
})

test('a status set by mistake and taken back makes nobody a translator', async () => {
  const w = await world()
  const { ids } = await w.document([['一。', 'One.']])
  await db.segment.update({ where: { id: ids[0] }, data: { status: 'draft' } })
  const seen = { zhVersion: 1, enVersion: 1 }
  const step = { projectId: w.projectId, segmentId: ids[0] }
  await setStatus(w.reviser, { ...step, to: 'translated', seen: { ...seen, status: 'draft' } })
  await setStatus(w.reviser, { ...step, to: 'draft', seen: { ...seen, status: 'translated' } })
  await setStatus(w.translator, { ...step, to: 'translated', seen: { ...seen, status: 'draft' } })
  await setStatus(w.reviser, { ...step, to: 'revised', seen: { ...seen, status: 'translated' } })
})

test('a document with one text takes no step that compares two', async () => {
  const w = await world()
  const { ids } = await w.document([['', 'One.']])
  const seen = { zhVersion: 1, enVersion: 1, status: 'translated' as const }
  await expect(
    setStatus(w.reviser, { projectId: w.projectId, segmentId: ids[0], to: 'revised', seen }),
  ).rejects.toMatchObject({ code: 'invalid', problem: 'nothing-to-compare' })
})
