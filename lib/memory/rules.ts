/**
 * What a translation memory holds a match for worth: how alike the texts are (lib/bitext/match), a hundredth more where the
 * rows before and after are the same too, and less for what nobody has approved.
 */
import type { SegmentStatus } from '../segment/rules'

/** Below this, mending a match takes longer than writing anew. */
export const LEAST_PERCENT = 70

/** The same text between the same texts: it says the same thing for the same reason. */
export const CONTEXT_PERCENT = 101

export const MOST_MATCHES = 10

/** Longer words stand nowhere twice. */
export const LONGEST_SOUGHT = 200

/** What is taken off, in hundredths, for what the row of the match is. Reviewed and released rows lose nothing by their status. */
export const PENALTIES = { draft: 5, translated: 2, revised: 1, stale: 10, disputed: 5 } as const

export type PenaltyReason = keyof typeof PENALTIES

export type Standing = { status: SegmentStatus; stale: boolean; disputed: boolean }

/** Why a match is worth less than it is alike, the gravest reason first. */
export function reasonsAgainst({ status, stale, disputed }: Standing): PenaltyReason[] {
  const reasons: PenaltyReason[] = []
  if (status !== 'reviewed' && status !== 'released') reasons.push(status)
  if (stale) reasons.push('stale')
  if (disputed) reasons.push('disputed')
  return reasons.sort((a, b) => PENALTIES[b] - PENALTIES[a])
}

export function worthOf(alike: number, standing: Standing): number {
  return reasonsAgainst(standing).reduce((left, reason) => left - PENALTIES[reason], alike)
}

/** Approved means: somebody else than the translator has read it, and nothing has happened since. */
export function isApproved({ status, stale, disputed }: Standing): boolean {
  return !stale && !disputed && (status === 'reviewed' || status === 'released')
}
