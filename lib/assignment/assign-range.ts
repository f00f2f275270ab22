import type { Actor } from '../auth/actor'
import { requireMember } from '../auth/require-member'
import { db } from '../db'
import { createAssignment } from './create-assignment'
import type { AssignInput } from './input'

/** Gives a range of segments to a member for one step, or puts it into the pool. The ends may come in either order. */
export async function assignRange(actor: Actor, input: AssignInput): Promise<{ id: string }> {
  const manager = await requireMember(actor, input.projectId, 'assignment.manage')
  return await db.$transaction((tx) => createAssignment(tx, actor, manager.id, input))
}
