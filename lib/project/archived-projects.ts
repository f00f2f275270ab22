/** What managers have put away. An archived project is not there for anyone (require-member.ts), so these ask by themselves. */
import type { Actor } from '../auth/actor'
import { db, type Prisma } from '../db'
import { AppError } from '../errors'
import { record } from './audit'
import type { OwnProjectInput } from './input'

export type ArchivedProject = { id: string; name: string; archivedAt: Date | null }

const mine = (actor: Actor): Prisma.ProjectWhereInput => ({
  archivedAt: { not: null },
  deletedAt: null,
  members: { some: { userId: actor.userId, role: 'manager', removedAt: null } },
})

/** The archived projects one manages, by name. */
export async function listArchivedProjects(actor: Actor): Promise<ArchivedProject[]> {
  return await db.project.findMany({
    where: mine(actor),
    orderBy: { name: 'asc' },
    select: { id: true, name: true, archivedAt: true },
  })
}

/** Brings an archived project back as it was. */
export async function restoreProject(actor: Actor, { projectId }: OwnProjectInput): Promise<void> {
  await db.$transaction(async (tx) => {
    const { count } = await tx.project.updateMany({
      where: { id: projectId, ...mine(actor) },
      data: { archivedAt: null },
    })
    if (count === 0) throw new AppError('not-found', 'not-found')
    await record(tx, actor, projectId, 'project.restore', projectId)
  })
}
