import fc from 'fast-check'
import { expect, test } from 'vitest'
import { SEGMENT_STATUSES } from '../../lib/segment/rules'
import { changeView } from '../../lib/view/change-view'
import { deleteView } from '../../lib/view/delete-view'
import {
  DEEDS,
  EMPTY_SIDES,
  FIND_IN,
  type Filter,
  mendFilter,
  NO_FILTER,
  NOTES,
  readFilter,
  writeFilter,
} from '../../lib/view/filter'
import { listViews } from '../../lib/view/queries'
import { saveView } from '../../lib/view/save-view'
import { ownDatabase, world } from '../support/world'

ownDatabase()

const STALE = { ...NO_FILTER, stale: true }

test('one’s own views are one’s own; a manager’s may be everyone’s', async () => {
  const w = await world()
  const at = { projectId: w.projectId }
  const mine = await saveView(w.translator, { ...at, name: 'Stale ones', filter: STALE, shared: false })
  expect(await listViews(w.reviser, at)).toEqual([])
  await expect(saveView(w.translator, { ...at, name: 'For all', filter: STALE, shared: true })).rejects.toMatchObject({
    code: 'forbidden',
  })
  const shared = await saveView(w.manager, { ...at, name: 'For all', filter: STALE, shared: true })
  expect((await listViews(w.translator, at)).map(({ name, mine }) => [name, mine])).toEqual([
    ['For all', false],
    ['Stale ones', true],
  ])
  await expect(deleteView(w.translator, { ...at, viewId: shared.id })).rejects.toMatchObject({ code: 'forbidden' })
  await expect(deleteView(w.manager, { ...at, viewId: mine.id })).rejects.toMatchObject({ code: 'not-found' })
  expect(await deleteView(w.translator, { ...at, viewId: mine.id })).toEqual({ deleted: true })
})

test('a name is one view’s, and a change is of what was seen', async () => {
  const w = await world()
  const at = { projectId: w.projectId }
  await saveView(w.translator, { ...at, name: 'A', filter: STALE, shared: false })
  await expect(saveView(w.translator, { ...at, name: 'A', filter: STALE, shared: false })).rejects.toMatchObject({
    problem: 'view-name-taken',
  })
  const { id: viewId } = await saveView(w.translator, { ...at, name: 'B', filter: STALE, shared: false })
  await expect(changeView(w.translator, { ...at, viewId, seenVersion: 1, name: 'A' })).rejects.toMatchObject({
    problem: 'view-name-taken',
  })
  expect(await changeView(w.translator, { ...at, viewId, seenVersion: 1, name: 'C' })).toEqual({ version: 2 })
  await expect(changeView(w.translator, { ...at, viewId, seenVersion: 1, name: 'D' })).rejects.toMatchObject({
    problem: 'changed-meanwhile',
  })
})

const filters: fc.Arbitrary<Filter> = fc.record({
  statuses: fc.subarray([...SEGMENT_STATUSES]),
  open: fc.boolean(),
  stale: fc.boolean(),
  mine: fc.boolean(),
  todo: fc.boolean(),
  unconfirmed: fc.boolean(),
  doubtful: fc.boolean(),
  uneven: fc.boolean(),
  moved: fc.boolean(),
  edited: fc.boolean(),
  commented: fc.boolean(),
  suggested: fc.boolean(),
  numbers: fc.boolean(),
  empty: fc.constantFrom(null, ...EMPTY_SIDES),
  text: fc.constantFrom('民', 'a&b=%'),
  in: fc.constantFrom(...FIND_IN),
  matchCase: fc.boolean(),
  wholeWord: fc.boolean(),
  regex: fc.boolean(),
  person: fc.uuid(),
  did: fc.constantFrom(...DEEDS),
  note: fc.constantFrom(null, ...NOTES),
  speaker: fc.constantFrom('', '张三 & co'),
  work: fc.option(fc.uuid()),
  finding: fc.constantFrom(null, 'any', 'numerals', 'person-titles'),
})

test('law: a filter written into an address is read back as it was', () => {
  fc.assert(
    fc.property(filters, (filter) => {
      const query = new URLSearchParams()
      writeFilter(query, filter)
      expect(readFilter(new URLSearchParams(query.toString()))).toEqual(filter)
    }),
  )
})

test('what a filter of another version says and we do not know is left out', () => {
  expect(mendFilter({ stale: true, empty: 'left', text: 7, new: 1 })).toEqual(STALE)
  expect(mendFilter(null)).toEqual(NO_FILTER)
})
