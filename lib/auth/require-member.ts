/** The line of defence every command stands behind. */
import { z } from 'zod'
import { db, type Transaction } from '../db'
import { AppError } from '../errors'
import type { Actor } from './actor'
import { can, type MemberRole, type Permission } from './roles'

export type ActingMember = { id: string; userId: string; name: string; role: MemberRole; sessionId?: string }

/** A stranger learns nothing, not even that the project exists: *not found*, where a member without the right gets *forbidden*. */
export async function requireMember(
  actor: Actor,
  projectId: string,
  permission: Permission,
  tx: Transaction = db,
): Promise<ActingMember> {
  // PostgreSQL would call a malformed id a syntax error; to a reader it is an address that leads nowhere.
  if (!z.guid().safeParse(projectId).success) throw new AppError('not-found', 'not-found')
  const member = await tx.member.findFirst({
    where: { projectId, userId: actor.userId, removedAt: null, project: { archivedAt: null } },
    select: { id: true, userId: true, role: true },
  })
  if (!member) throw new AppError('not-found', 'not-found')
  if (!can(member.role, permission)) throw new AppError('forbidden', 'not-allowed')
  return { ...member, name: actor.name, ...(actor.sessionId && { sessionId: actor.sessionId }) }
}
