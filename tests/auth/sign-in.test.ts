import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { changePassword } from '../../lib/auth/change-password'
import { endSessions } from '../../lib/auth/end-sessions'
import { findActor } from '../../lib/auth/find-actor'
import { hashPassword } from '../../lib/auth/password'
import { signIn } from '../../lib/auth/sign-in'
import { db } from '../../lib/db'
import { ownDatabase, person } from '../support/world'

ownDatabase()

const PASSWORD = 'a cat walks over long stones'
const NEXT = 'seven boats on the morning river'
const address = () => randomUUID()

async function withPassword() {
  const actor = await person('lin')
  await db.user.update({ where: { id: actor.userId }, data: { passwordHash: await hashPassword(PASSWORD) } })
  return actor
}

test('the right password signs in, and only for that person', async () => {
  const lin = await withPassword()
  const other = await withPassword()
  const signedIn = await signIn({ email: lin.email, password: PASSWORD }, address())
  expect(signedIn).toMatchObject({ userId: lin.userId, sessionVersion: 1 })
  expect(signedIn?.userId).not.toBe(other.userId)
})

test.each([
  ['a wrong password', {}, { password: 'not this one' }],
  ['an unknown address', {}, { email: 'nobody@test.invalid' }],
  ['a disabled person', { disabledAt: new Date() }, {}],
  ['a person without a password', { passwordHash: null }, {}],
])('%s does not', async (_, state, typed) => {
  const lin = await withPassword()
  await db.user.update({ where: { id: lin.userId }, data: state })
  expect(await signIn({ email: lin.email, password: PASSWORD, ...typed }, address())).toBeNull()
})

test('an unknown address costs as much as a wrong password', async () => {
  const lin = await withPassword()
  // In CPU time, the hash's threads included: that does not depend on what else the machine does.
  const time = async (email: string) => {
    const times = []
    for (let round = 0; round < 5; round++) {
      const start = process.cpuUsage()
      await signIn({ email, password: 'not this one' }, address())
      const { user, system } = process.cpuUsage(start)
      times.push(user + system)
    }
    return Math.min(...times)
  }
  await time('warm@test.invalid')
  const [known, unknown] = [await time(lin.email), await time(`${randomUUID()}@test.invalid`)]
  // Without the stand-in hash the unknown one is back in a tenth of the time.
  expect(unknown / known).toBeGreaterThan(0.4)
  expect(unknown / known).toBeLessThan(2.5)
})

test('the eleventh try on an account is refused, with the right password too, also when all come at once', async () => {
  const lin = await withPassword()
  const tries = Array.from({ length: 14 }, () => signIn({ email: lin.email, password: 'wrong' }, address()))
  const answers = await Promise.allSettled(tries)
  expect(answers.filter(({ status }) => status === 'fulfilled').length).toBeLessThanOrEqual(10)
  await expect(signIn({ email: lin.email, password: PASSWORD }, address())).rejects.toMatchObject({
    problem: 'too-many-tries',
  })
})

test('an address that tries account after account is refused; others go on', async () => {
  const lin = await withPassword()
  const from = address()
  await db.failedSignIn.createMany({
    data: Array.from({ length: 60 }, (_, i) => ({ email: `${i}@test.invalid`, address: from })),
  })
  await expect(signIn({ email: lin.email, password: PASSWORD }, from)).rejects.toMatchObject({
    problem: 'too-many-tries',
  })
  expect(await signIn({ email: lin.email, password: PASSWORD }, address())).not.toBeNull()
})

test('tries are forgotten after a success and after a quarter of an hour', async () => {
  const lin = await withPassword()
  for (let i = 0; i < 9; i++) await signIn({ email: lin.email, password: 'wrong' }, address())
  expect(await signIn({ email: lin.email, password: PASSWORD }, address())).not.toBeNull()
  expect(await db.failedSignIn.count({ where: { email: lin.email } })).toBe(0)
  const old = new Date(Date.now() - 16 * 60_000)
  await db.failedSignIn.createMany({
    data: Array.from({ length: 10 }, () => ({ email: lin.email, address: 'x', createdAt: old })),
  })
  expect(await signIn({ email: lin.email, password: PASSWORD }, address())).not.toBeNull()
})

test('a session ends when sessions are ended, the password changes or the person is disabled', async () => {
  const lin = await withPassword()
  expect((await findActor({ userId: lin.userId, sessionVersion: 1 }))?.actor).toEqual(lin)
  await endSessions(lin)
  expect(await findActor({ userId: lin.userId, sessionVersion: 1 })).toBeNull()
  expect(await findActor({ userId: lin.userId, sessionVersion: 2 })).not.toBeNull()
  await changePassword(lin, { present: PASSWORD, next: NEXT })
  expect(await findActor({ userId: lin.userId, sessionVersion: 2 })).toBeNull()
  expect(await signIn({ email: lin.email, password: PASSWORD }, address())).toBeNull()
  expect(await signIn({ email: lin.email, password: NEXT }, address())).toMatchObject({ sessionVersion: 3 })
  await db.user.update({ where: { id: lin.userId }, data: { disabledAt: new Date() } })
  expect(await findActor({ userId: lin.userId, sessionVersion: 3 })).toBeNull()
})

test.each([
  ['the present password is wrong', { present: 'not this one', next: NEXT }, 'wrong-password'],
  ['the next one is weak', { present: PASSWORD, next: 'password1234' }, 'password-too-weak'],
])('a password does not change when %s', async (_, typed, problem) => {
  const lin = await withPassword()
  await expect(changePassword(lin, typed)).rejects.toMatchObject({ problem })
  expect(await signIn({ email: lin.email, password: PASSWORD }, address())).toMatchObject({ sessionVersion: 1 })
})
