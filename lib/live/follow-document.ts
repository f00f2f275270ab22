import type { Actor } from '../auth/actor'
import { requireMember } from '../auth/require-member'
import { db } from '../db'
import { AppError } from '../errors'
import type { FollowInput } from './input'
import { type ActingFollower, liveHub } from './live-hub'
import type { LiveMessage } from './message'

/**
 * Tells of every change of a document from `after` on, until the answered function is called or the right to see it ends.
 * The rights are looked at again whenever a member, a person, the project or the document changes.
 */
export async function followDocument(
  actor: Actor,
  { projectId, documentId, tab, after }: FollowInput,
  tell: (message: LiveMessage) => void,
): Promise<() => void> {
  const member = await requireMember(actor, projectId, 'project.read')
  const person = await db.user.findUnique({
    where: { id: actor.userId },
    select: { sessionVersion: true },
  })
  const document = await db.document.findFirst({
    where: { id: documentId, projectId, deletedAt: null },
    select: { id: true },
  })
  if (!person || !document) throw new AppError('not-found', 'not-found')
  const follower: ActingFollower = {
    actor,
    userId: actor.userId,
    sessionVersion: person.sessionVersion,
    sessionId: actor.sessionId,
    projectId,
    documentId,
    tab,
    memberId: member.id,
    role: member.role,
    after,
    tell,
  }
  return await liveHub().follow(follower)
}
