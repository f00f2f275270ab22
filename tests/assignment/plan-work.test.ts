import { expect, test } from 'vitest'
import { addAbsence } from '../../lib/absence/add-absence'
import { assignParts } from '../../lib/assignment/assign-parts'
import { type Candidate, NO_LOAD, rankCandidates } from '../../lib/assignment/candidates'
import { AssignPartsInput, PlanInput } from '../../lib/assignment/input'
import { planWork } from '../../lib/assignment/plan-work'
import { listAssignments } from '../../lib/assignment/queries'
import { db } from '../../lib/db'
import { ownDatabase, person, type World, world } from '../support/world'

ownDatabase()

const THERE = { share: 1, awayWhenDue: false, away: [] }
const HALF = { ...THERE, share: 0.5 }
const NEVER = { ...THERE, share: 0, awayWhenDue: true }

const candidate = (name: string, more: Partial<Candidate>): Candidate => ({
  memberId: name,
  name,
  role: 'translator',
  may: true,
  ownRows: 0,
  load: NO_LOAD,
  presence: THERE,
  ...more,
})

test('the suggestion is whoever may and has least; a manager comes after all who may', () => {
  const busy = { assignments: 1, rows: 3, zh: 90, en: 60 }
  const ranked = rankCandidates(
    [
      candidate('manager', { role: 'manager' }),
      candidate('observer', { may: false }),
      candidate('own', { ownRows: 2 }),
      candidate('busy', { load: busy }),
      candidate('free', {}),
    ],
    true,
  )
  expect(ranked.map(({ name }) => name)).toEqual(['free', 'busy', 'manager', 'own', 'observer'])
})

test('who is there for fewer days carries the same load with more pains; who is never there comes after the manager', () => {
  const some = { assignments: 1, rows: 3, zh: 60, en: 0 }
  const more = { ...some, zh: 90 }
  const ranked = rankCandidates(
    [
      candidate('never', { presence: NEVER }),
      candidate('never, busy', { presence: NEVER, load: more }),
      candidate('manager', { role: 'manager' }),
      candidate('half, some', { presence: HALF, load: some }),
      candidate('more', { load: more }),
      candidate('half, free', { presence: HALF }),
      candidate('free', {}),
      candidate('own', { ownRows: 1 }),
    ],
    true,
  )
  expect(ranked.map(({ name }) => name)).toEqual([
    'free',
    'half, free',
    'more',
    'half, some',
    'manager',
    'never',
    'never, busy',
    'own',
  ])
})

async function speech(w: World) {
  const { ids, documentId } = await w.document([
    ['灯塔', 'The lighthouse'],
    ['维修灯塔', 'Repairs of the lighthouse'],
    ['栈桥', 'The pier'],
    ['加固了栈桥。', 'The pier was reinforced.'],
    ['责任编辑', 'Edited by'],
  ])
  for (const [index, turn] of [1, 1, 2, 2, 3].entries())
    await db.segment.update({ where: { id: ids[index] }, data: { turn, status: 'draft' } })
  await db.segment.update({ where: { id: ids[4] }, data: { locked: true } })
  return { ids, documentId, at: { projectId: w.projectId, documentId } }
}

