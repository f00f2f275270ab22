import type { Actor } from '../auth/actor'
import { requireMember } from '../auth/require-member'
import { db } from '../db'
import { AppError } from '../errors'
import type { SuggestInput } from './input'

/** Puts another wording of one side forward. The text stays as it is until somebody accepts it. */
export async function suggestText(actor: Actor, input: SuggestInput): Promise<{ id: string }> {
  const { projectId, segmentId, side, text, seenVersion, base, note } = input
  const member = await requireMember(actor, projectId, 'suggestion.make')
  const segment = await db.segment.findFirst({
    where: { id: segmentId, projectId, position: { not: null }, document: { deletedAt: null } },
    select: { documentId: true, zh: true, en: true, zhVersion: true, enVersion: true },
  })
  if (!segment) throw new AppError('not-found', 'not-found')
  if (text === base || text === segment[side]) throw new AppError('invalid', 'suggestion-same')
  // An older base is no conflict: whoever accepts it sees both. One that was never there is a mistake of the caller.
  if (segment[`${side}Version`] < seenVersion) throw new AppError('conflict', 'changed-meanwhile')
  if (segment[`${side}Version`] === seenVersion && segment[side] !== base)
    throw new AppError('invalid', 'invalid-input')
  const { documentId } = segment
  return await db.suggestion.create({
    data: {
      projectId,
      documentId,
      segmentId,
      side,
      baseVersion: seenVersion,
      base,
      text,
      note,
      suggestedById: member.id,
    },
    select: { id: true },
  })
}
