import type { Actor } from '../auth/actor'
import { requireMember } from '../auth/require-member'
import { db } from '../db'
import { createAssignment } from './create-assignment'
import type { AssignPartsInput } from './input'

/** Gives out several ranges in one act, each to its member or into the pool: all of them or none. */
export async function assignParts(actor: Actor, { parts, ...given }: AssignPartsInput): Promise<{ ids: string[] }> {
  const manager = await requireMember(actor, given.projectId, 'assignment.manage')
  return await db.$transaction(async (tx) => {
    const ids: string[] = []
    for (const part of parts) ids.push((await createAssignment(tx, actor, manager.id, { ...given, ...part })).id)
    return { ids }
  }, LONG)
}

/** Some hundreds of pieces take longer than the five seconds an ordinary command has. */
const LONG = { timeout: 30_000 }
