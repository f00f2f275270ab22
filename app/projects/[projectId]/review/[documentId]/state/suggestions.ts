/** Working through what others have suggested, one after the other. */
import { can } from '@/lib/auth/roles'
import { mergeTexts } from '@/lib/bitext/diff'
import { FLAGS } from '@/lib/segment/flags'
import type { RowSuggestion, SegmentRow } from '@/lib/segment/queries'
import { goToNext } from './move'
import { governs } from './rights'
import { type Screen, sideKey } from './screen'
import { acceptHere, withdrawHere } from './suggest'
import { joinSuggestion } from './typed'

export type Verdict = { may: 'accept'; text: string } | { may: 'join' } | { may: 'after-release' } | { may: 'nothing' }

/** What this person can do with a suggestion here: take it over, join it by hand, or why neither. */
export function verdictOn(screen: Screen, row: SegmentRow, { side, base, text }: RowSuggestion): Verdict {
  const { role } = screen.review.me
  const guarded = row.locked || governs(screen.review, side)
  if (!can(role, 'suggestion.settle') || (guarded && !can(role, 'segment.correct'))) return { may: 'nothing' }
  if (row.status === 'released') return { may: 'after-release' }
  const merge = mergeTexts(base, text, row[side], side)
  return merge.clean ? { may: 'accept', text: merge.text } : { may: 'join' }
}

/** Takes over the oldest suggestion of the row; once the row has no more, goes on to the next row that has. */
export async function acceptFirst(screen: Screen, row: SegmentRow): Promise<void> {
  const [suggestion] = row.suggestions
  if (!suggestion) return screen.tell(screen.t('tracked.suggestion-none-here'), { hint: true })
  const verdict = verdictOn(screen, row, suggestion)
  if (verdict.may === 'join') return joinSuggestion(screen, row, suggestion)
  if (verdict.may !== 'accept') {
    return screen.tell(screen.t(verdict.may === 'nothing' ? 'problems.not-allowed' : 'tracked.suggestion-released'), {
      hint: true,
    })
  }
  // Words typed here would be held against a text that is gone.
  if (screen.drafts.get(sideKey(row.id, suggestion.side))) {
    return screen.tell(screen.t('review.save-first'), { hint: true })
  }
  await acceptHere(screen, row, suggestion, verdict.text)
  goOn(screen, row.id)
}

/** Asks for the reason to reject the oldest suggestion of the row; one's own is withdrawn. */
export async function rejectFirst(screen: Screen, row: SegmentRow): Promise<void> {
  const { role, memberId } = screen.review.me
  const [suggestion] = row.suggestions
  if (!suggestion) return screen.tell(screen.t('tracked.suggestion-none-here'), { hint: true })
  if (suggestion.byId === memberId) {
    await withdrawHere(screen, row, suggestion.id)
    goOn(screen, row.id)
  } else if (can(role, 'suggestion.settle')) screen.rejecting.set(suggestion.id)
  else screen.tell(screen.t('problems.not-allowed'), { hint: true })
}

/** Once nothing waits in this row any more; where nothing waits in the document either, the person stays. */
export function goOn(screen: Screen, segmentId: number): void {
  const outline = screen.outline.get()
  const waits = screen.rows.get(segmentId)?.suggestions.length ?? 0
  if (waits === 0 && outline?.flags.some((flags) => (flags & FLAGS.suggested) !== 0)) goToNext(screen, 'suggestion')
}
