import { expect, test } from 'vitest'
import { ensureAdministrator } from '../../lib/auth/ensure-administrator'
import { findActor } from '../../lib/auth/find-actor'
import { completeSetup, createSetupLink, findSetupLink } from '../../lib/auth/setup-link'
import { signIn } from '../../lib/auth/sign-in'
import { db } from '../../lib/db'
import { ownDatabase, person } from '../support/world'

ownDatabase()

const PASSWORD = 'a cat walks over long stones'
const typed = { name: 'Lin Yue', password: PASSWORD, locale: 'zh-CN' as const }

test('a link sets name, password and language, once, and ends earlier sessions', async () => {
  const lin = await person('lin')
  const secret = await createSetupLink(db, lin.userId)
  expect(await findSetupLink(secret)).toEqual({ name: 'lin', email: lin.email })
  expect(await completeSetup({ secret, ...typed })).toEqual({ email: lin.email })
  expect(await findActor({ userId: lin.userId, sessionVersion: 1 })).toBeNull()
  expect(await findActor({ userId: lin.userId, sessionVersion: 2 })).toMatchObject({
    actor: { name: 'Lin Yue' },
    locale: 'zh-CN',
  })
  expect(await signIn({ email: lin.email, password: PASSWORD }, 'here')).not.toBeNull()
  expect(await findSetupLink(secret)).toBeNull()
  await expect(completeSetup({ secret, ...typed })).rejects.toMatchObject({ problem: 'link-expired' })
})

test('of two who use a link at the same moment, one succeeds', async () => {
  const lin = await person('lin')
  const secret = await createSetupLink(db, lin.userId)
  const answers = await Promise.allSettled([1, 2, 3].map(() => completeSetup({ secret, ...typed })))
  expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
})

test('the database does not hold the secret', async () => {
  const lin = await person('lin')
  const secret = await createSetupLink(db, lin.userId)
  const kept = await db.setupLink.findFirstOrThrow({ where: { userId: lin.userId } })
  expect(JSON.stringify(kept)).not.toContain(secret)
})

test.each([
  [
    'after seven days',
    async (userId: string) => db.setupLink.updateMany({ where: { userId }, data: { expiresAt: new Date() } }),
  ],
  ['once a newer one is made', async (userId: string) => createSetupLink(db, userId)],
  [
    'for a disabled person',
    async (userId: string) => db.user.update({ where: { id: userId }, data: { disabledAt: new Date() } }),
  ],
])('a link is gone %s', async (_, happens) => {
  const lin = await person('lin')
  const secret = await createSetupLink(db, lin.userId)
  await happens(lin.userId)
  expect(await findSetupLink(secret)).toBeNull()
  await expect(completeSetup({ secret, ...typed })).rejects.toMatchObject({ problem: 'link-expired' })
})

test('a weak password leaves the link unused; an invited person keeps the address they were invited with', async () => {
  const lin = await person('lin')
  const secret = await createSetupLink(db, lin.userId)
  await expect(completeSetup({ secret, ...typed, password: 'password1234' })).rejects.toMatchObject({
    problem: 'password-too-weak',
  })
  expect(await completeSetup({ secret, ...typed, email: 'other@test.invalid' })).toEqual({ email: lin.email })
})

test('the first start makes one administrator, every start a fresh link until a password is set', async () => {
  const [one, two] = await Promise.all([ensureAdministrator(), ensureAdministrator()])
  expect(await db.user.count({ where: { role: 'administrator' } })).toBe(1)
  const alive = await Promise.all([one, two].map((made) => findSetupLink(made?.setupSecret ?? '')))
  expect(alive.filter(Boolean)).toEqual([{ name: '', email: null }])

  const secret = (await ensureAdministrator())?.setupSecret ?? ''
  await expect(completeSetup({ secret, ...typed })).rejects.toMatchObject({ detail: { field: 'email' } })
  const taken = await person('taken')
  await expect(completeSetup({ secret, ...typed, email: taken.email })).rejects.toMatchObject({
    problem: 'email-taken',
  })
  expect(await completeSetup({ secret, ...typed, email: 'admin@test.invalid' })).toEqual({
    email: 'admin@test.invalid',
  })
  expect(await ensureAdministrator()).toBeNull()
})
