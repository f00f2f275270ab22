import type { Actor } from '../auth/actor'
import { requireMember } from '../auth/require-member'
import { db } from '../db'
import { announceToSaves } from '../discrepancy/follow-spans'
import { AppError } from '../errors'
import { getOpenSuggestion, settleSuggestion } from './find-open'
import type { WithdrawSuggestionInput } from './input'

/** Takes one's own suggestion back while nobody has settled it. */
export async function withdrawSuggestion(actor: Actor, { projectId, suggestionId }: WithdrawSuggestionInput) {
  const member = await requireMember(actor, projectId, 'suggestion.make')
  return await db.$transaction(async (tx) => {
    const { segmentId, suggestedById } = await getOpenSuggestion(tx, projectId, suggestionId)
    if (suggestedById !== member.id) throw new AppError('forbidden', 'not-your-suggestion')
    await announceToSaves(tx, segmentId)
    await settleSuggestion(tx, projectId, suggestionId, { state: 'withdrawn', memberId: member.id })
    return { state: 'withdrawn' as const }
  })
}
