import { expect, test } from 'vitest'
import { assignRange } from '../../lib/assignment/assign-range'
import { declineAssignment } from '../../lib/assignment/decline-assignment'
import { editAssignment } from '../../lib/assignment/edit-assignment'
import { handOverAssignment } from '../../lib/assignment/hand-over-assignment'
import { AssignInput, EditAssignmentInput } from '../../lib/assignment/input'
import { listAssignments, listMyPool, listMyWork } from '../../lib/assignment/queries'
import type { AssignmentStep } from '../../lib/assignment/rules'
import { takeAssignment } from '../../lib/assignment/take-assignment'
import { withdrawAssignment } from '../../lib/assignment/withdraw-assignment'
import type { MemberRole } from '../../lib/auth/roles'
import { db } from '../../lib/db'
import { listNotices } from '../../lib/notice/queries'
import { remindOfDates } from '../../lib/notice/remind'
import { changeMemberRole } from '../../lib/project/change-member-role'
import { removeMember } from '../../lib/project/remove-member'
import { listEvents } from '../../lib/revision/list-events'
import { ownDatabase, type World, world } from '../support/world'

ownDatabase()

type Given = { to?: MemberRole | null; step?: AssignmentStep; poolRole?: MemberRole | null }

async function given(w: World, { to = null, step = 'revise', poolRole = null }: Given = {}) {
  const { ids, documentId } = await w.document([
    ['一', 'One'],
    ['二', 'Two'],
    ['三', 'Three'],
  ])
  const memberId = to && w.memberIds[to]
  const range = { fromSegmentId: ids[0], toSegmentId: ids[2] }
  const input = AssignInput.parse({ projectId: w.projectId, documentId, memberId, step, poolRole, ...range })
  const { id } = await assignRange(w.manager, input)
  return {
    ids,
    documentId,
    input,
    at: (seenVersion: number) => ({ projectId: w.projectId, assignmentId: id, seenVersion }),
  }
}

const kinds = async (actor: World['reviser']) => (await listNotices(actor)).map(({ kind }) => kind)
const state = async (w: World) => (await listAssignments(w.observer, w))[0]

test('what lies in the pool is seen by those who may do the step, and taken once', async () => {
  const w = await world()
  const { at } = await given(w)
  expect(await listMyPool(w.translator)).toEqual([])
  expect(await listMyPool(w.stranger)).toEqual([])
  expect(await listMyPool(w.reviser)).toMatchObject([{ step: 'revise', memberId: null, ownRows: 0 }])
  await expect(takeAssignment(w.translator, at(1))).rejects.toMatchObject({ problem: 'role-not-for-step' })
  const both = await Promise.allSettled([takeAssignment(w.reviser, at(1)), takeAssignment(w.manager, at(1))])
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  expect(await listMyPool(w.reviser)).toEqual([])
  expect((await state(w)).handOvers).toMatchObject([{ act: 'take', from: null }])
})

test('a pool may be meant for one role', async () => {
  const w = await world()
  const { at, input } = await given(w, { step: 'translate', poolRole: 'translator' })
  expect(await listMyPool(w.reviser)).toEqual([])
  await expect(takeAssignment(w.reviser, at(1))).rejects.toMatchObject({ problem: 'role-not-for-step' })
  await takeAssignment(w.translator, at(1))
  expect(await listMyWork(w.translator)).toMatchObject([{ assignedBy: 'manager', step: 'translate' }])
  // Who takes it knows of it.
  expect(await kinds(w.translator)).toEqual([])
  const impossible = { ...input, step: 'revise' as const }
  await expect(assignRange(w.manager, impossible)).rejects.toMatchObject({ problem: 'role-not-for-step' })
})

test('a step is not given to a role that does not take it', async () => {
  const w = await world()
  const { input } = await given(w)
  for (const [role, step] of [
    ['translator', 'revise'],
    ['reviser', 'review'],
    ['reviewer', 'translate'],
    ['observer', 'review'],
  ] as const)
    await expect(assignRange(w.manager, { ...input, step, memberId: w.memberIds[role] })).rejects.toMatchObject({
      problem: 'role-not-for-step',
    })
})

test('nobody revises what they translated, or are to translate; the rule off, they may', async () => {
  const w = await world()
  const { ids, input, at } = await given(w)
  const { reviser } = w.memberIds
  await db.segment.update({ where: { id: ids[0] }, data: { translatedBy: reviser } })
  await db.segment.update({ where: { id: ids[1] }, data: { hands: [reviser] } })
  const refusal = { problem: 'own-work-in-range', detail: { rows: 2 } }
  await expect(assignRange(w.manager, { ...input, memberId: reviser })).rejects.toMatchObject(refusal)
  expect(await listMyPool(w.reviser)).toMatchObject([{ ownRows: 2 }])
  await expect(takeAssignment(w.reviser, at(1))).rejects.toMatchObject(refusal)
  const toReviser = { ...at(1), memberId: reviser, reason: '' }
  await expect(handOverAssignment(w.manager, toReviser)).rejects.toMatchObject(refusal)
  await db.segment.update({ where: { id: ids[2] }, data: { status: 'draft' } })
  const row = { fromSegmentId: ids[2], toSegmentId: ids[2] }
  await assignRange(w.manager, { ...input, ...row, step: 'translate', memberId: reviser })
  await expect(assignRange(w.manager, { ...input, ...row, memberId: reviser })).rejects.toMatchObject({
    detail: { rows: 1 },
  })
  await db.project.update({ where: { id: w.projectId }, data: { fourEyes: false } })
  await takeAssignment(w.reviser, at(1))
})

