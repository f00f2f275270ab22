/** Whoever is invited accepts, once, in time, under the address that was meant; whether it has an account here is told to nobody. */
import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { findInvitation, INVITATION_DAYS } from '../../lib/auth/invitation'
import { signIn } from '../../lib/auth/sign-in'
import { signInByProvider } from '../../lib/auth/sign-in-by-provider'
import { db } from '../../lib/db'
import { acceptAsNewcomer } from '../../lib/project/accept-as-newcomer'
import { acceptInvitation } from '../../lib/project/accept-invitation'
import { InviteInput } from '../../lib/project/input'
import { inviteMember } from '../../lib/project/invite-member'
import { listInvitations } from '../../lib/project/list-invitations'
import { getProject, listMembers } from '../../lib/project/queries'
import { removeMember } from '../../lib/project/remove-member'
import { renewInvitation } from '../../lib/project/renew-invitation'
import { withdrawInvitation } from '../../lib/project/withdraw-invitation'
import { ownDatabase, person, type World, world } from '../support/world'

ownDatabase()

const PASSWORD = 'a cat walks over long stones'

const somebody = () => `${randomUUID()}@test.invalid`

async function invited({ manager, projectId }: World, email = somebody(), role: 'observer' | 'reviser' = 'observer') {
  const { secret, invitationId } = await inviteMember(manager, { projectId, email, name: '王明', role })
  return { email, secret: secret ?? '', invitationId, projectId }
}

const newcomer = { name: '王明', password: PASSWORD, locale: 'zh-CN' as const }

test('the answer is the same whether or not the address is known, and makes no account and no member', async () => {
  const w = await world()
  const [known, unknown] = [await invited(w, w.stranger.email), await invited(w)]
  const shape = ({ secret }: { secret: string }) => secret.replace(/./g, '.')
  expect(shape(known)).toBe(shape(unknown))
  expect(Object.keys(known)).toEqual(Object.keys(unknown))
  for (const { secret, email } of [known, unknown])
    expect(await findInvitation(secret)).toMatchObject({ email, name: '王明', project: 'Test project', by: 'manager' })
  expect(await db.user.count({ where: { email: unknown.email } })).toBe(0)
  expect(await listMembers(w.manager, w.projectId)).toHaveLength(5)
  await expect(getProject(w.stranger, w.projectId)).rejects.toMatchObject({ code: 'not-found' })
})

test('one with an account accepts, once', async () => {
  const w = await world()
  const { secret, projectId } = await invited(w, w.stranger.email, 'reviser')
  expect(await acceptInvitation(w.stranger, { secret })).toEqual({ projectId })
  expect(await getProject(w.stranger, projectId)).toMatchObject({ role: 'reviser' })
  await expect(acceptInvitation(w.stranger, { secret })).rejects.toMatchObject({ problem: 'link-expired' })
  expect(await listInvitations(w.manager, projectId)).toEqual([])
})

test('one without makes an account with it and is a member at once; two at once make one', async () => {
  const w = await world()
  const { secret, email, projectId } = await invited(w)
  const both = await Promise.allSettled([1, 2].map(() => acceptAsNewcomer({ secret, ...newcomer })))
  expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  expect(await signIn({ email, password: PASSWORD }, 'here')).not.toBeNull()
  expect((await listMembers(w.manager, projectId)).filter((member) => member.email === email)).toMatchObject([
    { name: '王明', role: 'observer', pending: false },
  ])
})

test('an account is not made a second time, nor its password set by an invitation', async () => {
  const w = await world()
  const { secret } = await invited(w, w.stranger.email)
  await expect(acceptAsNewcomer({ secret, ...newcomer })).rejects.toMatchObject({ problem: 'sign-in-to-accept' })
  expect(await db.user.findUnique({ where: { email: w.stranger.email } })).toMatchObject({ passwordHash: null })
  expect(await acceptInvitation(w.stranger, { secret })).toHaveProperty('projectId')
})

test('it is for the address it names: to another person it is nothing', async () => {
  const w = await world()
  const { secret } = await invited(w)
  await expect(acceptInvitation(w.stranger, { secret })).rejects.toMatchObject({ problem: 'invitation-for-another' })
  expect(await findInvitation(secret)).not.toBeNull()
})

