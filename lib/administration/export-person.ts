/**
 * Everything that names a person, as JSON: their account, where they are members, what they did, what was written down about them.
 * No secrets: hashes of passwords and codes and sealed secrets stay. Texts they changed are told by place, not repeated whole.
 */
import type { Actor } from '../auth/actor'
import type { PersonInput } from '../auth/input'
import { db } from '../db'
import { AppError } from '../errors'

export type PersonExport = { fileName: string; body: string }

/** For the person, and for administrators. */
export async function exportPerson(actor: Actor, { userId }: PersonInput): Promise<PersonExport> {
  if (userId !== actor.userId && !actor.administrator) throw new AppError('not-found', 'not-found')
  const account = await findAccount(userId)
  if (!account) throw new AppError('not-found', 'not-found')
  const { email } = account
  const mine = { member: { userId } }
  const place = { projectId: true, segmentId: true, createdAt: true } as const
  const [letters, tries, memberships, saves, steps, comments, discrepancies, assignments, jobs, editions, log] =
    await Promise.all([
      db.letter.findMany({ where: { to: email }, select: { kind: true, createdAt: true, doneAt: true } }),
      db.failedSignIn.findMany({ where: { email }, select: { kind: true, address: true, createdAt: true } }),
      db.member.findMany({
        where: { userId },
        select: {
          id: true,
          role: true,
          createdAt: true,
          removedAt: true,
          project: { select: { id: true, name: true } },
        },
      }),
      db.revision.findMany({ where: mine, select: { ...place, id: true, side: true, kind: true, version: true } }),
      db.transition.findMany({ where: mine, select: { ...place, from: true, to: true, reason: true } }),
      db.comment.findMany({ where: { writtenBy: { userId } }, select: { ...place, body: true, editedAt: true } }),
      db.discrepancy.findMany({
        where: { raisedBy: { userId } },
        select: { projectId: true, segmentId: true, number: true, type: true, severity: true, note: true },
      }),
      db.assignment.findMany({
        where: { member: { userId } },
        select: { projectId: true, documentId: true, step: true, state: true, dueAt: true, instruction: true },
      }),
      db.job.findMany({ where: mine, select: { projectId: true, kind: true, title: true, createdAt: true } }),
      db.edition.findMany({
        where: { publishedBy: { userId } },
        select: { projectId: true, documentId: true, number: true, note: true, publishedAt: true },
      }),
      db.auditLog.findMany({
        where: { OR: [{ userId }, { subject: userId }] },
        orderBy: { number: 'asc' },
        select: { number: true, at: true, action: true, projectId: true, subject: true, detail: true, address: true },
      }),
    ])
  const everything = {
    ...{ account, memberships, saves, steps, comments, discrepancies, assignments, jobs, editions },
    ...{ letters, failedSignIns: tries, auditLog: log },
  }
  return { fileName: `${account.name}.json`, body: JSON.stringify(everything, plain, 2) }
}

function findAccount(userId: string) {
  return db.user.findUnique({
    where: { id: userId },
    select: {
      id: true,
      email: true,
      name: true,
      role: true,
      locale: true,
      keys: true,
      createdAt: true,
      disabledAt: true,
      sessions: { select: { device: true, address: true, createdAt: true, lastSeenAt: true, endedAt: true } },
      identities: { select: { issuer: true, subject: true, email: true, createdAt: true } },
      secondFactor: { select: { createdAt: true, confirmedAt: true } },
      notices: { select: { kind: true, projectId: true, documentId: true, createdAt: true, readAt: true } },
      absences: { select: { from: true, to: true, zone: true, reason: true, createdAt: true } },
      noticeSetting: { select: { mail: true, zone: true, hour: true } },
    },
  })
}

/** Numbers of the log are longer than JSON's. */
function plain(_: string, value: unknown): unknown {
  return typeof value === 'bigint' ? Number(value) : value
}
