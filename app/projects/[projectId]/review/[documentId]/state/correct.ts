/**
 * Corrections of the governing text. What is written in their dialog is kept as any draft is; left without saving, it is
 * offered again beneath its row. It is no draft of the row meanwhile: saving the translation must not save it along.
 */
import type { Side } from '@/lib/bitext/text'
import type { SegmentRow } from '@/lib/segment/queries'
import { governingSide } from '@/lib/segment/rules'
import type { CorrectionDraft, Draft } from './drafts'
import { withdrawOffer } from './offers'
import { mayCorrect } from './rights'
import { saveDraft } from './save'
import { type Screen, sideKey } from './screen'
import { keepDraft } from './typed'

/** Opens the dialog: on what was begun here earlier, else on the text as it is. */
export function askCorrection(screen: Screen, row: SegmentRow, resumed?: Draft) {
  const side = governingSide(screen.review.document.governing)
  if (!side) return screen.tell(screen.t('review.none-governs'), { hint: true })
  if (!mayCorrect(screen.review, row)) return screen.tell(screen.t('problems.governing-text-locked'), { hint: true })
  const key = sideKey(row.id, side)
  // A correction on its way, or one that met another's: it is settled in its row.
  const sent = screen.drafts.get(key)
  if (sent && sent.state.is !== 'failed') return screen.tell(screen.t('review.save-first'), { hint: true })
  const earlier = resumed ?? sent ?? screen.offered.get(key)?.at(-1)
  if (earlier) withdrawOffer(screen, earlier)
  const draft = earlier ?? freshDraft(row, side)
  screen.asking.set({ what: 'correct', draft: { ...draft, correction: draft.correction ?? 'substantive' } })
}

function freshDraft(row: SegmentRow, side: Side): Draft {
  const at = new Date().toISOString()
  return {
    segmentId: row.id,
    side,
    baseVersion: row[`${side}Version`],
    base: row[side],
    text: row[side],
    begun: at,
    at,
  }
}

/** After each key. */
export function keepCorrection(screen: Screen, draft: CorrectionDraft): void {
  if (draft.text === draft.base) screen.shelf.drop(draft)
  else screen.shelf.keep({ ...draft, at: new Date().toISOString() })
}

/** The dialog is left, by whatever way: what was written is offered again. A save that failed stands in its row already. */
export function leaveCorrection(screen: Screen, draft: CorrectionDraft): void {
  const key = sideKey(draft.segmentId, draft.side)
  if (draft.text === draft.base || screen.drafts.get(key)) return
  screen.offered.set(key, [...(screen.offered.get(key) ?? []), draft])
  screen.offeredCount.set(screen.offered.size())
}

/** Answers whether the dialog is done: a conflict is shown and settled in the row, a failed save can be tried again. */
export async function saveCorrection(screen: Screen, draft: CorrectionDraft): Promise<boolean> {
  const { segmentId, side } = draft
  keepDraft(screen, draft)
  const saved = await saveDraft(screen, segmentId, side)
  if (saved) screen.tell(screen.t('review.corrected'))
  return saved || screen.drafts.get(sideKey(segmentId, side))?.state.is === 'conflict'
}
