/**
 * Takes away what names a person and leaves what they did, under a number. What goes: account, ways in, sessions, notices, letters, days away,
 * their name where others mentioned them, what the log says of their name and their addresses. What stays: the texts, steps, notes and
 * comments, which hang on the membership and not on the name; published editions, whose hash covers every byte; and words in which
 * somebody wrote the name without an @.
 */
import { returnWork } from '../assignment/return-work'
import { eraseAddressesOf, eraseAudit, sealAuditFirst } from '../audit/seal'
import type { Actor } from '../auth/actor'
import { formerName } from '../auth/former-member'
import { recordOwn } from '../auth/record-own'
import type { MemberRole } from '../auth/roles'
import { renameMentions } from '../comment/rename-mentions'
import { Prisma, type Transaction } from '../db'
import { AppError } from '../errors'
import { renameInLetters } from '../mail/rename-in-letters'
import { record } from '../project/audit'
import { requireOtherManager } from '../project/require-other-manager'
import { requireOtherAdministrator } from './require-other-administrator'

/** The log of a busy team is gone over once for the name. */
export const FORGETTING = { timeout: 300_000, maxWait: 10_000 }

/** Answers the number they go under from now on. */
export async function forgetPerson(tx: Transaction, actor: Actor, userId: string): Promise<{ number: number }> {
  const { email, name } = await lockPerson(tx, userId)
  await sealAuditFirst(tx)
  const number = await nextNumber(tx)
  const projects = await leaveProjects(tx, actor, userId)
  await renameMentions(tx, userId, formerName(number))
  await renameInLetters(tx, { email, name }, formerName(number))
  await eraseAudit(tx, await namingThem(tx, userId, { email, name }))
  await eraseAddressesOf(tx, userId)
  await emptyAccount(tx, userId, email, number)
  await recordOwn(tx, actor, 'person.anonymise', userId, { number, projects })
  return { number }
}

async function lockPerson(tx: Transaction, userId: string): Promise<{ email: string; name: string }> {
  const [person] = await tx.$queryRaw<{ email: string; name: string; role: string }[]>`
    SELECT "email", "name", "role"::text FROM "User" WHERE "id" = ${userId}::uuid AND "anonymisedAt" IS NULL FOR UPDATE`
  if (!person) throw new AppError('conflict', 'changed-meanwhile')
  if (person.role === 'administrator') await requireOtherAdministrator(tx, userId)
  return person
}

async function nextNumber(tx: Transaction): Promise<number> {
  const [{ number }] = await tx.$queryRaw<{ number: number }[]>`SELECT nextval('"FormerMember"')::int AS number`
  return number
}

/** What they were to do lies in the pools afterwards. A project that would be left without a manager refuses. */
async function leaveProjects(tx: Transaction, actor: Actor, userId: string): Promise<number> {
  const members = await tx.member.findMany({
    where: { userId, removedAt: null, project: { deletedAt: null } },
    orderBy: { projectId: 'asc' },
    select: { id: true, projectId: true, role: true },
  })
  for (const { id: memberId, projectId, role } of members) {
    if (role === 'manager') await requireOtherManager(tx, projectId, memberId)
    const themselves = { id: memberId, userId, name: '', role: role as MemberRole }
    const returned = await returnWork(tx, actor, themselves, { projectId, memberId, role: null })
    await record(tx, actor, projectId, 'member.remove', memberId, { role, returned })
  }
  await tx.member.updateMany({ where: { userId, removedAt: null }, data: { removedAt: new Date() } })
  return members.length
}

/** Entries that say who they were: by what they are, or because an address or a name, also an earlier one, stands in them. */
async function namingThem(tx: Transaction, userId: string, { email, name }: { email: string; name: string }) {
  const changes = await tx.auditLog.findMany({
    where: { userId, action: 'person.change-name', erasedAt: null },
    select: { detail: true },
  })
  const earlier = changes.flatMap(({ detail }) => Object.values(detail as Record<string, string>))
  const marks = [email, ...[name, ...earlier].filter(Boolean).flatMap((one) => [`@${one}`, `＠${one}`])]
  const inside = marks.map((mark) => Prisma.sql`position(lower(${mark}) in lower(l."detail"::text)) > 0`)
  return Prisma.sql`(
    (l."userId" = ${userId}::uuid AND l."action" IN ('person.change-name', 'person.join-identity', 'person.part-identity',
        'person.add-absence', 'person.change-absence'))
    OR lower(l."subject") = ${email} OR ${Prisma.join(inside, ' OR ')})`
}

async function emptyAccount(tx: Transaction, userId: string, email: string, number: number): Promise<void> {
  const theirs = { where: { userId } }
  await tx.session.deleteMany(theirs)
  await tx.identity.deleteMany(theirs)
  await tx.secondFactor.deleteMany(theirs)
  await tx.recoveryCode.deleteMany(theirs)
  await tx.setupLink.deleteMany(theirs)
  await tx.notice.deleteMany(theirs)
  await tx.noticeSetting.deleteMany(theirs)
  await tx.absence.deleteMany(theirs)
  await tx.invitation.deleteMany({ where: { email } })
  await tx.failedSignIn.deleteMany({ where: { email } })
  const now = new Date()
  await tx.user.update({
    where: { id: userId },
    data: {
      name: formerName(number),
      // Nobody's: "invalid" is never given out (RFC 2606).
      email: `former-${number}@anonymous.invalid`,
      ...{ passwordHash: null, role: 'person', locale: 'en', keys: {}, sessionVersion: { increment: 1 } },
      ...{ disabledAt: now, anonymisedAt: now },
    },
  })
}
