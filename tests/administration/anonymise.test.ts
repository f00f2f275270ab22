/** A person is forgotten by name; what they did stays, and the log still holds. */
import { expect, test } from 'vitest'
import { addAbsence } from '../../lib/absence/add-absence'
import { anonymisePerson } from '../../lib/administration/anonymise-person'
import { deleteOwnAccount } from '../../lib/administration/delete-own-account'
import { listPeople } from '../../lib/administration/list-people'
import { previewAnonymising } from '../../lib/administration/preview-anonymising'
import { listAudit } from '../../lib/audit/queries'
import { sealAudit, verifyAudit } from '../../lib/audit/seal'
import type { Actor } from '../../lib/auth/actor'
import { changeName } from '../../lib/auth/change-name'
import { findActor } from '../../lib/auth/find-actor'
import { formerName, readsAsFormer, sayName } from '../../lib/auth/former-member'
import { ChangeNameInput } from '../../lib/auth/input'
import { addComment } from '../../lib/comment/add-comment'
import { editComment } from '../../lib/comment/edit-comment'
import { listThreads } from '../../lib/comment/queries'
import { db } from '../../lib/db'
import { publishEdition } from '../../lib/edition/publish-edition'
import { sendLater } from '../../lib/mail/outbox'
import { getHistory } from '../../lib/revision/queries'
import { recordEdit } from '../../lib/revision/record-edit'
import { ownDatabase, person, type World, world } from '../support/world'

ownDatabase()

async function proved(actor: Actor): Promise<Actor> {
  await db.user.update({ where: { id: actor.userId }, data: { passwordHash: 'x' } })
  const { id: sessionId } = await db.session.create({
    data: { userId: actor.userId, device: 'Browser', address: '192.0.2.77' },
  })
  return { ...actor, sessionId }
}

const administrator = async () => proved(await person('administrator', { administrator: true }))

/** Someone with a hand in everything that tells of people. */
async function leaver() {
  const w = await world()
  const { documentId, ids } = await w.document([
    ['灯塔。', 'A lighthouse.'],
    ['海。', 'The sea.'],
  ])
  const before = await proved(w.translator)
  await changeName(before, { name: 'Zhou Yuqing' })
  const leaving = { ...before, name: 'Zhou Yuqing' }
  const at = { projectId: w.projectId, segmentId: ids[0]! }
  await recordEdit(leaving, { ...at, side: 'en', text: 'The lighthouse.', seenVersion: 1, kind: 'edit' })
  return { w, documentId, at, leaving }
}

async function comment(by: Actor, at: { projectId: string; segmentId: number }, body: string) {
  return await addComment(by, { ...at, body, picked: [], zh: null, en: null })
}

/** Every text the database holds, but what was published. */
async function everything(): Promise<string> {
  const tables = await db.$queryRaw<{ name: string }[]>`
    SELECT c.relname AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname = 'public' AND c.relkind = 'r'`
  const told: string[] = []
  for (const { name } of tables.filter((table) => table.name !== 'Edition'))
    told.push(
      ...(await db.$queryRawUnsafe<{ row: string }[]>(`SELECT t::text AS row FROM "${name}" t`)).map(({ row }) => row),
    )
  return told.join('\n')
}

test('name, address and ways in are nowhere any more, and the log still verifies', async () => {
  const admin = await administrator()
  const { w, documentId, at, leaving } = await leaver()
  const { userId, email } = leaving
  await db.identity.create({ data: { userId, issuer: 'https://id.example', subject: 'zyq-77', email } })
  await addAbsence(leaving, { from: '2099-03-02', to: '2099-03-04', zone: 'UTC', reason: 'Knee operation' })
  await db.failedSignIn.create({ data: { email, address: '192.0.2.78' } })
  await db.$transaction(async (tx) => {
    await sendLater(tx, 'reset', email)
    await sendLater(tx, 'notices', w.manager.email, {
      subject: 'Zhou Yuqing wrote to you',
      paragraphs: ['Zhou Yuqing'],
    })
  })
  const asked = await comment(w.reviser, at, '@Zhou Yuqing 请看；name@Zhou.example stays')
  await editComment(w.reviser, {
    ...{ projectId: w.projectId, commentId: asked.id, seenVersion: 1, picked: [] },
    body: '@Zhou Yuqing 请再看',
  })
  await sealAudit()
  const links = await db.auditLog.count({ where: { userId } })
  expect(await everything()).toContain('192.0.2.77')

  const { number } = await anonymisePerson(admin, { userId, typed: email })

  const told = await everything()
  for (const mark of ['Zhou Yuqing', email, 'zyq-77', '192.0.2.78', 'Knee operation', '2099-03-02'])
    expect(told).not.toContain(mark)
  expect(await db.auditLog.count({ where: { userId, address: { not: null } } })).toBe(0)
  expect(await db.auditLog.count({ where: { userId } })).toBeGreaterThanOrEqual(links)
  expect((await verifyAudit()).problems).toEqual([])
  expect(await findActor({ userId, sessionVersion: 1 })).toBeNull()
  expect(await findActor({ userId, sessionVersion: 2 })).toBeNull()
  const { people } = await listPeople(admin, { search: `前成员 ${number}`, page: 1 })
  expect(people).toMatchObject([{ id: userId, anonymised: true, sessions: 0 }])
  // What they did is told as before, under the number.
  const { revisions } = await getHistory(w.manager, at)
  expect(revisions.map(({ by }) => by)).toContain(formerName(number))
  const { rows } = await listAudit(w.manager, { projectId: w.projectId, userId, action: 'text' })
  expect(rows[0]).toMatchObject({ by: formerName(number), document: { id: documentId }, erased: false, address: null })
  const [thread] = await listThreads(w.manager, at)
  expect(thread).toMatchObject({ body: `@${formerName(number)} 请再看`, names: [formerName(number)], by: 'reviser' })
})

