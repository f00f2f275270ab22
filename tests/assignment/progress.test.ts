import { expect, test } from 'vitest'
import { assignRange } from '../../lib/assignment/assign-range'
import { AssignInput } from '../../lib/assignment/input'
import { listAssignments } from '../../lib/assignment/queries'
import { ASSIGNMENT_STEPS, rowProgress } from '../../lib/assignment/rules'
import { db } from '../../lib/db'
import { SEGMENT_STATUSES } from '../../lib/segment/rules'
import { ownDatabase, world } from '../support/world'

ownDatabase()

test.each([
  ['translate', 'draft', false, 'waiting'],
  ['translate', 'translated', false, 'done'],
  ['translate', 'translated', true, 'stale'],
  ['revise', 'draft', false, 'early'],
  ['revise', 'translated', true, 'waiting'],
  ['revise', 'reviewed', false, 'done'],
  ['review', 'translated', false, 'early'],
  ['review', 'revised', false, 'waiting'],
  ['final', 'reviewed', false, 'waiting'],
  ['final', 'released', false, 'done'],
] as const)('%s of a row that is %s (stale: %s) is %s', (step, status, stale, wanted) => {
  expect(rowProgress(step, { status, stale })).toBe(wanted)
})

test('the figures of the database are those of the rule', async () => {
  const w = await world({ fourEyes: false })
  const rows = SEGMENT_STATUSES.flatMap((status) => [false, true].map((stale) => ({ status, stale })))
  const { documentId, ids } = await w.document(rows.map(({ status }) => [status, status]))
  for (const [index, row] of rows.entries()) await db.segment.update({ where: { id: ids[index] }, data: row })
  await db.segment.update({ where: { id: ids[0] }, data: { locked: true } })
  const given = { projectId: w.projectId, documentId, memberId: w.memberIds.manager }
  for (const step of ASSIGNMENT_STEPS)
    await assignRange(
      w.manager,
      AssignInput.parse({ ...given, step, fromSegmentId: ids[0], toSegmentId: ids[ids.length - 1] }),
    )
  for (const { step, segments, done, waiting, stale, firstWaitingId } of await listAssignments(w.observer, given)) {
    const asked = rows.map((row, index) => ({ id: ids[index], progress: rowProgress(step, row) })).slice(1)
    const count = (wanted: string) => asked.filter(({ progress }) => progress === wanted).length
    const next = asked.find(({ progress }) => progress === 'waiting')?.id ?? null
    expect([step, segments, done, stale]).toEqual([step, 9, count('done'), count('stale')])
    expect([waiting, firstWaitingId]).toEqual([count('waiting'), next])
  }
})
