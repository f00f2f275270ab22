import type { Actor } from '../auth/actor'
import { requireMember } from '../auth/require-member'
import { db } from '../db'
import { AppError } from '../errors'
import { lockRow } from '../segment/lock-row'
import type { SuggestInput } from './input'

/** Puts another wording of one side forward. The text stays as it is until somebody accepts it. */
export async function suggestText(actor: Actor, input: SuggestInput): Promise<{ id: string }> {
  const { projectId, segmentId, side, text, seenVersion, base, note } = input
  const member = await requireMember(actor, projectId, 'suggestion.make')
  return await db.$transaction(async (tx) => {
    const row = await lockRow(tx, projectId, segmentId)
    if (text === base || text === row[side]) throw new AppError('invalid', 'suggestion-same')
    // An older base is no conflict: whoever accepts it sees both. One that was never there is a mistake of the caller.
    if (row[`${side}Version`] < seenVersion) throw new AppError('conflict', 'changed-meanwhile')
    if (row[`${side}Version`] === seenVersion && row[side] !== base) throw new AppError('invalid', 'invalid-input')
    const { documentId } = row
    const wording = { side, baseVersion: seenVersion, base, text, note }
    return await tx.suggestion.create({
      data: { projectId, documentId, segmentId, ...wording, suggestedById: member.id },
      select: { id: true },
    })
  })
}
