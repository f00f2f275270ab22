/** A person says when they are away; it is told where work is given out, and the reason to managers alone. */
import { expect, test } from 'vitest'
import { addAbsence } from '../../lib/absence/add-absence'
import { changeAbsence } from '../../lib/absence/change-absence'
import { listAbsences, listAway } from '../../lib/absence/queries'
import { removeAbsence } from '../../lib/absence/remove-absence'
import { exportPerson } from '../../lib/administration/export-person'
import { listColleagues } from '../../lib/assignment/list-colleagues'
import { db } from '../../lib/db'
import { getLoad } from '../../lib/progress/load'
import { ownDatabase, world } from '../support/world'

ownDatabase()

const NOW = new Date('2026-12-01T09:00Z')
const WEEK = { from: '2026-12-07', to: '2026-12-11', zone: 'Asia/Shanghai', reason: '探亲' }

const daysOf = (rows: { from: string; to: string }[]) => rows.map(({ from, to }) => `${from} ${to}`)

test('added, put otherwise, taken out; each is in the log without its reason', async () => {
  const { translator } = await world()
  const { id: absenceId } = await addAbsence(translator, WEEK, NOW)
  await addAbsence(translator, { ...WEEK, from: '2026-12-03', to: '2026-12-03' }, NOW)
  expect(daysOf(await listAbsences(translator, NOW))).toEqual(['2026-12-03 2026-12-03', '2026-12-07 2026-12-11'])
  await changeAbsence(translator, { ...WEEK, absenceId, to: '2026-12-08' }, NOW)
  expect((await listAbsences(translator, NOW))[1]).toEqual({ ...WEEK, id: absenceId, to: '2026-12-08' })
  await removeAbsence(translator, { absenceId })
  expect(await listAbsences(translator, NOW)).toHaveLength(1)
  const acts = await db.auditEntry.findMany({ where: { userId: translator.userId }, orderBy: { id: 'asc' } })
  expect(acts.map(({ action }) => action)).toEqual([
    'person.add-absence',
    'person.add-absence',
    'person.change-absence',
    'person.remove-absence',
  ])
  expect(JSON.stringify(acts.map(({ detail }) => detail))).not.toContain('探亲')
})

test('what cannot be is refused, and changes nothing', async () => {
  const { translator, reviser } = await world()
  const { id: absenceId } = await addAbsence(translator, WEEK, NOW)
  const { id: other } = await addAbsence(translator, { ...WEEK, from: '2026-12-21', to: '2026-12-22' }, NOW)
  const before = await listAbsences(translator, NOW)
  const onto = { ...WEEK, absenceId: other, from: '2026-12-11', to: '2026-12-12' }
  await expect(addAbsence(translator, WEEK, NOW)).rejects.toMatchObject({ problem: 'absence-overlaps' })
  await expect(changeAbsence(translator, onto, NOW)).rejects.toMatchObject({ problem: 'absence-overlaps' })
  await expect(changeAbsence(reviser, { ...WEEK, absenceId }, NOW)).rejects.toMatchObject({ problem: 'not-found' })
  await expect(removeAbsence(reviser, { absenceId })).rejects.toMatchObject({ problem: 'not-found' })
  expect(await listAbsences(translator, NOW)).toEqual(before)
})

test('the same week from two tabs is entered once', async () => {
  const { translator } = await world()
  const both = await Promise.allSettled([addAbsence(translator, WEEK, NOW), addAbsence(translator, WEEK, NOW)])
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
})

test('a day that is over on their clock is not listed any more', async () => {
  const { translator } = await world()
  await addAbsence(translator, WEEK, NOW)
  const at = (moment: string) => listAbsences(translator, new Date(moment))
  expect(await at('2026-12-11T15:59Z')).toHaveLength(1)
  expect(await at('2026-12-11T16:00Z')).toHaveLength(0)
})

test('managers see when and why, also in the load; a colleague who hands work over sees when', async () => {
  const w = await world()
  const { documentId } = await w.document([['一', 'One']])
  await addAbsence(w.reviser, { ...WEEK, from: '2099-03-02', to: '2099-03-06' })
  const { projectId } = w
  const away = await listAway(w.manager, { projectId })
  expect([...away.keys()]).toEqual([w.memberIds.reviser])
  expect(away.get(w.memberIds.reviser)).toMatchObject([{ from: '2099-03-02', reason: '探亲' }])
  const { people } = await getLoad(w.manager, { projectId, zone: 'UTC', measure: 'zh' })
  expect(people.filter((one) => one.away.length > 0).map(({ memberId }) => memberId)).toEqual([w.memberIds.reviser])
  const { id: assignmentId } = await db.assignment.create({
    data: {
      ...{ projectId, documentId, memberId: w.memberIds.translator, assignedById: w.memberIds.manager },
      ...{ step: 'translate', fromPosition: 1024, toPosition: 1024, dueAt: new Date('2099-03-04T08:00Z') },
    },
  })
  const { candidates } = await listColleagues(w.translator, { projectId, assignmentId })
  expect(candidates.find(({ memberId }) => memberId === w.memberIds.reviser)?.presence).toMatchObject({
    awayWhenDue: true,
    away: [{ from: '2099-03-02', to: '2099-03-06', zone: WEEK.zone }],
  })
  expect(JSON.stringify(candidates)).not.toContain('探亲')
  const elsewhere = await world()
  expect(await listAway(elsewhere.manager, { projectId: elsewhere.projectId })).toEqual(new Map())
})

test('they are in what a person takes along', async () => {
  const { translator } = await world()
  await addAbsence(translator, WEEK, NOW)
  const { body } = await exportPerson(translator, { userId: translator.userId })
  expect(JSON.parse(body).account.absences).toMatchObject([{ reason: '探亲', zone: 'Asia/Shanghai' }])
})
