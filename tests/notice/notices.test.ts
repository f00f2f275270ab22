import { beforeEach, expect, test } from 'vitest'
import { addComment } from '../../lib/comment/add-comment'
import { deleteComment } from '../../lib/comment/delete-comment'
import { readMentions } from '../../lib/comment/read-mentions'
import { db } from '../../lib/db'
import { publishEdition } from '../../lib/edition/publish-edition'
import { mailNotices } from '../../lib/notice/mail-notices'
import { countNotices, listNotices } from '../../lib/notice/queries'
import { readNotices } from '../../lib/notice/read-notices'
import { remindOfDates } from '../../lib/notice/remind'
import { MAIL_BY_DEFAULT } from '../../lib/notice/rules'
import { changeNoticeSettings } from '../../lib/notice/settings'
import { removeMember } from '../../lib/project/remove-member'
import { cancelJob } from '../../lib/queue/cancel-job'
import { ownDatabase, type World, world } from '../support/world'

ownDatabase()

const HOUR = 60 * 60_000
const later = (ms: number) => new Date(Date.now() + ms)

beforeEach(() => {
  process.env.DUIZHAO_MAIL_URL = 'smtp://127.0.0.1:1'
})

async function named(w: World) {
  const { documentId, ids } = await w.document([['一', 'One']])
  const at = { projectId: w.projectId, segmentId: ids[0] }
  const { id } = await addComment(w.manager, {
    ...at,
    body: '@reviser, is this right?',
    picked: [w.memberIds.reviser],
    zh: null,
    en: null,
  })
  return { documentId, at, commentId: id }
}

async function given(w: World, dueAt: Date | null, createdAt = new Date()) {
  const { documentId } = await w.document([['一', 'One']])
  const { manager, reviser } = w.memberIds
  const data = { projectId: w.projectId, documentId, fromPosition: 0, toPosition: 9, step: 'revise' as const }
  return db.assignment.create({ data: { ...data, memberId: reviser, assignedById: manager, dueAt, createdAt } })
}

const kinds = async (w: World) => (await listNotices(w.reviser)).map(({ kind }) => kind)

test('who is named in a comment is told, with the words; nobody else, and not who wrote it', async () => {
  const w = await world()
  await named(w)
  expect(await listNotices(w.reviser)).toMatchObject([
    { kind: 'mention', by: 'manager', words: '@reviser, is this right?', read: false },
  ])
  for (const other of [w.manager, w.observer, w.stranger]) expect(await listNotices(other)).toEqual([])
})

test('read at its row it is read here, and the other way round; a deleted comment is taken back', async () => {
  const w = await world()
  const { at } = await named(w)
  await readMentions(w.reviser, at)
  expect(await countNotices(w.reviser)).toEqual({ unread: 0 })
  const { commentId } = await named(w)
  const [{ id }] = await listNotices(w.reviser)
  await readNotices(w.stranger, { upTo: BigInt(id), only: false })
  expect(await countNotices(w.reviser)).toEqual({ unread: 1 })
  await readNotices(w.reviser, { upTo: BigInt(id), only: true })
  expect(await db.mention.count({ where: { commentId, readAt: null } })).toBe(0)
  await deleteComment(w.manager, { projectId: w.projectId, commentId, seenVersion: 1 })
  expect((await listNotices(w.reviser)).filter(({ words }) => words.includes('is this right'))).toHaveLength(1)
})

test('what came since the list was shown stays new', async () => {
  const w = await world()
  await named(w)
  const [{ id }] = await listNotices(w.reviser)
  await given(w, null)
  await readNotices(w.reviser, { upTo: BigInt(id), only: false })
  expect(await countNotices(w.reviser)).toEqual({ unread: 1 })
})

test('work is announced to whom it is given', async () => {
  const w = await world()
  await given(w, null)
  expect(await listNotices(w.reviser)).toMatchObject([{ kind: 'assigned', what: 'revise', by: 'manager' }])
})

test('dates are told once each: a day before, and when missed', async () => {
  const w = await world()
  const { id } = await given(w, later(20 * HOUR), later(-48 * HOUR))
  await Promise.all([remindOfDates(), remindOfDates()])
  expect((await kinds(w)).sort()).toEqual(['assigned', 'due'])
  await db.assignment.update({ where: { id }, data: { dueAt: later(-HOUR) } })
  await remindOfDates()
  await remindOfDates()
  // It is no longer near: it is missed.
  expect((await kinds(w)).sort()).toEqual(['assigned', 'overdue'])
})

