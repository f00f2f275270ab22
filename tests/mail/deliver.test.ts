import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { findActor } from '../../lib/auth/find-actor'
import { requestReset } from '../../lib/auth/request-reset'
import { completeSetup, createSetupLink, findSetupLink, resetPassword } from '../../lib/auth/setup-link'
import { signIn } from '../../lib/auth/sign-in'
import { db } from '../../lib/db'
import { deliverDue, forgetOldLetters } from '../../lib/mail/deliver'
import { type Mailer, openMailer } from '../../lib/mail/mailer'
import { sendLater } from '../../lib/mail/outbox'
import { acceptAsNewcomer } from '../../lib/project/accept-as-newcomer'
import { acceptInvitation } from '../../lib/project/accept-invitation'
import { inviteMember } from '../../lib/project/invite-member'
import { withdrawInvitation } from '../../lib/project/withdraw-invitation'
import { type MailServer, readLetter, startMailServer } from '../support/mail-server'
import { ownDatabase, person, world } from '../support/world'

ownDatabase()

const PASSWORD = 'a cat walks over long stones'

let server: MailServer
let mailer: Mailer

beforeAll(async () => {
  server = await startMailServer()
  process.env.DUIZHAO_MAIL_URL = server.url
  process.env.NEXTAUTH_URL = 'https://desk.example/'
  mailer = openMailer({ url: server.url, from: 'Desk <desk@desk.example>' })
})

afterAll(async () => {
  mailer.close()
  await server.close()
})

beforeEach(async () => {
  await db.letter.deleteMany({})
  server.received.length = 0
  server.refusals.length = 0
})

const secretIn = (text: string, page: string) =>
  new RegExp(`https://desk\\.example/${page}/([\\w-]{43})`).exec(text)?.[1] ?? ''

test('a forgotten password: the letter, its link once, a new password, every session ended', async () => {
  const lin = await person('lin')
  await requestReset({ email: lin.email }, 'here')
  expect(await deliverDue(mailer.send)).toBe(1)
  expect(server.received.map(({ to }) => to)).toEqual([[lin.email]])
  const { subject, text, html } = readLetter(server.received[0])
  expect(subject).toBe('Choose a new password')
  const secret = secretIn(text, 'reset')
  expect(secretIn(html, 'reset')).toBe(secret)
  // A reset link is not a set-up link.
  expect(await findSetupLink(secret)).toBeNull()
  expect(await resetPassword({ secret, password: PASSWORD })).toEqual({ email: lin.email })
  expect(await findActor({ userId: lin.userId, sessionVersion: 1 })).toBeNull()
  expect(await signIn({ email: lin.email, password: PASSWORD }, 'here')).not.toBeNull()
  await expect(resetPassword({ secret, password: PASSWORD })).rejects.toMatchObject({ problem: 'link-expired' })
})

test('neither the outbox nor the links hold the secret that was sent', async () => {
  const lin = await person('lin')
  await requestReset({ email: lin.email }, 'here')
  await deliverDue(mailer.send)
  const secret = secretIn(readLetter(server.received[0]).text, 'reset')
  const kept = [await db.letter.findMany(), await db.setupLink.findMany({ where: { userId: lin.userId } })]
  expect(secret).toHaveLength(43)
  expect(JSON.stringify(kept, (_, value) => (typeof value === 'bigint' ? String(value) : value))).not.toContain(secret)
})

test('asking does the same for an address that nobody has; nothing is sent to it', async () => {
  await requestReset({ email: 'nobody@test.invalid' }, 'here')
  expect(await db.letter.count()).toBe(1)
  expect(await deliverDue(mailer.send)).toBe(0)
  expect(server.received).toEqual([])
  expect(await db.letter.count({ where: { doneAt: null } })).toBe(0)
})

test.each([
  ['known', async () => (await person('lin')).email],
  ['unknown', async () => 'nobody-else@test.invalid'],
])(
  'the fourth letter asked for within a quarter of an hour is refused for an address that is %s',
  async (_, address) => {
    const email = await address()
    for (let i = 0; i < 3; i++) await requestReset({ email }, `room ${i}`)
    await expect(requestReset({ email }, 'room 4')).rejects.toMatchObject({ problem: 'too-many-tries' })
  },
)

test('a reset that a stranger asks for leaves an invitation alone; a weak or late choice leaves the link', async () => {
  const lin = await person('lin')
  const invitation = await createSetupLink(db, lin.userId)
  const secret = await createSetupLink(db, lin.userId, 'reset')
  expect(await findSetupLink(invitation)).not.toBeNull()
  await expect(resetPassword({ secret, password: 'password1234' })).rejects.toMatchObject({
    problem: 'password-too-weak',
  })
  await expect(completeSetup({ secret, password: PASSWORD, name: 'x', locale: 'en' })).rejects.toMatchObject({
    problem: 'link-expired',
  })
  await resetPassword({ secret, password: PASSWORD })
  // The password has been chosen: what else lies about must not set another.
  expect(await findSetupLink(invitation)).toBeNull()
})

