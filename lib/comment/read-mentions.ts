import type { Actor } from '../auth/actor'
import { requireMember } from '../auth/require-member'
import { db } from '../db'
import type { ReadInput } from './input'

/** The person has the comments of this row before them: what called them there counts as read. */
export async function readMentions(
  actor: Actor,
  { projectId, segmentId, about }: ReadInput,
): Promise<{ read: number }> {
  const member = await requireMember(actor, projectId, 'project.read')
  const { count } = await db.mention.updateMany({
    where: { memberId: member.id, readAt: null, comment: { projectId, segmentId, ...ABOUT[about ?? 'both'] } },
    data: { readAt: new Date() },
  })
  return { read: count }
}

const ABOUT = { row: { discrepancyId: null }, notes: { discrepancyId: { not: null } }, both: {} } as const
