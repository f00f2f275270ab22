/** Drafts of earlier visits, offered beside their rows until they are taken up or let go. */
import type { SegmentRow } from '@/lib/segment/queries'
import type { Draft } from './drafts'
import { type Screen, sideKey } from './screen'
import { keepDraft, putDraft } from './typed'

/** Drafts of earlier visits, to be offered again beside their rows. */
export async function offerKeptDrafts(screen: Screen): Promise<void> {
  for (const draft of await screen.shelf.listAll()) {
    const key = sideKey(draft.segmentId, draft.side)
    const typing = screen.drafts.get(key)
    // What the person types just now is not an earlier visit.
    if (typing?.begun === draft.begun || !screen.outline.get()?.rowOf.has(draft.segmentId)) continue
    screen.offered.set(key, [...(screen.offered.get(key) ?? []), draft])
  }
  screen.offeredCount.set(screen.offered.size())
}

/** A draft that has been saved after all is no offer: the browser ended before it could forget it. */
export function forgetSaved(screen: Screen, draft: Draft): void {
  withdrawOffer(screen, draft)
  screen.shelf.drop(draft)
}

/** It is taken up again, or gone. */
export function withdrawOffer(screen: Screen, draft: Draft): void {
  const key = sideKey(draft.segmentId, draft.side)
  const left = (screen.offered.get(key) ?? []).filter((other) => other.begun !== draft.begun)
  screen.offered.set(key, left.length > 0 ? left : undefined)
  screen.offeredCount.set(screen.offered.size())
}

/** Goes on with an earlier draft. Where the text has changed since, it opens as a conflict that shows both. */
export function takeOffered(screen: Screen, draft: Draft, row: SegmentRow): void {
  withdrawOffer(screen, draft)
  const key = sideKey(draft.segmentId, draft.side)
  const typed = screen.drafts.get(key)
  // What is being typed steps back into the row of offers.
  if (typed) screen.offered.set(key, [...(screen.offered.get(key) ?? []), typed])
  const live = keepDraft(screen, draft)
  const version = row[`${draft.side}Version`]
  if (version === draft.baseVersion) return
  putDraft(screen, { ...live, state: { is: 'conflict', version, theirs: row[draft.side] } })
}

export function discardOffered(screen: Screen, draft: Draft): void {
  withdrawOffer(screen, draft)
  screen.shelf.drop(draft)
  screen.tell(screen.t('review.draft-discarded'), {
    action: {
      label: screen.t('review.bring-back'),
      run: () => {
        screen.shelf.keep(draft)
        const key = sideKey(draft.segmentId, draft.side)
        screen.offered.set(key, [...(screen.offered.get(key) ?? []), draft])
        screen.offeredCount.set(screen.offered.size())
      },
    },
  })
}
