import type { Actor } from '../auth/actor'
import { requireRecent } from '../auth/require-recent'
import { db } from '../db'
import { AppError } from '../errors'
import { record } from '../project/audit'
import type { ProjectInput } from './input'
import { requireAdministrator } from './require-administrator'

/** Marks a project to be deleted: nobody sees it from now on, and when its time is up (rules.ts) it goes for good. */
export async function deleteProject(actor: Actor, { projectId }: ProjectInput): Promise<void> {
  requireAdministrator(actor)
  await requireRecent(actor)
  await db.$transaction(async (tx) => {
    // Archived as well: whatever looks only for that finds it gone.
    const count = await tx.$executeRaw`
      UPDATE "Project" SET "deletedAt" = now(), "deletedById" = ${actor.userId}::uuid, "archivedAt" = coalesce("archivedAt", now())
      WHERE "id" = ${projectId}::uuid AND "deletedAt" IS NULL`
    if (count === 0) throw new AppError('conflict', 'changed-meanwhile')
    await record(tx, actor, projectId, 'project.delete', projectId)
  })
}
