import type { Actor } from '../auth/actor'
import { requireMember } from '../auth/require-member'
import { can } from '../auth/roles'
import { db, Prisma } from '../db'
import { AppError } from '../errors'
import type { SaveViewInput } from './input'

/** Keeps a filter under a name. Anyone may for themselves; sharing it with the project is a manager's. */
export async function saveView(
  actor: Actor,
  { projectId, name, filter, shared }: SaveViewInput,
): Promise<{ id: string }> {
  const member = await requireMember(actor, projectId, 'project.read')
  if (shared && !can(member.role, 'project.manage')) throw new AppError('forbidden', 'not-allowed')
  const data = { projectId, memberId: member.id, name, filter, shared }
  return await refuseTwins(db.savedView.create({ data, select: { id: true } }))
}

/** Two views of one name would be one view to a person. */
export async function refuseTwins<Value>(write: Promise<Value>): Promise<Value> {
  return await write.catch((error: unknown) => {
    if (error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2002') {
      throw new AppError('conflict', 'view-name-taken', { field: 'name' })
    }
    throw error
  })
}