test('an hour later a reset link is gone', async () => {
  const lin = await person('lin')
  const secret = await createSetupLink(db, lin.userId, 'reset')
  const { expiresAt } = await db.setupLink.findFirstOrThrow({ where: { userId: lin.userId } })
  expect(Math.round((expiresAt.getTime() - Date.now()) / 60_000)).toBe(60)
  await db.setupLink.updateMany({ where: { userId: lin.userId }, data: { expiresAt: new Date() } })
  await expect(resetPassword({ secret, password: PASSWORD })).rejects.toMatchObject({ problem: 'link-expired' })
})

test('a newcomer is invited by mail, in the language of who invites, and no link is shown', async () => {
  const w = await world()
  await db.user.update({ where: { id: w.manager.userId }, data: { locale: 'zh-CN' } })
  const email = `mei-${w.projectId}@test.invalid`
  const invited = await inviteMember(w.manager, { projectId: w.projectId, email, name: 'Mei <b>', role: 'reviser' })
  expect(invited).toMatchObject({ secret: null })
  await deliverDue(mailer.send)
  const { subject, text, html } = readLetter(server.received[0])
  expect(subject).toBe('邀请您加入“Test project”')
  expect(html).toContain('Mei &lt;b&gt;')
  const secret = secretIn(text, 'invitation')
  const accepted = await acceptAsNewcomer({ secret, name: 'Mei', password: PASSWORD, locale: 'zh-CN' })
  expect(accepted).toEqual({ email, projectId: w.projectId })
})

test('who is here already gets the same letter, in their own language; what fails with the deed is not sent', async () => {
  const w = await world()
  const { email } = w.stranger
  await db.user.update({ where: { id: w.stranger.userId }, data: { locale: 'zh-CN' } })
  const input = { projectId: w.projectId, email, name: '林', role: 'observer' as const }
  await inviteMember(w.manager, input)
  await expect(inviteMember(w.manager, { ...input, email: w.reviser.email })).rejects.toMatchObject({
    problem: 'already-member',
  })
  expect(await deliverDue(mailer.send)).toBe(1)
  const { subject, text } = readLetter(server.received[0])
  expect(subject).toBe('邀请您加入“Test project”')
  expect(await acceptInvitation(w.stranger, { secret: secretIn(text, 'invitation') })).toEqual({
    projectId: w.projectId,
  })
})

test('an invitation withdrawn before its letter went is not sent', async () => {
  const w = await world()
  const input = {
    projectId: w.projectId,
    email: `late-${w.projectId}@test.invalid`,
    name: 'Lin',
    role: 'observer' as const,
  }
  const { invitationId } = await inviteMember(w.manager, input)
  await withdrawInvitation(w.manager, { projectId: w.projectId, invitationId })
  expect(await deliverDue(mailer.send)).toBe(0)
})

test('a letter that was refused for now waits and is tried again; one refused for good is not', async () => {
  const [lin, mei] = [await person('lin'), await person('mei')]
  await sendLater(db, 'reset', lin.email)
  server.refusals.push({ code: 451, message: 'Later' })
  expect(await deliverDue(mailer.send)).toBe(0)
  const waiting = await db.letter.findFirstOrThrow({ where: { to: lin.email } })
  expect(waiting).toMatchObject({ doneAt: null, failedAt: null, tries: 1 })
  expect(waiting.problem).toContain('Later')
  expect(waiting.dueAt.getTime()).toBeGreaterThan(Date.now() + 30_000)
  await db.letter.updateMany({ data: { dueAt: new Date(0) } })
  expect(await deliverDue(mailer.send)).toBe(1)

  await sendLater(db, 'reset', mei.email)
  server.refusals.push({ code: 550, message: 'No such box' })
  await deliverDue(mailer.send)
  expect(await db.letter.findFirstOrThrow({ where: { to: mei.email } })).toMatchObject({
    failedAt: expect.any(Date),
    problem: expect.stringContaining('No such box'),
  })
})

test('several senders share the letters and none goes twice; what a dead one held is taken up', async () => {
  const people = await Promise.all(Array.from({ length: 12 }, (_, i) => person(`p${i}`)))
  for (const { email } of people) await sendLater(db, 'reset', email)
  await db.letter.updateMany({
    where: { to: people[0].email },
    data: { claimedUntil: new Date(Date.now() - 1), tries: 1 },
  })
  const sent = await Promise.all([1, 2, 3].map(() => deliverDue(mailer.send)))
  expect(sent.reduce((sum, count) => sum + count, 0)).toBe(12)
  expect(server.received.flatMap(({ to }) => to).sort()).toEqual(people.map(({ email }) => email).sort())
})

test('letters a month old are forgotten, waiting ones never', async () => {
  const past = new Date(Date.now() - 40 * 24 * 60 * 60_000)
  await db.letter.createMany({
    data: [
      { kind: 'reset', to: 'done@test.invalid', doneAt: past },
      { kind: 'reset', to: 'failed@test.invalid', failedAt: past },
      { kind: 'reset', to: 'waiting@test.invalid', createdAt: past },
    ],
  })
  await forgetOldLetters()
  expect(await db.letter.findMany({ select: { to: true } })).toEqual([{ to: 'waiting@test.invalid' }])
})
