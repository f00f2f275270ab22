import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { listIdentities, partIdentity } from '../../lib/auth/identities'
import { providerSettings } from '../../lib/auth/provider'
import { type Claims, signInByProvider } from '../../lib/auth/sign-in-by-provider'
import { db } from '../../lib/db'
import { ownDatabase, person } from '../support/world'

ownDatabase()

const issuer = 'https://login.test'
const BY_EMAIL = { linkByEmail: true }
const claimsOf = (email: string, more: Partial<Claims> = {}): Claims => ({
  issuer,
  subject: randomUUID(),
  email,
  emailVerified: true,
  ...more,
})

test('a verified address joins once; from then on the subject counts, whatever the address', async () => {
  const lin = await person('lin')
  const claims = claimsOf(lin.email.toUpperCase())
  expect(await signInByProvider(claims, BY_EMAIL)).toMatchObject({ userId: lin.userId, sessionVersion: 1 })
  const mei = await person('mei')
  expect(await signInByProvider({ ...claims, email: mei.email }, { linkByEmail: false })).toMatchObject({
    userId: lin.userId,
  })
  expect(await listIdentities(lin)).toMatchObject([{ issuer }])
})

test.each<[string, (email: string) => Partial<Claims>, boolean]>([
  ['the operator does not allow it', () => ({}), false],
  ['the provider does not vouch for it', () => ({ emailVerified: false }), true],
  ['the provider says nothing of it', () => ({ emailVerified: undefined }), true],
  ['nobody here has it', () => ({ email: 'nobody@test.invalid' }), true],
  ['there is none', () => ({ email: undefined }), true],
  ['it is malformed', () => ({ email: 'lin' }), true],
])('an address joins nothing when %s', async (_, more, linkByEmail) => {
  const lin = await person('lin')
  const claims = claimsOf(lin.email, more(lin.email))
  await expect(signInByProvider(claims, { linkByEmail })).rejects.toMatchObject({ problem: 'no-account' })
  expect(await db.identity.count({ where: { userId: lin.userId } })).toBe(0)
})

test('an address that has passed to someone else opens nothing', async () => {
  const lin = await person('lin')
  await signInByProvider(claimsOf(lin.email), BY_EMAIL)
  await expect(signInByProvider(claimsOf(lin.email), BY_EMAIL)).rejects.toMatchObject({ problem: 'no-account' })
})

test('a disabled person does not come in, joined or not', async () => {
  const lin = await person('lin')
  const claims = claimsOf(lin.email)
  await signInByProvider(claims, BY_EMAIL)
  await db.user.update({ where: { id: lin.userId }, data: { disabledAt: new Date() } })
  await expect(signInByProvider(claims, BY_EMAIL)).rejects.toMatchObject({ problem: 'no-account' })
})

test('who is signed in joins any identity nobody has, and none of another', async () => {
  const [lin, mei] = [await person('lin'), await person('mei')]
  const claims = claimsOf('private@test.invalid', { emailVerified: false })
  await signInByProvider(claims, { linkByEmail: false, holderId: lin.userId })
  await expect(signInByProvider(claims, { linkByEmail: false, holderId: mei.userId })).rejects.toMatchObject({
    problem: 'identity-taken',
  })
  expect(await signInByProvider(claims, { linkByEmail: false })).toMatchObject({ userId: lin.userId })
})

test('of several first sign-ins at one moment each comes in as the same person, or is told to try again', async () => {
  const lin = await person('lin')
  const claims = claimsOf(lin.email)
  const answers = await Promise.allSettled([1, 2, 3, 4].map(() => signInByProvider(claims, BY_EMAIL)))
  expect(answers.some(({ status }) => status === 'fulfilled')).toBe(true)
  expect(await db.identity.count({ where: { userId: lin.userId } })).toBe(1)
})

test('one is parted from it only with a password left, and only from one’s own', async () => {
  const [lin, mei] = [await person('lin'), await person('mei')]
  await signInByProvider(claimsOf(lin.email), BY_EMAIL)
  const [{ id: identityId }] = await listIdentities(lin)
  await expect(partIdentity(lin, { identityId })).rejects.toMatchObject({ problem: 'last-way-in' })
  await db.user.updateMany({ where: { id: { in: [lin.userId, mei.userId] } }, data: { passwordHash: 'x' } })
  await expect(partIdentity(mei, { identityId })).rejects.toMatchObject({ problem: 'not-found' })
  await partIdentity(lin, { identityId })
  expect(await listIdentities(lin)).toEqual([])
  const acts = await db.auditEntry.findMany({ where: { userId: lin.userId }, select: { action: true } })
  expect(acts.map(({ action }) => action)).toEqual(['person.join-identity', 'person.part-identity'])
})

const WHOLE = {
  DUIZHAO_OIDC_ISSUER: 'https://login.test/',
  DUIZHAO_OIDC_CLIENT_ID: 'desk',
  DUIZHAO_OIDC_CLIENT_SECRET: 's',
}

test.each<[string, Record<string, string>, object | null]>([
  ['whole', WHOLE, { issuer, label: 'login.test', linkByEmail: false }],
  [
    'with a label and joining',
    { ...WHOLE, DUIZHAO_OIDC_LABEL: 'Desk', DUIZHAO_OIDC_LINK: 'verified-email' },
    { label: 'Desk', linkByEmail: true },
  ],
  ['with another word for joining', { ...WHOLE, DUIZHAO_OIDC_LINK: 'yes' }, { linkByEmail: false }],
  ['without a secret', { ...WHOLE, DUIZHAO_OIDC_CLIENT_SECRET: '' }, null],
  ['with an issuer that is no address', { ...WHOLE, DUIZHAO_OIDC_ISSUER: 'login' }, null],
  ['absent', {}, null],
])('the environment, %s', (_, env, expected) => {
  const settings = providerSettings(env as NodeJS.ProcessEnv)
  if (expected) expect(settings).toMatchObject(expected)
  else expect(settings).toBeNull()
})
