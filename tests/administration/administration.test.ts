import { afterAll, expect, test } from 'vitest'
import { changePersonRole } from '../../lib/administration/change-person-role'
import { changeRetention, readRetention } from '../../lib/administration/change-retention'
import { deleteProject } from '../../lib/administration/delete-project'
import { bringDocumentBack, listDeletedDocuments } from '../../lib/administration/deleted-documents'
import { disablePerson } from '../../lib/administration/disable-person'
import { exportPerson } from '../../lib/administration/export-person'
import { issuePasswordLink } from '../../lib/administration/issue-password-link'
import { listAllJobs, retryAnyJob } from '../../lib/administration/jobs'
import { listAllProjects } from '../../lib/administration/list-all-projects'
import { listPeople } from '../../lib/administration/list-people'
import { purgeDeleted } from '../../lib/administration/purge-deleted'
import { restoreAnyProject } from '../../lib/administration/restore-any-project'
import { listAudit } from '../../lib/audit/queries'
import { keepRetention, sealAudit, verifyAudit } from '../../lib/audit/seal'
import { findActor } from '../../lib/auth/find-actor'
import { findResetLink } from '../../lib/auth/setup-link'
import { addComment } from '../../lib/comment/add-comment'
import { db } from '../../lib/db'
import { raiseDiscrepancy } from '../../lib/discrepancy/raise-discrepancy'
import { deleteDocument } from '../../lib/document/delete-document'
import { getDocument } from '../../lib/document/queries'
import { publishEdition } from '../../lib/edition/publish-edition'
import { closeSender } from '../../lib/jobs/boss'
import { archiveProject } from '../../lib/project/archive-project'
import { listArchivedProjects, restoreProject } from '../../lib/project/archived-projects'
import { getProject } from '../../lib/project/queries'
import { recordEdit } from '../../lib/revision/record-edit'
import { ownDatabase, person, world } from '../support/world'

ownDatabase()
afterAll(closeSender)

const DAY = 24 * 60 * 60_000

/** One who has just proved who they are, and could sign in. */
async function administrator() {
  const actor = await person('administrator', { administrator: true })
  await db.user.update({ where: { id: actor.userId }, data: { passwordHash: 'x' } })
  const { id: sessionId } = await db.session.create({ data: { userId: actor.userId, device: '', address: '' } })
  return { ...actor, sessionId }
}

/** A document that everything hangs on which a person can leave behind. */
async function worked({ published = true } = {}) {
  const w = await world()
  const { documentId, ids } = await w.document([
    ['灯塔。', 'A lighthouse.'],
    ['海。', 'The sea.'],
  ])
  const at = { projectId: w.projectId, segmentId: ids[0] }
  await recordEdit(w.translator, { ...at, side: 'en', text: 'The lighthouse.', seenVersion: 1, kind: 'edit' })
  await addComment(w.observer, { ...at, body: 'Which one?', picked: [], zh: null, en: null })
  const marked = { type: 'number', severity: 'minor', zh: { from: 0, to: 1, quote: '灯' }, en: null } as const
  await raiseDiscrepancy(w.reviewer, { ...at, ...marked, note: '' })
  if (published)
    await publishEdition(w.manager, {
      projectId: w.projectId,
      documentId,
      number: 1,
      note: '',
      overrideReason: 'For the test.',
    })
  return { w, documentId }
}

test('people are found by a part of their name or address', async () => {
  const admin = await administrator()
  const found = await person('Wang Leshui')
  const { people, total } = await listPeople(admin, { search: found.email.slice(5).toUpperCase(), page: 1 })
  expect([total, people.map(({ id }) => id)]).toEqual([1, [found.userId]])
  expect(people[0]).toMatchObject({ pending: true, projects: 0, secondFactor: false, lastSeenAt: null })
})

test('who is disabled is out at once and everywhere, and may be let in again', async () => {
  const admin = await administrator()
  const { userId } = await person('translator')
  const { id: sessionId } = await db.session.create({ data: { userId, device: '', address: '' } })
  expect(await findActor({ userId, sessionVersion: 1, sessionId })).not.toBeNull()
  await disablePerson(admin, { userId, disabled: true })
  expect(await findActor({ userId, sessionVersion: 1, sessionId })).toBeNull()
  await disablePerson(admin, { userId, disabled: false })
  expect(await findActor({ userId, sessionVersion: 1, sessionId })).toBeNull()
  expect(await findActor({ userId, sessionVersion: 2 })).not.toBeNull()
})