const gone: [string, (w: World, at: { projectId: string; invitationId: string; email: string }) => Promise<unknown>][] =
  [
    ['withdrawn', (w, at) => withdrawInvitation(w.manager, at)],
    ['renewed', (w, at) => renewInvitation(w.manager, at)],
    ['followed by another', (w, { email }) => invited(w, email)],
    [
      'expired',
      (_, { invitationId }) => db.invitation.update({ where: { id: invitationId }, data: { expiresAt: new Date() } }),
    ],
    [
      'to a project that was put away',
      ({ projectId }) => db.project.update({ where: { id: projectId }, data: { archivedAt: new Date() } }),
    ],
  ]
test.each(gone)('%s, the link opens nothing any more', async (_, act) => {
  const w = await world()
  const { secret, ...at } = await invited(w)
  await act(w, at)
  expect(await findInvitation(secret)).toBeNull()
  await expect(acceptAsNewcomer({ secret, ...newcomer })).rejects.toMatchObject({ problem: 'link-expired' })
})

test('renewed, it is open for another week, also when it had expired', async () => {
  const w = await world()
  const { invitationId, projectId, email } = await invited(w)
  await db.invitation.update({ where: { id: invitationId }, data: { expiresAt: new Date(0) } })
  expect(await listInvitations(w.manager, projectId)).toMatchObject([{ email, expired: true, by: 'manager' }])
  const { secret } = await renewInvitation(w.manager, { projectId, invitationId })
  const { expiresAt } = await db.invitation.findUniqueOrThrow({ where: { id: invitationId } })
  expect(Math.round((expiresAt.getTime() - Date.now()) / 86_400_000)).toBe(INVITATION_DAYS)
  expect(await acceptAsNewcomer({ secret: secret ?? '', ...newcomer })).toMatchObject({ email })
})

test('nobody is a member twice, and who was removed comes back as the same member', async () => {
  const w = await world()
  const { manager, translator, projectId, memberIds } = w
  await expect(invited(w, translator.email)).rejects.toMatchObject({ problem: 'already-member' })
  await removeMember(manager, { projectId, memberId: memberIds.translator })
  const { secret } = await invited(w, translator.email, 'reviser')
  await acceptInvitation(translator, { secret })
  expect(await getProject(translator, projectId)).toMatchObject({ role: 'reviser', memberId: memberIds.translator })
})

test('who is known to the provider and was invited needs no password; who was not gets no account', async () => {
  const w = await world()
  const { email, secret, projectId } = await invited(w)
  const claims = (address: string) => ({
    ...{ issuer: 'https://id.example', subject: randomUUID(), email: address, emailVerified: true },
  })
  const signed = await signInByProvider(claims(email), { linkByEmail: true })
  const actor = { ...signed, administrator: false }
  expect(await acceptInvitation(actor, { secret })).toEqual({ projectId })
  await expect(signInByProvider(claims(somebody()), { linkByEmail: true })).rejects.toMatchObject({
    problem: 'no-account',
  })
  const unverified = { ...claims((await invited(w)).email), emailVerified: false }
  await expect(signInByProvider(unverified, { linkByEmail: true })).rejects.toMatchObject({ problem: 'no-account' })
})

test('an address is the same in capitals', () => {
  const typed = { projectId: randomUUID(), email: ' Lin@Press.Example ', name: 'Lin', role: 'observer' }
  expect(InviteInput.parse(typed).email).toBe('lin@press.example')
})

test('members of another project cannot be reached through one’s own', async () => {
  const [mine, theirs] = [await world(), await world()]
  const { invitationId } = await invited(theirs)
  const input = { projectId: mine.projectId, invitationId }
  for (const act of [withdrawInvitation, renewInvitation])
    await expect(act(mine.manager, input)).rejects.toMatchObject({ code: 'conflict' })
  expect(await db.invitation.findUnique({ where: { id: invitationId } })).toMatchObject({ withdrawnAt: null })
  await person('nobody')
})
