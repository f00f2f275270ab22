import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { confirmMyself } from '../../lib/auth/confirm-myself'
import { countUnopened } from '../../lib/auth/count-unopened'
import { findActor } from '../../lib/auth/find-actor'
import { hashPassword } from '../../lib/auth/password'
import { sealContext } from '../../lib/auth/require-code'
import { seal, unseal } from '../../lib/auth/seal'
import {
  beginSecondFactor,
  confirmSecondFactor,
  getSecondFactor,
  renewRecoveryCodes,
  resetSecondFactor,
  turnOffSecondFactor,
} from '../../lib/auth/second-factor'
import { openSession } from '../../lib/auth/sessions'
import { signIn } from '../../lib/auth/sign-in'
import { codeAt, stepOfCode } from '../../lib/auth/totp'
import { db } from '../../lib/db'
import { ownDatabase, person } from '../support/world'

ownDatabase()

const PASSWORD = 'a cat walks over long stones'
const HALF_MINUTE = 30_000
let passwordHash: string

beforeAll(async () => {
  process.env.NEXTAUTH_SECRET = 'only for these tests, only for these tests'
  passwordHash = await hashPassword(PASSWORD)
})

async function signedIn(more: { administrator?: boolean } = {}) {
  const actor = await person('lin', more)
  await db.user.update({ where: { id: actor.userId }, data: { passwordHash } })
  return { ...actor, sessionId: await openSession(actor.userId, { device: '', address: '' }) }
}

/** Turned on with the code of the last half minute, so that the present one is still unused. */
async function withFactor(more: { administrator?: boolean } = {}) {
  const actor = await signedIn(more)
  const { secret } = await beginSecondFactor(actor)
  const { codes } = await confirmSecondFactor(actor, { code: codeAt(secret, Date.now() - HALF_MINUTE) })
  const enter = (code?: string) => signIn({ email: actor.email, password: PASSWORD, code }, actor.userId)
  return { actor, secret, codes, enter }
}

describe('codes', () => {
  // RFC 6238, appendix B, cut to six digits.
  test.each([
    [59, '287082'],
    [1111111109, '081804'],
    [1111111111, '050471'],
    [1234567890, '005924'],
    [2000000000, '279037'],
  ])('at %d seconds the standard’s secret shows %s', (seconds, code) => {
    const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ'
    expect(codeAt(secret, seconds * 1000)).toBe(code)
    expect(stepOfCode(secret, ` ${code.slice(0, 3)} ${code.slice(3)}`, seconds * 1000)).toBe(Math.floor(seconds / 30))
  })

  test('one half minute early or late is taken, two are not, and nothing else is a code', () => {
    fc.assert(
      fc.property(fc.integer({ min: 10, max: 60_000_000 }), fc.integer({ min: -4, max: 4 }), (step, off) => {
        const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ'
        const code = codeAt(secret, (step + off) * HALF_MINUTE)
        const near = [-1, 0, 1].some((delta) => codeAt(secret, (step + delta) * HALF_MINUTE) === code)
        expect(stepOfCode(secret, code, step * HALF_MINUTE) !== null).toBe(near)
      }),
      { numRuns: 50 },
    )
    for (const typed of ['', '12345', '1234567', 'abcdef', '１２３４５６'])
      expect(stepOfCode('GEZDGNBVGY3TQOJQ', typed, 0)).toBeNull()
  })
})

test('what is sealed opens with its context alone, unchanged', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), fc.nat(), (text, context, at) => {
      const sealed = seal(text, context)
      expect(unseal(sealed, context)).toBe(text)
      expect(unseal(sealed, `${context}.`)).toBeNull()
      const bytes = Buffer.from(sealed, 'base64url')
      bytes[at % bytes.length] ^= 1
      expect(unseal(bytes.toString('base64url'), context)).toBeNull()
    }),
    { numRuns: 50 },
  )
})

test('once turned on the password alone does not sign in; a code does, once', async () => {
  const { actor, secret, enter } = await withFactor()
  expect((await getSecondFactor(actor)).since).not.toBeNull()
  await expect(enter()).rejects.toMatchObject({ problem: 'code-needed' })
  await expect(enter('000000')).rejects.toMatchObject({ problem: 'wrong-code' })
  const code = codeAt(secret)
  expect(await enter(code)).toMatchObject({ userId: actor.userId })
  await expect(enter(code)).rejects.toMatchObject({ problem: 'wrong-code' })
})

test('of several who type one code at the same moment, one comes in', async () => {
  const { secret, enter } = await withFactor()
  const answers = await Promise.allSettled([1, 2, 3].map(() => enter(codeAt(secret))))
  expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
})

test('without the password nobody learns that there is a second factor', async () => {
  const { actor } = await withFactor()
  expect(await signIn({ email: actor.email, password: 'not this one' }, 'here')).toBeNull()
})

test('guesses at codes count as tries: the eleventh is refused, a right one too', async () => {
  const { secret, enter } = await withFactor()
  for (let i = 0; i < 10; i++) await expect(enter('000000')).rejects.toMatchObject({ problem: 'wrong-code' })
  await expect(enter(codeAt(secret))).rejects.toMatchObject({ problem: 'too-many-tries' })
})