test('one administrator stays, whoever takes the rights away and however fast', async () => {
  await db.user.updateMany({ where: { role: 'administrator' }, data: { role: 'person' } })
  const [one, other] = [await administrator(), await administrator()]
  const outcomes = await Promise.allSettled([
    changePersonRole(one, { userId: other.userId, administrator: false }),
    changePersonRole(other, { userId: one.userId, administrator: false }),
    disablePerson(one, { userId: other.userId, disabled: true }),
  ])
  const usable = { role: 'administrator', disabledAt: null, passwordHash: { not: null } } as const
  expect(await db.user.count({ where: usable })).toBe(1)
  const refused = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason.problem] : []))
  expect(refused).toContain('last-administrator')
  await expect(disablePerson(one, { userId: one.userId, disabled: true })).rejects.toMatchObject({
    problem: 'not-yourself',
  })
})

test('what is grave is asked for by one who has just proved who they are', async () => {
  const { sessionId: _, ...admin } = await administrator()
  const { userId } = await person('translator')
  const { projectId } = await world()
  for (const act of [
    () => changePersonRole(admin, { userId, administrator: true }),
    () => disablePerson(admin, { userId, disabled: true }),
    () => issuePasswordLink(admin, { userId }),
    () => deleteProject(admin, { projectId }),
    () => changeRetention(admin, { months: 12, seenVersion: 0 }),
  ])
    await expect(act()).rejects.toMatchObject({ problem: 'confirm-first' })
})

test('a link sets a forgotten password; who has none yet gets an invitation', async () => {
  const admin = await administrator()
  const { userId, email } = await person('translator')
  expect(await issuePasswordLink(admin, { userId })).toMatchObject({ purpose: 'setup' })
  await db.user.update({ where: { id: userId }, data: { passwordHash: 'x' } })
  const { purpose, secret } = await issuePasswordLink(admin, { userId })
  expect([purpose, await findResetLink(secret)]).toEqual(['reset', { email }])
})

test('an archived project is there for nobody, until a manager of it brings it back', async () => {
  const { w } = await worked()
  const [{ projectId }, { manager }] = [w, w]
  await archiveProject(manager, { projectId })
  await expect(getProject(manager, projectId)).rejects.toMatchObject({ code: 'not-found' })
  expect((await listArchivedProjects(manager)).map(({ id }) => id)).toEqual([projectId])
  expect(await listArchivedProjects(w.translator)).toEqual([])
  await expect(restoreProject(w.translator, { projectId })).rejects.toMatchObject({ code: 'not-found' })
  await restoreProject(manager, { projectId })
  expect(await getProject(manager, projectId)).toMatchObject({ id: projectId })
})

test('a deleted document comes back whole; when its time is up it goes for good, and the log holds', async () => {
  const admin = await administrator()
  const { w, documentId } = await worked({ published: false })
  const { projectId } = w
  await deleteDocument(w.manager, { projectId, documentId })
  expect((await listDeletedDocuments(admin)).map(({ id }) => id)).toContain(documentId)
  await bringDocumentBack(admin, { documentId })
  expect(await getDocument(w.manager, { projectId, documentId })).toMatchObject({ id: documentId })
  await deleteDocument(w.manager, { projectId, documentId })
  await sealAudit()
  await purgeDeleted(new Date(Date.now() + 29 * DAY))
  expect(await db.document.count({ where: { id: documentId } })).toBe(1)
  await purgeDeleted(new Date(Date.now() + 31 * DAY))
  expect(await db.document.count({ where: { id: documentId } })).toBe(0)
  expect((await verifyAudit()).problems).toEqual([])
  const { rows } = await listAudit(w.manager, { projectId, action: 'document.purge' })
  expect(rows[0]).toMatchObject({ userId: w.manager.userId, subject: documentId })
})

test('a document that was published stays behind its editions', async () => {
  const admin = await administrator()
  const { w, documentId } = await worked()
  await deleteDocument(w.manager, { projectId: w.projectId, documentId })
  expect((await listDeletedDocuments(admin)).find(({ id }) => id === documentId)).toMatchObject({ goesAt: null })
  await purgeDeleted(new Date(Date.now() + 31 * DAY))
  expect(await db.document.count({ where: { id: documentId } })).toBe(1)
})