test('handed to a colleague by who has it, or by a manager; both hear of it, and the way it took is kept', async () => {
  const w = await world()
  const { documentId, at } = await given(w, { to: 'translator', step: 'translate' })
  const toReviser = { ...at(1), memberId: w.memberIds.reviser, reason: 'I am away from Monday.' }
  await expect(handOverAssignment(w.reviser, toReviser)).rejects.toMatchObject({ code: 'forbidden' })
  await handOverAssignment(w.translator, toReviser)
  expect(await listMyWork(w.reviser)).toMatchObject([{ assignedBy: 'translator' }])
  expect(await listNotices(w.reviser)).toMatchObject([{ kind: 'assigned', by: 'translator' }])
  await expect(handOverAssignment(w.translator, toReviser)).rejects.toMatchObject({ code: 'conflict' })
  await handOverAssignment(w.manager, { ...at(2), memberId: w.memberIds.translator, reason: '' })
  expect(await kinds(w.reviser)).toContain('withdrawn')
  await handOverAssignment(w.manager, { ...at(3), memberId: null, reason: '' })
  expect((await state(w)).handOvers.map(({ act, from, to, by }) => [act, from, to, by])).toEqual([
    ['hand-over', 'translator', 'reviser', 'translator'],
    ['hand-over', 'reviser', 'translator', 'manager'],
    ['return', 'translator', null, 'manager'],
  ])
  const { events } = await listEvents(w.manager, { projectId: w.projectId, documentId, kinds: ['assignment'] } as never)
  expect(events.map(({ detail }) => detail)).toMatchObject([
    { did: 'return', from: 'translator', to: null },
    { did: 'hand-over', to: 'translator' },
    { did: 'hand-over', from: 'translator', to: 'reviser' },
    { did: 'assign', to: 'translator' },
  ])
})

test('declined with a reason, it lies in the pool and the managers know why', async () => {
  const w = await world()
  const { at } = await given(w, { to: 'reviser' })
  await expect(declineAssignment(w.translator, { ...at(1), reason: 'No.' })).rejects.toMatchObject({
    code: 'forbidden',
  })
  await declineAssignment(w.reviser, { ...at(1), reason: 'I know the speaker.' })
  expect(await listNotices(w.manager)).toMatchObject([
    { kind: 'returned', by: 'reviser', what: 'decline', words: 'I know the speaker.' },
  ])
  expect(await state(w)).toMatchObject({ memberId: null, state: 'active' })
  await withdrawAssignment(w.manager, at(2))
  expect(await state(w)).toMatchObject({ state: 'withdrawn' })
})

test('who leaves, or takes a role that does not do the step, leaves the work in the pool', async () => {
  const w = await world()
  await given(w, { to: 'reviser', step: 'translate' })
  const { projectId } = w
  const memberId = w.memberIds.reviser
  expect(await changeMemberRole(w.manager, { projectId, memberId, role: 'translator' })).toEqual({ returned: 0 })
  expect(await changeMemberRole(w.manager, { projectId, memberId, role: 'observer' })).toEqual({ returned: 1 })
  expect(await state(w)).toMatchObject({ memberId: null, state: 'active', version: 2 })
  expect(await kinds(w.manager)).toEqual(['returned'])
  await given(w, { to: 'translator', step: 'translate' })
  expect(await removeMember(w.manager, { projectId, memberId: w.memberIds.translator })).toEqual({ returned: 1 })
  expect(await kinds(w.manager)).toEqual(['returned', 'returned'])
})

test('its date, rows and instruction change under the version that was seen; its dates are told anew', async () => {
  const w = await world()
  const { ids, at } = await given(w, { to: 'reviser' })
  const edit = (seenVersion: number, dueAt: string) =>
    editAssignment(
      w.manager,
      EditAssignmentInput.parse({
        ...at(seenVersion),
        fromSegmentId: ids[2],
        toSegmentId: ids[1],
        dueAt,
        zone: 'Asia/Shanghai',
        instruction: 'Only these.',
      }),
    )
  await edit(1, '2026-01-01T18:00:00+08:00')
  await expect(edit(1, '2026-01-01T18:00:00+08:00')).rejects.toMatchObject({ code: 'conflict' })
  expect(await state(w)).toMatchObject({ firstRow: 2, lastRow: 3, zone: 'Asia/Shanghai', instruction: 'Only these.' })
  await remindOfDates()
  expect((await kinds(w.reviser)).sort()).toEqual(['assigned', 'changed', 'overdue'])
  await edit(2, '2036-01-01T18:00:00+08:00')
  expect((await kinds(w.reviser)).sort()).toEqual(['assigned', 'changed'])
  await expect(edit(3, '2036-01-01').then(() => edit(3, '2036-01-01'))).rejects.toMatchObject({ code: 'conflict' })
})

test('rows that were given stay given when they are fewer; more of them are asked about', async () => {
  const w = await world()
  const { ids, documentId, at } = await given(w)
  const before = { zone: 'UTC', dueAt: null, instruction: '' }
  await takeAssignment(w.reviser, at(1))
  await db.segment.updateMany({ where: { documentId }, data: { translatedBy: w.memberIds.reviser } })
  await editAssignment(w.manager, { ...at(2), ...before, fromSegmentId: ids[1], toSegmentId: ids[2] })
  await expect(
    editAssignment(w.manager, { ...at(3), ...before, fromSegmentId: ids[0], toSegmentId: ids[2] }),
  ).rejects.toMatchObject({ problem: 'own-work-in-range', detail: { rows: 1 } })
})
