import { expect, test } from 'vitest'
import { db } from '../../lib/db'
import { EditInput } from '../../lib/revision/input'
import { getHistory } from '../../lib/revision/queries'
import { recordEdit } from '../../lib/revision/record-edit'
import { restoreRevision } from '../../lib/revision/restore-revision'
import { mergeRows } from '../../lib/segment/merge-rows'
import { ownDatabase, type World, world } from '../support/world'

ownDatabase()

async function merged(w: World) {
  const { ids, documentId } = await w.document([
    ['一。', 'One.'],
    ['二。', 'Two of them.'],
    ['三。', 'Three.'],
  ])
  await db.segment.updateMany({ where: { id: { in: ids } }, data: { enTail: ' ' } })
  const { projectId } = w
  const edit = (segmentId: number, text: string, seenVersion: number) =>
    recordEdit(w.reviser, EditInput.parse({ projectId, segmentId, side: 'en', text, seenVersion }))
  await edit(ids[2], 'Three of them.', 1)
  const join = (rows: number[]) =>
    db.$transaction((tx) => mergeRows(tx, { projectId, ids: rows, member: { id: w.memberIds.manager } }))
  await join([ids[1], ids[2]])
  await join([ids[0], ids[1]])
  const row = () => db.segment.findUniqueOrThrow({ where: { id: ids[0] } })
  const old = await db.revision.findFirstOrThrow({ where: { segmentId: ids[2], side: 'en' } })
  const restore = async () =>
    restoreRevision(w.reviser, { projectId, revisionId: old.id, state: 'before', seenVersion: (await row()).enVersion })
  return { projectId, documentId, ids, edit, row, old, restore }
}

test('words of a row that became part of another come back in their place there', async () => {
  const w = await world()
  const { ids, row, restore } = await merged(w)
  expect((await row()).en).toBe('One. Two of them. Three of them.')
  expect(await restore()).toMatchObject({ segmentId: ids[0], text: 'One. Two of them. Three.' })
  expect((await row()).en).toBe('One. Two of them. Three.')
})

test('where other words have changed since, they stay; where the same have, nothing is overwritten', async () => {
  const w = await world()
  const { ids, edit, row, restore } = await merged(w)
  await edit(ids[0], 'First. Two of them. Three of them.', (await row()).enVersion)
  await restore()
  expect((await row()).en).toBe('First. Two of them. Three.')
  await edit(ids[0], 'First. Two of them. Thirty of those.', (await row()).enVersion)
  await expect(restore()).rejects.toMatchObject({ code: 'conflict', problem: 'words-moved-on' })
})

test('the history of a row is that of all rows that went into it, however many steps ago', async () => {
  const w = await world()
  const { projectId, ids, old } = await merged(w)
  const { revisions } = await getHistory(w.observer, { projectId, segmentId: ids[0] })
  expect(revisions.map(({ id }) => id)).toContain(old.id)
  expect(revisions.filter(({ kind }) => kind === 'align').length).toBeGreaterThan(1)
})