test('a deleted project comes back before its time is up, and goes with everything after', async () => {
  const admin = await administrator()
  const { w, documentId } = await worked()
  const { projectId } = w
  await deleteProject(admin, { projectId })
  await expect(getProject(w.manager, projectId)).rejects.toMatchObject({ code: 'not-found' })
  expect(await listArchivedProjects(w.manager)).toEqual([])
  const listed = (await listAllProjects(admin)).find(({ id }) => id === projectId)
  expect(listed).toMatchObject({ state: 'deleted', members: 5, documents: 1 })
  expect(listed?.texts).toBeGreaterThan(50)
  expect(listed?.editions).toBeGreaterThan(50)
  await restoreAnyProject(admin, { projectId })
  expect(await getProject(w.manager, projectId)).toMatchObject({ id: projectId })
  await deleteProject(admin, { projectId })
  await sealAudit()
  await purgeDeleted(new Date(Date.now() + 31 * DAY))
  expect(await db.project.count({ where: { id: projectId } })).toBe(0)
  expect(await db.segment.count({ where: { documentId } })).toBe(0)
  expect((await verifyAudit()).problems).toEqual([])
})

test('a failed job of any project is begun again', async () => {
  const admin = await administrator()
  const w = await world()
  const job = { projectId: w.projectId, memberId: w.memberIds.translator, kind: 'document.create', title: 'Briefing' }
  const problem = { problem: 'unexpected' }
  const { id: jobId } = await db.job.create({
    data: { ...job, state: 'failed', problem, attempt: 5, endedAt: new Date() },
  })
  expect((await listAllJobs(admin)).find(({ id }) => id === jobId)).toMatchObject({ by: 'translator', problem })
  await retryAnyJob(admin, { jobId })
  expect(await db.job.findUnique({ where: { id: jobId } })).toMatchObject({ state: 'waiting', attempt: 0 })
  await expect(retryAnyJob(admin, { jobId })).rejects.toMatchObject({ problem: 'changed-meanwhile' })
})

test('a person’s data is what names them, without a secret, for them and for administrators', async () => {
  const { w } = await worked()
  const { translator, reviser } = w
  await db.user.update({ where: { id: translator.userId }, data: { passwordHash: 'not to be told' } })
  await sealAudit()
  await expect(exportPerson(reviser, { userId: translator.userId })).rejects.toMatchObject({ code: 'not-found' })
  const { body, fileName } = await exportPerson(translator, { userId: translator.userId })
  const told = JSON.parse(body)
  expect(fileName).toBe('translator.json')
  expect(told.account).toMatchObject({ email: translator.email, name: 'translator' })
  expect(told.memberships).toMatchObject([{ role: 'translator', project: { id: w.projectId } }])
  expect(told.saves).toMatchObject([{ side: 'en', version: 2 }])
  expect(told.auditLog.map(({ action }: { action: string }) => action)).toContain('text.edit')
  for (const secret of ['not to be told', reviser.email]) expect(body).not.toContain(secret)
  expect((await exportPerson(await administrator(), { userId: translator.userId })).body).toBe(body)
})

test('how long the log tells what was done is said once for all, unless the environment says it', async () => {
  const admin = await administrator()
  expect(await readRetention(admin)).toEqual({ months: null, byEnvironment: false, version: 0 })
  await changeRetention(admin, { months: 12, seenVersion: 0 })
  await expect(changeRetention(admin, { months: 6, seenVersion: 0 })).rejects.toMatchObject({ code: 'conflict' })
  expect(await readRetention(admin)).toEqual({ months: 12, byEnvironment: false, version: 1 })
  await sealAudit()
  expect(await keepRetention(undefined, new Date(Date.now() + 400 * DAY))).toBeGreaterThan(0)
  process.env.DUIZHAO_AUDIT_MONTHS = '24'
  try {
    expect(await readRetention(admin)).toMatchObject({ months: 24, byEnvironment: true })
    await expect(changeRetention(admin, { months: 6, seenVersion: 1 })).rejects.toMatchObject({
      problem: 'set-by-environment',
    })
  } finally {
    delete process.env.DUIZHAO_AUDIT_MONTHS
  }
})
