import type { Transaction } from '../db'
import { AppError } from '../errors'

/** The suggestion, if nobody has settled it yet. */
export async function getOpenSuggestion(tx: Transaction, projectId: string, suggestionId: string) {
  const suggestion = await tx.suggestion.findFirst({
    where: { id: suggestionId, projectId, segment: { position: { not: null }, document: { deletedAt: null } } },
    select: {
      state: true,
      segmentId: true,
      side: true,
      base: true,
      text: true,
      suggestedById: true,
      suggestedBy: { select: { id: true, role: true } },
      segment: { select: { zh: true, en: true, zhVersion: true, enVersion: true } },
    },
  })
  if (!suggestion) throw new AppError('not-found', 'not-found')
  if (suggestion.state !== 'open') throw new AppError('conflict', 'suggestion-settled')
  return suggestion
}

export type OpenSuggestion = Awaited<ReturnType<typeof getOpenSuggestion>>

type Settled = { state: 'accepted' | 'rejected' | 'withdrawn'; memberId: string; reason?: string }

/** Settles it unless somebody was faster. */
export async function settleSuggestion(
  tx: Transaction,
  projectId: string,
  suggestionId: string,
  { state, memberId, reason = '' }: Settled,
) {
  const { count } = await tx.suggestion.updateMany({
    where: { id: suggestionId, projectId, state: 'open' },
    data: { state, reason, settledById: memberId, settledAt: new Date() },
  })
  if (count === 0) throw new AppError('conflict', 'suggestion-settled')
}
