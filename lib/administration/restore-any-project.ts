import type { Actor } from '../auth/actor'
import { db } from '../db'
import { AppError } from '../errors'
import { record } from '../project/audit'
import type { ProjectInput } from './input'
import { requireAdministrator } from './require-administrator'

/** Brings back what was archived or, before its time is up, what was deleted. */
export async function restoreAnyProject(actor: Actor, { projectId }: ProjectInput): Promise<void> {
  requireAdministrator(actor)
  await db.$transaction(async (tx) => {
    const { count } = await tx.project.updateMany({
      where: { id: projectId, archivedAt: { not: null } },
      data: { archivedAt: null, deletedAt: null, deletedById: null },
    })
    if (count === 0) throw new AppError('conflict', 'changed-meanwhile')
    await record(tx, actor, projectId, 'project.restore', projectId)
  })
}
