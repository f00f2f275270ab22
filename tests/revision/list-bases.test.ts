import { expect, test } from 'vitest'
import { EditInput } from '../../lib/revision/input'
import { listBases } from '../../lib/revision/list-bases'
import { recordEdit } from '../../lib/revision/record-edit'
import { ownDatabase, world } from '../support/world'

ownDatabase()

test('a changed text is compared with what was brought in, or with the version before; an unchanged one with nothing', async () => {
  const w = await world()
  const { ids } = await w.document([
    ['一。', 'One.'],
    ['二。', 'Two.'],
  ])
  const edit = (text: string, seenVersion: number) =>
    EditInput.parse({ projectId: w.projectId, segmentId: ids[0], side: 'en', text, seenVersion })
  await recordEdit(w.translator, edit('One, then.', 1))
  await recordEdit(w.translator, edit('One, again.', 2))
  const bases = (base: 'first' | 'previous') => listBases(w.observer, { projectId: w.projectId, ids, base })
  expect(await bases('first')).toEqual([{ segmentId: ids[0], side: 'en', text: 'One.' }])
  expect(await bases('previous')).toEqual([{ segmentId: ids[0], side: 'en', text: 'One, then.' }])
})
