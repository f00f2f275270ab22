import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { db } from '../../lib/db'
import { compactOutline, readCompactOutline } from '../../lib/segment/compact-outline'
import { FLAGS } from '../../lib/segment/flags'
import { getOpening } from '../../lib/segment/get-opening'
import { getOutline } from '../../lib/segment/queries'
import { ownDatabase, world } from '../support/world'

ownDatabase()

test('each flag comes from its own fact', async () => {
  const w = await world()
  const { ids, documentId } = await w.document([
    ['一', 'One'],
    ['', 'Two'],
    ['三', ''],
    ['四', 'Four'],
    ['五', 'Five'],
  ])
  const at = { projectId: w.projectId, documentId }
  await db.segment.update({
    where: { id: ids[0] },
    data: { stale: true, confirmed: true, confidence: 0.1, enVersion: 2 },
  })
  await db.segment.update({
    where: { id: ids[3] },
    data: { locked: true, label: true, moved: true, confidence: 0.1, turn: 1 },
  })
  const raised = {
    ...at,
    segmentId: ids[4]!,
    number: 1,
    type: 'number',
    severity: 'minor' as const,
    raisedById: w.memberIds.reviewer,
  }
  await db.discrepancy.create({ data: raised })
  const work = { ...at, memberId: w.memberIds.reviser, step: 'revise' as const, assignedById: w.memberIds.manager }
  await db.assignment.create({ data: { ...work, fromPosition: 1024, toPosition: 2048 } })
  await db.assignment.create({ data: { ...work, step: 'final', fromPosition: 1024, toPosition: 1024 } })
  const outline = await getOutline(w.reviser, at)
  expect(outline.ids).toEqual(ids)
  expect(outline.statuses).toBe('11111')
  expect(outline.flags).toEqual([
    FLAGS.stale | FLAGS.confirmed | FLAGS.mine | FLAGS.revise | FLAGS.final | FLAGS.edited,
    FLAGS.zhEmpty | FLAGS.mine | FLAGS.revise,
    FLAGS.enEmpty,
    FLAGS.locked | FLAGS.label | FLAGS.doubtful | FLAGS.moved,
    FLAGS.disputed,
  ])
  expect(outline.sections).toEqual([{ row: 3, kind: 'point', turn: 1, zh: '四', en: 'Four' }])
})

describe('the opening', () => {
  const HUNDRED: [string, string][] = Array.from({ length: 100 }, (_, i) => [`第${i}`, `Row ${i}`])

  test.each([
    ['at the start', {}, 0, 0, 60],
    ['at a row', { row: 50 }, 50, 30, 60],
    ['near the end', { row: 95 }, 95, 75, 25],
    ['beyond the end', { row: 500 }, 99, 79, 21],
  ])('%s', async (_, asked, row, from, rows) => {
    const w = await world()
    const { ids, documentId } = await w.document(HUNDRED)
    const opening = await getOpening(w.observer, { projectId: w.projectId, documentId, ...asked })
    expect({ ...opening, rows: opening.rows.map(({ id }) => id) }).toEqual({
      total: 100,
      row,
      from,
      rows: ids.slice(from, from + rows),
    })
    const bySegment = await getOpening(w.observer, { projectId: w.projectId, documentId, row: 3, segmentId: ids[row] })
    expect(bySegment.row).toBe(row)
  })

  test('of a segment that is not of this document it is the row asked for', async () => {
    const w = await world()
    const { documentId } = await w.document(HUNDRED.slice(0, 5))
    expect((await getOpening(w.observer, { projectId: w.projectId, documentId, row: 3, segmentId: 999_999 })).row).toBe(
      3,
    )
  })

  test('of an empty document it is empty', async () => {
    const w = await world()
    const { documentId } = await w.document([])
    expect(await getOpening(w.observer, { projectId: w.projectId, documentId })).toEqual({
      total: 0,
      from: 0,
      row: 0,
      rows: [],
    })
  })
})

test('law: what was packed is unpacked the same', () => {
  const row = fc.record({
    id: fc.integer({ min: 1, max: 2 ** 31 - 1 }),
    status: fc.nat({ max: 4 }),
    flag: fc.nat({ max: 2 ** 17 - 1 }),
  })
  fc.assert(
    fc.property(fc.array(row), (rows) => {
      const ids = rows.map(({ id }) => id)
      const flags = rows.map(({ flag }) => flag)
      const read = readCompactOutline(
        compactOutline({ ids, flags, statuses: rows.map(({ status }) => status).join(''), sections: [] }),
      )
      expect(read.ids).toEqual(ids)
      expect([...read.flags]).toEqual(flags)
      expect([...read.statuses]).toEqual(rows.map(({ status }) => status))
    }),
  )
})