test('a recovery code works once, however it is typed; new ones end the old', async () => {
  const { actor, codes, enter } = await withFactor()
  expect(codes).toHaveLength(10)
  expect(codes[0]).toMatch(/^([0-9a-z]{4}-){3}[0-9a-z]{4}$/)
  expect(await enter(` ${codes[0].toUpperCase().replaceAll('-', ' ')} `)).not.toBeNull()
  await expect(enter(codes[0])).rejects.toMatchObject({ problem: 'wrong-code' })
  expect((await getSecondFactor(actor)).codesLeft).toBe(9)
  const { codes: renewed } = await renewRecoveryCodes(actor)
  await expect(enter(codes[1])).rejects.toMatchObject({ problem: 'wrong-code' })
  expect(await enter(renewed[1])).not.toBeNull()
})

test('the database holds neither the secret nor a code', async () => {
  const { actor, secret, codes } = await withFactor()
  const where = { userId: actor.userId }
  const kept = JSON.stringify([await db.secondFactor.findMany({ where }), await db.recoveryCode.findMany({ where })])
  for (const shown of [secret, ...codes, ...codes.map((code) => code.replaceAll('-', ''))])
    expect(kept).not.toContain(shown)
})

test('one that was begun and never confirmed asks for nothing; one that is on is not overwritten', async () => {
  const lin = await signedIn()
  await beginSecondFactor(lin)
  expect(await signIn({ email: lin.email, password: PASSWORD }, 'here')).not.toBeNull()
  await expect(confirmSecondFactor(lin, { code: '000000' })).rejects.toMatchObject({ problem: 'wrong-code' })
  const { actor } = await withFactor()
  await expect(beginSecondFactor(actor)).rejects.toMatchObject({ problem: 'changed-meanwhile' })
})

test.each<[string, (actor: Awaited<ReturnType<typeof signedIn>>) => Promise<unknown>]>([
  ['turning it off', turnOffSecondFactor],
  ['new recovery codes', renewRecoveryCodes],
  ['beginning anew', beginSecondFactor],
  [
    "resetting another's",
    (actor) => resetSecondFactor({ ...actor, administrator: true }, { userId: crypto.randomUUID() }),
  ],
])('%s asks who one is, a quarter of an hour after the last time', async (_, act) => {
  const { actor, secret } = await withFactor()
  const long = new Date(Date.now() - 16 * 60_000)
  await db.session.update({ where: { id: actor.sessionId }, data: { confirmedAt: long } })
  await expect(act(actor)).rejects.toMatchObject({ problem: 'confirm-first' })
  const other = await openSession(actor.userId, { device: '', address: '' })
  await db.session.update({ where: { id: other }, data: { confirmedAt: long } })
  await expect(confirmMyself(actor, { password: 'wrong', code: '' })).rejects.toMatchObject({
    problem: 'wrong-password',
  })
  await expect(confirmMyself(actor, { password: PASSWORD, code: '' })).rejects.toMatchObject({ problem: 'code-needed' })
  await confirmMyself(actor, { password: PASSWORD, code: codeAt(secret) })
  await act(actor).catch((error) => expect(error).not.toMatchObject({ problem: 'confirm-first' }))
  // Only this session has been proved, not one left open elsewhere.
  await expect(act({ ...actor, sessionId: other })).rejects.toMatchObject({ problem: 'confirm-first' })
  const { sessionId: _gone, ...without } = actor
  await expect(act(without as typeof actor)).rejects.toMatchObject({ problem: 'confirm-first' })
})

test('an administrator resets it for another, audited, and that person’s sessions end; nobody else may', async () => {
  const { actor, enter } = await withFactor()
  const admin = await signedIn({ administrator: true })
  await expect(resetSecondFactor(await signedIn(), { userId: actor.userId })).rejects.toMatchObject({
    problem: 'not-found',
  })
  await expect(resetSecondFactor(admin, { userId: admin.userId })).rejects.toMatchObject({ problem: 'not-allowed' })
  await resetSecondFactor(admin, { userId: actor.userId })
  expect(await findActor({ userId: actor.userId, sessionVersion: 1, sessionId: actor.sessionId })).toBeNull()
  expect(await enter()).toMatchObject({ sessionVersion: 2 })
  expect(
    await db.auditEntry.findFirst({ where: { action: 'person.reset-second-factor', subject: actor.userId } }),
  ).toMatchObject({ userId: admin.userId })
  await expect(resetSecondFactor(admin, { userId: actor.userId })).rejects.toMatchObject({
    problem: 'no-second-factor',
  })
})

test('where administrators need one, their rights wait until it is on, and it stays on', async () => {
  process.env.DUIZHAO_SECOND_FACTOR = 'administrators'
  try {
    const admin = await signedIn({ administrator: true })
    const now = async () => (await findActor({ userId: admin.userId, sessionVersion: 1 }))?.actor.administrator
    expect(await now()).toBe(false)
    const { secret } = await beginSecondFactor(admin)
    expect(await now()).toBe(false)
    await confirmSecondFactor(admin, { code: codeAt(secret) })
    expect(await now()).toBe(true)
    await expect(turnOffSecondFactor(admin)).rejects.toMatchObject({ problem: 'second-factor-required' })
  } finally {
    delete process.env.DUIZHAO_SECOND_FACTOR
  }
})

test('what was sealed under another session secret is counted, so that whoever restores a backup is told', async () => {
  const before = await countUnopened()
  const { userId } = await person('moved')
  const sealed = seal('JBSWY3DPEHPK3PXP', sealContext(userId))
  await db.secondFactor.create({ data: { userId, sealed, confirmedAt: new Date() } })
  expect(await countUnopened()).toBe(before)
  const secret = process.env.NEXTAUTH_SECRET
  process.env.NEXTAUTH_SECRET = 'another secret, of another data folder'
  try {
    expect(await countUnopened()).toBeGreaterThan(before)
  } finally {
    process.env.NEXTAUTH_SECRET = secret
  }
})
