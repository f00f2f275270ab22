import type { Actor } from '../auth/actor'
import { db } from '../db'
import { record } from './audit'
import type { CreateProjectInput } from './input'

/** Opens a project; whoever opens it manages it. Anyone signed in may. */
export async function createProject(actor: Actor, { name, governing }: CreateProjectInput): Promise<{ id: string }> {
  return db.$transaction(async (tx) => {
    const project = await tx.project.create({
      data: { name, governing, members: { create: { userId: actor.userId, role: 'manager' } } },
      select: { id: true },
    })
    await record(tx, actor, project.id, 'project.create', project.id, { name, governing })
    return project
  })
}