test('how much it is, who has how much already, and who would get what', async () => {
  const w = await world()
  const { ids, at } = await speech(w)
  const { userId } = await person('second')
  const { id: second } = await db.member.create({ data: { projectId: w.projectId, userId, role: 'translator' } })
  const whole = { fromSegmentId: ids[4], toSegmentId: ids[0] }
  const memberIds = [second, w.memberIds.translator]
  const asked = PlanInput.parse({ ...at, step: 'translate', ranges: [whole], memberIds, unit: 'zh' })
  const { total, candidates, parts, fourEyes } = await planWork(w.manager, asked)
  expect([total, fourEyes]).toEqual([{ rows: 4, zh: 13, en: 13 - 1 }, true])
  expect(parts).toMatchObject([
    { memberId: second, ranges: [{ fromRow: 1, toRow: 2 }], zh: 6 },
    { memberId: w.memberIds.translator, ranges: [{ fromRow: 3, toRow: 5 }], zh: 7 },
  ])
  expect(candidates.filter(({ may }) => may).map(({ role }) => role)).toEqual([
    'translator',
    'reviser',
    'translator',
    'manager',
  ])
  await assignParts(
    w.manager,
    AssignPartsInput.parse({
      ...at,
      step: 'translate',
      parts: parts.flatMap(({ memberId, ranges }) => ranges.map((range) => ({ ...range, memberId }))),
    }),
  )
  expect(await listAssignments(w.manager, at)).toHaveLength(2)
  const again = await planWork(w.manager, { ...asked, memberIds: [] })
  expect(again.candidates.find(({ name }) => name === 'second')?.load).toEqual({
    assignments: 1,
    rows: 2,
    zh: 6,
    en: 6,
  })
  expect(again.candidates[0].role).toBe('reviser')
})

test('work is split by the days each is there, and whoever is never there gets none', async () => {
  const w = await world()
  const { ids, documentId } = await w.document(Array.from({ length: 6 }, () => ['灯塔长明', 'The light burns']))
  const { translator, reviser } = w.memberIds
  // A Monday; due on Thursday: four working days.
  const now = new Date('2026-12-07T01:00Z')
  const asked = PlanInput.parse({
    ...{ projectId: w.projectId, documentId, step: 'translate', unit: 'zh', memberIds: [translator, reviser] },
    ranges: [{ fromSegmentId: ids[0], toSegmentId: ids[5] }],
    dueAt: '2026-12-10T18:00Z',
  })
  const split = async () => {
    const { parts, candidates } = await planWork(w.manager, asked, now)
    return { rows: parts.map(({ memberId, rows }) => [memberId, rows]), first: candidates[0].memberId }
  }
  expect((await split()).rows).toEqual([
    [translator, 3],
    [reviser, 3],
  ])
  const days = { zone: 'UTC', reason: '' }
  await addAbsence(w.translator, { ...days, from: '2026-12-07', to: '2026-12-08' }, now)
  expect(await split()).toEqual({
    rows: [
      [translator, 2],
      [reviser, 4],
    ],
    first: reviser,
  })
  await addAbsence(w.translator, { ...days, from: '2026-12-09', to: '2026-12-10' }, now)
  expect((await split()).rows).toEqual([[reviser, 6]])
  await addAbsence(w.reviser, { ...days, from: '2026-12-01', to: '2026-12-20' }, now)
  expect(await split()).toEqual({
    rows: [
      [translator, 3],
      [reviser, 3],
    ],
    first: w.memberIds.manager,
  })
})

test('rows of a filter become ranges; one that cannot be given leaves all ungiven', async () => {
  const w = await world()
  const { ids, at } = await speech(w)
  const ranges = [0, 1, 3].map((index) => ({ fromSegmentId: ids[index], toSegmentId: ids[index] }))
  const { translator, reviewer } = w.memberIds
  const asked = PlanInput.parse({ ...at, step: 'translate', ranges, memberIds: [translator] })
  const { parts } = await planWork(w.manager, asked)
  expect(parts[0].ranges.map(({ fromRow, toRow }) => [fromRow, toRow])).toEqual([
    [1, 2],
    [4, 4],
  ])
  const given = {
    ...at,
    step: 'translate',
    parts: parts[0].ranges.map((range) => ({ ...range, memberId: translator })),
  }
  const bad = { ...given, parts: [...given.parts, { ...given.parts[0], memberId: reviewer }] }
  await expect(assignParts(w.manager, AssignPartsInput.parse(bad))).rejects.toMatchObject({
    problem: 'role-not-for-step',
  })
  expect(await listAssignments(w.manager, at)).toEqual([])
  const elsewhere = await w.document([['五', 'Five']])
  await expect(planWork(w.manager, { ...asked, documentId: elsewhere.documentId })).rejects.toMatchObject({
    problem: 'range-outside-document',
  })
})
