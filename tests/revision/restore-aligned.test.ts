import { expect, test } from 'vitest'
import type { SeenRow } from '../../lib/alignment/input'
import { pullText } from '../../lib/alignment/pull-text'
import { pushText } from '../../lib/alignment/push-text'
import { undoStep } from '../../lib/alignment/undo-step'
import { db } from '../../lib/db'
import { EditInput } from '../../lib/revision/input'
import { recordEdit } from '../../lib/revision/record-edit'
import { rejectChanges } from '../../lib/revision/reject-changes'
import { restoreRevision } from '../../lib/revision/restore-revision'
import { ownDatabase, world } from '../support/world'

ownDatabase()

async function begin() {
  const w = await world()
  const { ids, documentId } = await w.document([
    ['一。二。', 'One row. Two of them.'],
    ['三。', 'Three.'],
  ])
  const { projectId } = w
  const place = { projectId, documentId }
  const rows = () =>
    db.segment.findMany({ where: { documentId, position: { not: null } }, orderBy: { position: 'asc' } })
  const texts = async () => (await rows()).map(({ en, enTail }) => en + enTail)
  const seen = async (): Promise<SeenRow[]> =>
    (await rows()).map(({ id, zhVersion, enVersion }) => ({ id, zhVersion, enVersion }))
  const version = async (index: number) => (await rows())[index]!.enVersion
  const edit = async (index: number, text: string) =>
    recordEdit(
      w.reviser,
      EditInput.parse({ projectId, segmentId: ids[index], side: 'en', text, seenVersion: await version(index) }),
    )
  const align = async (how: typeof pushText, index: number, offset: number) =>
    how(w.reviser, { ...place, segmentId: ids[index]!, side: 'en', offset, seen: await seen() })
  const restore = async (index: number, revision: number, state: 'before' | 'after' = 'before') => {
    const found = await db.revision.findFirstOrThrow({
      where: { segmentId: ids[index], side: 'en', version: revision },
      select: { id: true },
    })
    return restoreRevision(w.reviser, { projectId, revisionId: found.id, state, seenVersion: await version(index) })
  }
  return { w, ids, place, texts, edit, align, restore, version }
}

test('what went to another row stays there: only the words that are still here come back', async () => {
  const { edit, align, restore, texts } = await begin()
  await edit(0, 'One line. Two of them.')
  await align(pushText, 0, 10)
  expect(await texts()).toEqual(['One line. ', 'Two of them.Three.'])
  await restore(0, 2)
  expect(await texts()).toEqual(['One row. ', 'Two of them.Three.'])
})

test('what came from another row stays', async () => {
  const { edit, align, restore, texts } = await begin()
  await edit(0, 'One line. Two of them.')
  await align(pullText, 1, 0)
  await restore(0, 2)
  expect(await texts()).toEqual(['One row. Two of them.Three.', ''])
})

test('where the words themselves went, nothing is put in twice or overwritten, and it is said why', async () => {
  const { edit, align, restore, texts } = await begin()
  await edit(0, 'One row. Two of those.')
  await align(pushText, 0, 9)
  const now = await texts()
  await expect(restore(0, 2)).rejects.toMatchObject({ code: 'conflict', problem: 'aligned-since' })
  await expect(restore(0, 3)).rejects.toMatchObject({ code: 'conflict', problem: 'aligned-since' })
  expect(await texts()).toEqual(now)
})

test('a step that was undone stands in no one’s way', async () => {
  const { w, place, edit, align, restore, texts } = await begin()
  await edit(0, 'One line. Two of them.')
  const { step } = await align(pushText, 0, 10)
  await undoStep(w.reviser, { ...place, step })
  await restore(0, 2)
  expect(await texts()).toEqual(['One row. Two of them.', 'Three.'])
})

test('rejected changes take back only words that are in the row', async () => {
  const { w, ids, place, edit, align, texts, version } = await begin()
  await edit(0, 'One line. Two of those.')
  await align(pushText, 0, 10)
  await rejectChanges(w.reviser, {
    projectId: place.projectId,
    segmentId: ids[0]!,
    side: 'en',
    changes: 'all',
    seenVersion: await version(0),
    seenAccepted: 0,
  })
  expect((await texts()).join('')).toBe('One row. Two of those.Three.')
})