test('work under way goes to the pool, and the membership ends', async () => {
  const admin = await administrator()
  const { w, documentId, leaving } = await leaver()
  const work = await db.assignment.create({
    data: {
      ...{ projectId: w.projectId, documentId, memberId: w.memberIds.translator, assignedById: w.memberIds.manager },
      ...{ step: 'translate', fromPosition: 1024, toPosition: 2048, dueAt: null },
    },
  })
  expect(await previewAnonymising(admin, { userId: leaving.userId })).toMatchObject({
    projects: 1,
    work: 1,
    editions: 0,
  })
  await anonymisePerson(admin, { userId: leaving.userId, typed: leaving.email })
  expect(await db.assignment.findUnique({ where: { id: work.id } })).toMatchObject({ memberId: null, state: 'active' })
  expect(await db.member.findUnique({ where: { id: w.memberIds.translator } })).toMatchObject({
    removedAt: expect.any(Date),
  })
})

test('a published edition stays as it was published', async () => {
  const admin = await administrator()
  const { w, documentId, leaving } = await leaver()
  const publish = { projectId: w.projectId, documentId, number: 1, note: '', overrideReason: 'For the test.' }
  await publishEdition(w.manager, publish)
  const edition = () => db.edition.findFirstOrThrow({ where: { documentId }, select: { content: true, sha256: true } })
  const before = await edition()
  expect(before.content).toContain('Zhou Yuqing')
  expect(await previewAnonymising(leaving, { userId: leaving.userId })).toMatchObject({ editions: 1 })
  await anonymisePerson(admin, { userId: leaving.userId, typed: leaving.email })
  expect(await edition()).toEqual(before)
})

test('who deletes their own account is forgotten as well', async () => {
  const { leaving } = await leaver()
  const { number } = await deleteOwnAccount(leaving, { typed: leaving.email })
  expect(await db.user.findUnique({ where: { id: leaving.userId } })).toMatchObject({ name: formerName(number) })
  expect((await verifyAudit()).problems).toEqual([])
})

const refused: [string, (w: World, admin: Actor) => Promise<{ who: Actor; typed?: string; by?: Actor }>, string][] = [
  ['the last manager of a project', async ({ manager }) => ({ who: manager }), 'last-manager'],
  ['whoever asks, as an administrator', async (_, admin) => ({ who: admin }), 'not-yourself'],
  ['another address typed', async ({ reviser }) => ({ who: reviser, typed: 'else@test.invalid' }), 'typed-otherwise'],
  [
    'not proved who asks',
    async ({ reviser, stranger }) => ({
      who: reviser,
      by: { ...stranger, administrator: true },
    }),
    'confirm-first',
  ],
]
test.each(refused)('is refused: %s', async (_, how, problem) => {
  const admin = await administrator()
  const { who, typed = who.email, by = admin } = await how(await world(), admin)
  await expect(anonymisePerson(by, { userId: who.userId, typed })).rejects.toMatchObject({ problem })
  expect(await db.user.findUnique({ where: { id: who.userId } })).toMatchObject({ name: who.name, anonymisedAt: null })
})

test('the last administrator stays, and is told so before', async () => {
  await db.user.updateMany({ where: { role: 'administrator' }, data: { role: 'person' } })
  const admin = await administrator()
  expect(await previewAnonymising(admin, { userId: admin.userId })).toMatchObject({ lastAdministrator: true })
  await expect(deleteOwnAccount(admin, { typed: admin.email })).rejects.toMatchObject({ problem: 'last-administrator' })
})

test('two who ask at once get one number, and numbers are never given twice', async () => {
  const [admin, other] = [await administrator(), await administrator()]
  const { leaving } = await leaver()
  const asked = { userId: leaving.userId, typed: leaving.email }
  const outcomes = await Promise.allSettled([anonymisePerson(admin, asked), anonymisePerson(other, asked)])
  expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  const next = await leaver()
  const { number } = await anonymisePerson(admin, { userId: next.leaving.userId, typed: next.leaving.email })
  expect(await db.user.count({ where: { name: formerName(number) } })).toBe(1)
})

const spoken: [string, 'en' | 'zh-CN', string][] = [
  [formerName(7), 'en', 'Former member\u00A07'],
  [formerName(7), 'zh-CN', '前成员\u00A07'],
  ['Former member 7', 'zh-CN', 'Former member 7'],
  ['周静', 'zh-CN', '周静'],
]
test.each(spoken)('%s is said in %s as %s', (name, locale, said) => expect(sayName(name, locale)).toBe(said))

test.each(['Former member 7', 'former member\u00A07', '前成员 12'])('nobody calls themselves %s', (name) => {
  expect(readsAsFormer(name)).toBe(true)
  expect(ChangeNameInput.safeParse({ name }).success).toBe(false)
})
