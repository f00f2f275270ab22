/** What was typed and is not saved: the drafts of this screen, each kept in the browser until it is saved or let go. */
import { otherSide, type Side } from '@/lib/bitext/text'
import type { RowSuggestion, SegmentRow } from '@/lib/segment/queries'
import type { Draft } from './drafts'
import { currentId, type DraftState, type LiveDraft, type Screen, sideKey } from './screen'

/** What a cell shows: the draft if there is one, else the saved text. */
export function shownText(screen: Screen, row: SegmentRow, side: Side): string {
  return screen.drafts.get(sideKey(row.id, side))?.text ?? row[side]
}

/** Sets a draft as it is now; keeping it in the browser is its caller's. */
export function putDraft(screen: Screen, draft: LiveDraft): void {
  screen.drafts.set(sideKey(draft.segmentId, draft.side), draft)
  screen.draftCount.set(screen.drafts.size())
}

/** `suggesting`: a draft that begins now will be put forward, not saved. */
export function typeDraft(screen: Screen, row: SegmentRow, side: Side, text: string, suggesting = false) {
  const before = screen.drafts.get(sideKey(row.id, side))
  if (!before && text === row[side]) return
  const at = new Date().toISOString()
  const against = row[`${otherSide(side)}Version`]
  const draft: LiveDraft = before
    ? { ...before, text, at, against, state: stateAfterTyping(before.state) }
    : {
        segmentId: row.id,
        side,
        baseVersion: row[`${side}Version`],
        base: row[side],
        text,
        against,
        begun: at,
        at,
        state: { is: 'typing' },
        ...(suggesting && { suggestion: { note: '' } }),
      }
  // Typed back to what is saved: there is nothing to keep, unless a conflict or a save is still open.
  if (draft.state.is === 'typing' && draft.text === draft.base) return dropDraft(screen, draft)
  putDraft(screen, draft)
  screen.shelf.keep(draft)
}

function stateAfterTyping(state: DraftState): DraftState {
  return state.is === 'failed' ? { is: 'typing' } : state
}

/** Puts a draft made elsewhere (a correction in its dialog) among the others. */
export function keepDraft(screen: Screen, draft: Draft): LiveDraft {
  const live: LiveDraft = { ...draft, state: { is: 'typing' } }
  putDraft(screen, live)
  screen.shelf.keep(live)
  return live
}

export function dropDraft(screen: Screen, draft: Draft): void {
  screen.drafts.set(sideKey(draft.segmentId, draft.side), undefined)
  screen.draftCount.set(screen.drafts.size())
  screen.shelf.drop(draft)
}

/** Drops a draft at the person's wish, and lets them think again. */
export function discardDraft(screen: Screen, draft: LiveDraft): void {
  dropDraft(screen, draft)
  screen.tell(screen.t('review.draft-discarded'), {
    action: { label: screen.t('review.bring-back'), run: () => keepDraft(screen, draft) },
  })
}

/** Lets go of what is typed in the text a person is at, else in the other text of the row. */
export function discardHere(screen: Screen) {
  const id = currentId(screen)
  const { side } = screen.place.get()
  const drafts = [side, otherSide(side)].map((one) => screen.drafts.get(sideKey(id ?? 0, one)))
  const draft = drafts.find((one) => one !== undefined)
  if (!draft) return screen.tell(screen.t('review.nothing-to-discard'), { hint: true })
  if (draft.state.is === 'saving') return screen.tell(screen.t('common.saving'), { hint: true })
  discardDraft(screen, draft)
}

/** What a person says about their suggestion. */
export function noteSuggestion(screen: Screen, draft: LiveDraft, note: string): void {
  const next = { ...draft, suggestion: { note } }
  putDraft(screen, next)
  screen.shelf.keep(next)
}

/** Opens a suggestion beside what the text has become since: base, theirs and the suggestion, to be joined by hand. */
export function joinSuggestion(screen: Screen, row: SegmentRow, suggestion: RowSuggestion) {
  const { side, base, baseVersion, text, id } = suggestion
  if (screen.drafts.get(sideKey(row.id, side))) return screen.tell(screen.t('review.save-first'), { hint: true })
  const at = new Date().toISOString()
  const draft = keepDraft(screen, { segmentId: row.id, side, baseVersion, base, text, begun: at, at, accepts: id })
  putDraft(screen, { ...draft, state: { is: 'conflict', version: row[`${side}Version`], theirs: row[side] } })
}

/** Shows a draft beside the newer text that was saved while it was being written. */
export function showConflict(screen: Screen, row: SegmentRow, side: Side): void {
  const draft = screen.drafts.get(sideKey(row.id, side))
  if (!draft) return
  putDraft(screen, { ...draft, state: { is: 'conflict', version: row[`${side}Version`], theirs: row[side] } })
}
