import type { Actor } from '../auth/actor'
import { db } from '../db'
import { AppError } from '../errors'
import { record } from '../project/audit'
import type { ProjectInput } from './input'
import { requireAdministrator } from './require-administrator'

/** Puts a project away: nobody sees it until it is restored; nothing of it is lost. */
export async function archiveAnyProject(actor: Actor, { projectId }: ProjectInput): Promise<void> {
  requireAdministrator(actor)
  await db.$transaction(async (tx) => {
    const { count } = await tx.project.updateMany({
      where: { id: projectId, archivedAt: null },
      data: { archivedAt: new Date() },
    })
    if (count === 0) throw new AppError('conflict', 'changed-meanwhile')
    await record(tx, actor, projectId, 'project.archive', projectId)
  })
}
