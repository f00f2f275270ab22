import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { createSetupLink, findSetupLink } from '../../lib/auth/setup-link'
import { db } from '../../lib/db'
import { changeMemberRole } from '../../lib/project/change-member-role'
import { inviteMember } from '../../lib/project/invite-member'
import { issueSetupLink } from '../../lib/project/issue-setup-link'
import { getProject } from '../../lib/project/queries'
import { removeMember } from '../../lib/project/remove-member'
import { ownDatabase, person, world } from '../support/world'

ownDatabase()

const newcomer = (projectId: string) => ({
  projectId,
  email: `${randomUUID()}@test.invalid`,
  name: '王明',
  role: 'reviewer' as const,
})

async function setPassword(userId: string) {
  await db.user.update({ where: { id: userId }, data: { passwordHash: 'set' } })
}

/** A member whose account waits for a password, as those made before there were invitations. */
async function waiting(projectId: string) {
  const { userId, email } = await person('王明')
  const { id: memberId } = await db.member.create({ data: { projectId, userId, role: 'reviewer' } })
  return { userId, email, memberId, setupSecret: await createSetupLink(db, userId) }
}

test('removal leaves the work that is under way in the pool', async () => {
  const { manager, projectId, memberIds, document } = await world()
  const { documentId } = await document([['一。', 'One.']])
  const work = { projectId, documentId, memberId: memberIds.translator, assignedById: memberIds.manager }
  const range = { fromPosition: 1024, toPosition: 1024, step: 'translate' as const }
  await db.assignment.create({ data: { ...work, ...range } })
  await db.assignment.create({ data: { ...work, ...range, state: 'finished' } })
  await removeMember(manager, { projectId, memberId: memberIds.translator })
  const works = await db.assignment.findMany({
    where: { documentId },
    select: { state: true, memberId: true },
    orderBy: { state: 'asc' },
  })
  expect(works).toEqual([
    { state: 'active', memberId: null },
    { state: 'finished', memberId: memberIds.translator },
  ])
})

test('the last manager who can sign in stays manager', async () => {
  const { manager, translator, projectId, memberIds } = await world()
  await setPassword(manager.userId)
  const memberId = memberIds.manager
  const stepDown = () => changeMemberRole(manager, { projectId, memberId, role: 'observer' })
  await expect(stepDown()).rejects.toMatchObject({ problem: 'last-manager' })
  await expect(removeMember(manager, { projectId, memberId })).rejects.toMatchObject({ problem: 'last-manager' })
  await changeMemberRole(manager, { projectId, memberId: memberIds.translator, role: 'manager' })
  // A manager who has never signed in could not help anyone.
  await expect(stepDown()).rejects.toMatchObject({ problem: 'last-manager' })
  await setPassword(translator.userId)
  await stepDown()
  expect(await getProject(manager, projectId)).toMatchObject({ role: 'observer' })
})

test('two managers who take each other out at once do not both succeed', async () => {
  const { manager, reviser, projectId, memberIds } = await world()
  await Promise.all([setPassword(manager.userId), setPassword(reviser.userId)])
  await changeMemberRole(manager, { projectId, memberId: memberIds.reviser, role: 'manager' })
  await Promise.allSettled([
    removeMember(manager, { projectId, memberId: memberIds.reviser }),
    removeMember(reviser, { projectId, memberId: memberIds.manager }),
  ])
  expect(await db.member.count({ where: { projectId, role: 'manager', removedAt: null } })).toBe(1)
})

test('members of another project cannot be reached through one’s own', async () => {
  const [mine, theirs] = [await world(), await world()]
  const input = { projectId: mine.projectId, memberId: theirs.memberIds.translator }
  const refusal = { problem: 'member-not-in-project' }
  await expect(changeMemberRole(mine.manager, { ...input, role: 'manager' })).rejects.toMatchObject(refusal)
  await expect(removeMember(mine.manager, input)).rejects.toMatchObject(refusal)
  await expect(issueSetupLink(mine.manager, input)).rejects.toMatchObject(refusal)
})

test.each(['translator', 'reviser', 'reviewer', 'observer'] as const)('a %s does not manage members', async (role) => {
  const one = await world()
  const { projectId } = one
  const memberId = one.memberIds.observer
  const forbidden = { code: 'forbidden' }
  await expect(inviteMember(one[role], newcomer(projectId))).rejects.toMatchObject(forbidden)
  await expect(changeMemberRole(one[role], { projectId, memberId, role: 'manager' })).rejects.toMatchObject(forbidden)
  await expect(removeMember(one[role], { projectId, memberId })).rejects.toMatchObject(forbidden)
  await expect(issueSetupLink(one[role], { projectId, memberId })).rejects.toMatchObject(forbidden)
})

test('a new link: for a newcomer of one’s own projects only, and by an administrator for anyone', async () => {
  const { manager, projectId } = await world()
  const elsewhere = await world()
  const { memberId, userId, setupSecret } = await waiting(projectId)
  const renewed = await issueSetupLink(manager, { projectId, memberId })
  expect(await findSetupLink(setupSecret)).toBeNull()
  expect(await findSetupLink(renewed.setupSecret)).not.toBeNull()

  // In two projects: neither manager may open what is the other's.
  await db.member.create({ data: { projectId: elsewhere.projectId, userId, role: 'reviewer' } })
  await expect(issueSetupLink(manager, { projectId, memberId })).rejects.toMatchObject({ code: 'forbidden' })

  const administrator = await person('administrator', { administrator: true })
  await db.member.create({ data: { projectId, userId: administrator.userId, role: 'manager' } })
  expect(await issueSetupLink(administrator, { projectId, memberId })).toHaveProperty('setupSecret')
})

test('a manager gets no link for someone who has a password', async () => {
  const { manager, translator, projectId, memberIds } = await world()
  await setPassword(translator.userId)
  const input = { projectId, memberId: memberIds.translator }
  await expect(issueSetupLink(manager, input)).rejects.toMatchObject({ code: 'forbidden' })
})
