import { expect, test } from 'vitest'
import { assignRange } from '../../lib/assignment/assign-range'
import { finishAssignment } from '../../lib/assignment/finish-assignment'
import { AssignInput } from '../../lib/assignment/input'
import { listAssignments, listMyWork } from '../../lib/assignment/queries'
import { withdrawAssignment } from '../../lib/assignment/withdraw-assignment'
import { FLAGS } from '../../lib/segment/flags'
import { getOutline } from '../../lib/segment/queries'
import { setStatus } from '../../lib/segment/set-status'
import { ownDatabase, type World, world } from '../support/world'

ownDatabase()

async function assigned(w: World) {
  const { ids, documentId } = await w.document([
    ['一', 'One'],
    ['二', 'Two'],
    ['三', 'Three'],
    ['四', 'Four'],
  ])
  const input = AssignInput.parse({
    projectId: w.projectId,
    documentId,
    memberId: w.memberIds.reviser,
    // The ends the wrong way round: the range is the same.
    fromSegmentId: ids[2],
    toSegmentId: ids[1],
    step: 'revise',
    dueAt: '2026-12-01T18:00:00+08:00',
    instruction: 'Mind the numbers.',
  })
  const { id } = await assignRange(w.manager, input)
  return { id, ids, documentId, input }
}

test('a range with a due date is my work, with its progress', async () => {
  const w = await world()
  const { ids, documentId } = await assigned(w)
  const seen = { zhVersion: 1, enVersion: 1, status: 'translated' as const }
  await setStatus(w.reviser, { projectId: w.projectId, segmentId: ids[1], to: 'revised', seen })
  const [work, ...others] = await listMyWork(w.reviser)
  expect(others).toEqual([])
  expect(work).toMatchObject({
    documentId,
    firstSegmentId: ids[1],
    firstRow: 2,
    lastRow: 3,
    segments: 2,
    done: 1,
    waiting: 1,
    firstWaitingId: ids[2],
    step: 'revise',
    assignedBy: 'manager',
  })
  expect(work.dueAt).toEqual(new Date('2026-12-01T10:00:00Z'))
  expect(await listMyWork(w.translator)).toEqual([])
})

test('the review knows which rows are mine', async () => {
  const w = await world()
  const { documentId } = await assigned(w)
  const mine = async (actor: typeof w.reviser) =>
    (await getOutline(actor, { projectId: w.projectId, documentId })).flags.map((flags) => (flags & FLAGS.mine) > 0)
  expect(await mine(w.reviser)).toEqual([false, true, true, false])
  expect(await mine(w.manager)).toEqual([false, false, false, false])
})

test('finished by whoever has it, withdrawn by a manager, never both', async () => {
  const w = await world()
  const { id } = await assigned(w)
  const close = { projectId: w.projectId, assignmentId: id, seenVersion: 1 }
  await expect(finishAssignment(w.translator, close)).rejects.toMatchObject({ code: 'conflict' })
  await expect(withdrawAssignment(w.reviser, close)).rejects.toMatchObject({ code: 'forbidden' })
  await finishAssignment(w.reviser, close)
  await expect(withdrawAssignment(w.manager, { ...close, seenVersion: 2 })).rejects.toMatchObject({ code: 'conflict' })
  expect(await listMyWork(w.reviser)).toEqual([])
  expect(await listAssignments(w.observer, { projectId: w.projectId })).toMatchObject([{ state: 'finished' }])
})

test('rows of another document, and people of another project, cannot be put into a range', async () => {
  const w = await world()
  const other = await world()
  const { input } = await assigned(w)
  const elsewhere = await w.document([['五', 'Five']])
  await expect(assignRange(w.manager, { ...input, toSegmentId: elsewhere.ids[0] })).rejects.toMatchObject({
    problem: 'range-outside-document',
  })
  await expect(assignRange(w.manager, { ...input, memberId: other.memberIds.reviser })).rejects.toMatchObject({
    problem: 'member-not-in-project',
  })
})
