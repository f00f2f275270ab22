/** What this person may do with a text, and if not, why: the same rules the commands hold, so that nobody types in vain. */
import { can } from '@/lib/auth/roles'
import { otherSide, SIDES, type Side } from '@/lib/bitext/text'
import type { Review, SegmentRow } from '@/lib/segment/queries'
import { canTakeSteps, governingSide } from '@/lib/segment/rules'

export type Locked = 'governs' | 'released' | 'protected' | 'role' | null

type Rights = Pick<Review, 'document' | 'me'>

export function hasSide({ document }: Pick<Review, 'document'>, side: Side): boolean {
  return document.sources.some((source) => source.side === side)
}

/** The side that has no text yet, if one is missing. */
export function missingSide(review: Pick<Review, 'document'>): Side | null {
  return SIDES.find((side) => !hasSide(review, side)) ?? null
}

/** Whether rows can be led from status to status at all: the steps compare two texts. */
export function takesSteps(review: Pick<Review, 'document'>): boolean {
  return canTakeSteps(review.document.sources.length)
}

/** A side governs only where there is another for it to govern. */
export function governs(review: Pick<Review, 'document'>, side: Side): boolean {
  return governingSide(review.document.governing) === side && missingSide(review) === null
}

/** Why this side cannot be edited in passing; null when it can. */
export function lockOf(review: Rights, row: Pick<SegmentRow, 'status' | 'locked'>, side: Side): Locked {
  if (row.status === 'released') return 'released'
  if (governs(review, side)) return 'governs'
  if (!can(review.me.role, 'segment.edit')) return 'role'
  if (row.locked && !can(review.me.role, 'segment.correct')) return 'protected'
  return null
}

/** The governing text is corrected in a dialog of its own, by a manager. */
export function mayCorrect(review: Rights, row: Pick<SegmentRow, 'status'>): boolean {
  const side = governingSide(review.document.governing)
  return side !== null && governs(review, side) && can(review.me.role, 'segment.correct') && row.status !== 'released'
}

/** The side a person works on: the one that does not govern; the English where neither does. */
export function workingSide(review: Pick<Review, 'document'>): Side {
  const missing = missingSide(review)
  if (missing) return otherSide(missing)
  return governingSide(review.document.governing) === 'en' ? 'zh' : 'en'
}
