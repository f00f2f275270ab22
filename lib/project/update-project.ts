import type { Actor } from '../auth/actor'
import { requireMember } from '../auth/require-member'
import { db } from '../db'
import { AppError } from '../errors'
import { record } from './audit'
import type { UpdateProjectInput } from './input'

/** Changes the name and the rules of a project. Documents keep the governing rule they were brought in with. */
export async function updateProject(actor: Actor, input: UpdateProjectInput): Promise<{ version: number }> {
  const { projectId, seenVersion, ...after } = input
  await requireMember(actor, projectId, 'project.manage')
  return db.$transaction(async (tx) => {
    const before = await tx.project.findFirst({
      where: { id: projectId },
      select: { name: true, governing: true, fourEyes: true },
    })
    const { count } = await tx.project.updateMany({
      where: { id: projectId, version: seenVersion, archivedAt: null },
      data: { ...after, version: { increment: 1 } },
    })
    if (count === 0) throw new AppError('conflict', 'changed-meanwhile')
    await record(tx, actor, projectId, 'project.update', projectId, { before, after })
    return { version: seenVersion + 1 }
  })
}
