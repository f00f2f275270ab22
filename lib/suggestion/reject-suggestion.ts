import type { Actor } from '../auth/actor'
import { requireMember } from '../auth/require-member'
import { db } from '../db'
import { announceToSaves } from '../discrepancy/follow-spans'
import { getOpenSuggestion, settleSuggestion } from './find-open'
import type { RejectSuggestionInput } from './input'

/** Leaves the text as it is and says why. */
export async function rejectSuggestion(actor: Actor, { projectId, suggestionId, reason }: RejectSuggestionInput) {
  const member = await requireMember(actor, projectId, 'suggestion.settle')
  return await db.$transaction(async (tx) => {
    const { segmentId } = await getOpenSuggestion(tx, projectId, suggestionId)
    await announceToSaves(tx, segmentId)
    await settleSuggestion(tx, projectId, suggestionId, { state: 'rejected', memberId: member.id, reason })
    return { state: 'rejected' as const }
  })
}
