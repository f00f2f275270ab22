/** Drafts and their saving. Whatever happens on the way, the words stay: in the draft, in the history, or in both. */
import { otherSide, type Side } from '@/lib/bitext/text'
import type { RowSuggestion, SegmentRow } from '@/lib/segment/queries'
import { acceptSuggested, saveEdit } from '../actions'
import { askMeaning, type Correction } from './correct'
import type { Draft } from './drafts'
import { reloadRows, takeRows } from './load'
import { governs } from './rights'
import { currentId, type DraftState, type LiveDraft, type Screen, sideKey } from './screen'
import { sendSuggestion } from './suggest'

/** What a cell shows: the draft if there is one, else the saved text. */
export function shownText(screen: Screen, row: SegmentRow, side: Side): string {
  return screen.drafts.get(sideKey(row.id, side))?.text ?? row[side]
}

function putDraft(screen: Screen, draft: LiveDraft): void {
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
  if (!draft) return screen.tell(screen.t('review.nothing-to-discard'))
  if (draft.state.is === 'saving') return screen.tell(screen.t('common.saving'))
  discardDraft(screen, draft)
}

/** Answers whether all words of this side are saved now. */
export async function saveDraft(screen: Screen, segmentId: number, side: Side): Promise<boolean> {
  const draft = screen.drafts.get(sideKey(segmentId, side))
  if (!draft) return true
  if (draft.state.is === 'saving' || draft.state.is === 'conflict') return false
  if (draft.suggestion) return await putForward(screen, draft)
  const { text, baseVersion: seenVersion, against } = draft
  return await sendDraft(screen, draft, { text, seenVersion, kind: 'edit', heldAgainst: against })
}

/** Saves what a person made of a conflict, as a change of the other's newer text. */
export async function saveMerge(screen: Screen, draft: LiveDraft, text: string): Promise<boolean> {
  if (draft.state.is !== 'conflict') return false
  const { segmentId, side, accepts, correction } = draft
  if (accepts && !correction && governs(screen.review, side)) {
    const run = (meant: Correction) => saveMerge(screen, { ...draft, correction: meant }, text)
    askMeaning(screen, { segmentId, side, text, run })
    return false
  }
  const seenVersion = draft.state.version
  // Joined now, with the row as it stands before the person.
  const heldAgainst = screen.rows.get(segmentId)?.[`${otherSide(side)}Version`]
  return await sendDraft(screen, draft, { text, seenVersion, kind: 'merge', heldAgainst })
}

type Sent = { text: string; seenVersion: number; kind: 'edit' | 'merge'; heldAgainst: number | undefined }

async function sendDraft(screen: Screen, draft: LiveDraft, sent: Sent): Promise<boolean> {
  const { segmentId, side } = draft
  screen.typing.get(sideKey(segmentId, side))?.seal()
  putDraft(screen, { ...draft, state: { is: 'saving' } })
  const outcome = await sendText(screen, draft, sent).catch(() => null)
  const now = screen.drafts.get(sideKey(segmentId, side)) ?? draft
  if (outcome?.ok) {
    takeSaved(screen, now, draft, sent.text, outcome.value)
    void reloadRows(screen, [segmentId])
    return true
  }
  const conflict = outcome?.problem === 'segment-changed' ? outcome.detail : null
  if (conflict && typeof conflict.text === 'string' && typeof conflict.version === 'number') {
    const kept = draft.state.is === 'conflict' && sent.kind === 'merge' ? { ...now, text: sent.text } : now
    // The other's text is what a merge was made on, so the merge is compared with it from here on.
    const base = draft.state.is === 'conflict' ? { base: draft.state.theirs, baseVersion: draft.state.version } : {}
    const next: LiveDraft = {
      ...kept,
      ...base,
      state: { is: 'conflict', version: conflict.version, theirs: conflict.text },
    }
    screen.shelf.drop(draft)
    screen.shelf.keep(next)
    putDraft(screen, next)
    void reloadRows(screen, [segmentId])
    return false
  }
  const message = outcome?.message ?? screen.t('problems.offline')
  // A merge that could not be sent is still a merge.
  putDraft(screen, { ...now, state: draft.state.is === 'conflict' ? draft.state : { is: 'failed', message } })
  // The row says it where it stands; elsewhere a person must be told.
  if (currentId(screen) !== segmentId) screen.tell(`${message} ${screen.t('review.draft-kept')}`, { failed: true })
  return false
}

/** A suggestion joined by hand is accepted by what was made of it. */
function sendText(screen: Screen, { segmentId, side, correction, accepts }: LiveDraft, sent: Sent) {
  const { projectId } = screen
  if (!accepts) return saveEdit({ projectId, segmentId, side, correction, ...sent })
  const { text, seenVersion, heldAgainst } = sent
  return acceptSuggested({
    projectId,
    suggestionId: accepts,
    text,
    seenVersion,
    heldAgainst,
    correction,
  })
}

/** Puts a draft forward. What the server refuses leaves it as it was. */
async function putForward(screen: Screen, draft: LiveDraft): Promise<boolean> {
  const { segmentId, side } = draft
  putDraft(screen, { ...draft, state: { is: 'saving' } })
  const outcome = await sendSuggestion(screen, draft)
  const now = screen.drafts.get(sideKey(segmentId, side)) ?? draft
  if (!outcome?.ok) {
    const message = outcome?.message ?? screen.t('problems.offline')
    putDraft(screen, { ...now, state: { is: 'failed', message } })
    return false
  }
  dropDraft(screen, now)
  // Typed on meanwhile: those words are a suggestion of their own.
  if (now.text !== draft.text) keepDraft(screen, { ...now, begun: now.at })
  screen.tell(screen.t('tracked.suggested'))
  await reloadRows(screen, [segmentId])
  return true
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
  if (screen.drafts.get(sideKey(row.id, side))) return screen.tell(screen.t('review.save-first'), { failed: true })
  const at = new Date().toISOString()
  const draft = keepDraft(screen, { segmentId: row.id, side, baseVersion, base, text, begun: at, at, accepts: id })
  putDraft(screen, { ...draft, state: { is: 'conflict', version: row[`${side}Version`], theirs: row[side] } })
}

type Edited = Extract<Awaited<ReturnType<typeof saveEdit>>, { ok: true }>['value']

function takeSaved(
  screen: Screen,
  now: LiveDraft,
  sentDraft: LiveDraft,
  text: string,
  { version, status, stale }: Edited,
) {
  const { segmentId, side } = now
  // Typed on while the save was on its way: those words are a draft on the new version.
  const typedOn = now.text !== sentDraft.text
  dropDraft(screen, now)
  if (typedOn) {
    const { at, against } = now
    keepDraft(screen, { segmentId, side, baseVersion: version, base: text, text: now.text, against, begun: at, at })
  }
  const row = screen.rows.get(segmentId)
  if (!row) return
  const edited = row.edited || (side === 'en' && version > 1)
  takeRows(screen, [{ ...row, [side]: text, [`${side}Version`]: version, status, stale, edited }])
  if (row.stale && !stale) screen.tell(screen.t('review.stale-answered'))
}

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

/** Shows a draft beside the newer text that was saved while it was being written. */
export function showConflict(screen: Screen, row: SegmentRow, side: Side): void {
  const draft = screen.drafts.get(sideKey(row.id, side))
  if (!draft) return
  putDraft(screen, { ...draft, state: { is: 'conflict', version: row[`${side}Version`], theirs: row[side] } })
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