test('who has left the project learns nothing more of it', async () => {
  const w = await world()
  await named(w)
  await removeMember(w.manager, { projectId: w.projectId, memberId: w.memberIds.reviser })
  expect(await listNotices(w.reviser)).toEqual([])
  expect(await countNotices(w.reviser)).toEqual({ unread: 0 })
  await mailNotices(later(HOUR))
  expect(await db.letter.count({ where: { to: w.reviser.email } })).toBe(0)
})

test('a letter waits two minutes, goes once however many workers write, and not for what was read meanwhile', async () => {
  const w = await world()
  const letters = () => db.letter.findMany({ where: { to: w.reviser.email }, select: { data: true } })
  await named(w)
  await mailNotices()
  expect(await letters()).toEqual([])
  await Promise.all([1, 2, 3].map(() => mailNotices(later(3 * 60_000))))
  expect(await letters()).toMatchObject([{ data: { subject: 'manager wrote to you in “Test document”' } }])
  const { at } = await named(w)
  await readMentions(w.reviser, at)
  await mailNotices(later(3 * 60_000))
  expect(await letters()).toHaveLength(1)
})

test('by kind: off is never sent, daily once a day', async () => {
  const w = await world()
  const letters = () => db.letter.count({ where: { to: w.reviser.email } })
  const mail = { ...MAIL_BY_DEFAULT, assigned: 'off' as const, mention: 'daily' as const }
  await changeNoticeSettings(w.reviser, { mail, zone: 'UTC', hour: 0 })
  await given(w, null)
  await named(w)
  await mailNotices(later(HOUR))
  expect(await letters()).toBe(1)
  await named(w)
  await mailNotices(later(HOUR + 60_000))
  expect(await letters()).toBe(1)
  await mailNotices(later(26 * HOUR))
  expect(await letters()).toBe(2)
})

test('managers are told once of work that fell due at somebody else’s or in the pool, and by whose name', async () => {
  const w = await world()
  const late = await given(w, later(-HOUR))
  const told = async () => (await listNotices(w.manager)).filter(({ kind }) => kind === 'late')
  for (let round = 0; round < 2; round++) await remindOfDates()
  expect(await told()).toMatchObject([{ whose: 'reviser', subject: late.id, what: 'revise', dueAt: late.dueAt }])
  for (const other of [w.reviser, w.translator, w.stranger])
    expect((await listNotices(other)).filter(({ kind }) => kind === 'late')).toEqual([])
  await db.assignment.update({ where: { id: late.id }, data: { memberId: null } })
  expect(await told()).toMatchObject([{ whose: '' }])
  const own = await given(w, later(-HOUR))
  await db.assignment.update({ where: { id: own.id }, data: { memberId: w.memberIds.manager } })
  await remindOfDates()
  expect(await told()).toHaveLength(1)
})

test('an edition is told to everybody in the project but who published it', async () => {
  const w = await world()
  const { documentId } = await w.document([['一', 'One']])
  await removeMember(w.manager, { projectId: w.projectId, memberId: w.memberIds.reviewer })
  const edition = { projectId: w.projectId, documentId, number: 1, note: '', overrideReason: 'For the test.' }
  await publishEdition(w.manager, edition)
  for (const one of [w.translator, w.reviser, w.observer])
    expect(await listNotices(one)).toMatchObject([{ kind: 'published', by: 'manager', number: 1, documentId }])
  for (const one of [w.reviewer, w.stranger]) expect(await listNotices(one)).toEqual([])
  expect((await listNotices(w.manager)).filter(({ kind }) => kind === 'published')).toEqual([])
})

test('an import that failed is told of though there is no document, and put away it is no news', async () => {
  const w = await world()
  const job = { projectId: w.projectId, memberId: w.memberIds.translator, kind: 'document.create', title: 'Briefing' }
  const { id: jobId } = await db.job.create({ data: job })
  await db.job.update({ where: { id: jobId }, data: { state: 'failed', endedAt: new Date() } })
  expect(await listNotices(w.translator)).toMatchObject([
    { kind: 'failed', documentId: null, documentTitle: 'Briefing', what: 'document.create' },
  ])
  expect(await countNotices(w.translator)).toEqual({ unread: 1 })
  await cancelJob(w.translator, { projectId: w.projectId, jobId })
  expect(await listNotices(w.translator)).toEqual([])
})
