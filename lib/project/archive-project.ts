import type { Actor } from '../auth/actor'
import { requireMember } from '../auth/require-member'
import { db } from '../db'
import { AppError } from '../errors'
import { record } from './audit'
import type { OwnProjectInput } from './input'

/** Puts a project away: nobody sees it until one of its managers restores it; nothing of it is lost. */
export async function archiveProject(actor: Actor, { projectId }: OwnProjectInput): Promise<void> {
  await requireMember(actor, projectId, 'project.manage')
  await db.$transaction(async (tx) => {
    const { count } = await tx.project.updateMany({
      where: { id: projectId, archivedAt: null },
      data: { archivedAt: new Date() },
    })
    if (count === 0) throw new AppError('conflict', 'changed-meanwhile')
    await record(tx, actor, projectId, 'project.archive', projectId)
  })
}
