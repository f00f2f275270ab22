import type { Actor } from '../auth/actor'
import type { PersonInput } from '../auth/input'
import { db } from '../db'
import { AppError } from '../errors'

export type Farewell = {
  name: string
  email: string
  /** What stands in the way; empty when nothing does. */
  lastAdministrator: boolean
  /** Names of projects they are the last manager of. */
  lastManagerOf: string[]
  /** Projects they leave, and pieces of work that go back to the pool. */
  projects: number
  work: number
  /** Comments in which they are mentioned by name. */
  mentions: number
  /** Published editions that hold their name and stay as they are. */
  editions: number
}

/** What forgetting a person would do; for them and for administrators. */
export async function previewAnonymising(actor: Actor, { userId }: PersonInput): Promise<Farewell> {
  if (userId !== actor.userId && !actor.administrator) throw new AppError('not-found', 'not-found')
  const person = await db.user.findFirst({
    where: { id: userId, anonymisedAt: null },
    select: { name: true, email: true, role: true },
  })
  if (!person) throw new AppError('not-found', 'not-found')
  const { name, email, role } = person
  const usable = { disabledAt: null, passwordHash: { not: null } }
  const membership = { userId, removedAt: null, project: { deletedAt: null } }
  const [others, lastManagerOf, projects, work, mentions, editions] = await Promise.all([
    db.user.count({ where: { ...usable, id: { not: userId }, role: 'administrator' } }),
    listLastManagerOf(userId),
    db.member.count({ where: membership }),
    db.assignment.count({ where: { state: 'active', member: membership } }),
    db.mention.count({ where: { member: { userId }, name: { not: null } } }),
    countEditionsNaming(userId, name),
  ])
  const lastAdministrator = role === 'administrator' && others === 0
  return { name, email, lastAdministrator, lastManagerOf, projects, work, mentions, editions }
}

async function listLastManagerOf(userId: string): Promise<string[]> {
  const projects = await db.project.findMany({
    where: {
      deletedAt: null,
      AND: [
        { members: { some: { userId, role: 'manager', removedAt: null } } },
        {
          members: {
            none: {
              ...{ userId: { not: userId }, role: 'manager', removedAt: null },
              user: { disabledAt: null, passwordHash: { not: null } },
            },
          },
        },
      ],
    },
    orderBy: { name: 'asc' },
    select: { name: true },
  })
  return projects.map((project) => project.name)
}

/** Of the projects they ever belonged to: their name as it stands in the bytes of an edition, between its quotation marks. */
async function countEditionsNaming(userId: string, name: string): Promise<number> {
  const [{ count }] = await db.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM "Edition" e
    WHERE e."projectId" IN (SELECT "projectId" FROM "Member" WHERE "userId" = ${userId}::uuid)
      AND position(${JSON.stringify(name)} in e."content") > 0`
  return count
}
