/** Saving drafts. Whatever happens on the way, the words stay: in the draft, in the history, or in both. */
import { unanswered } from '@/app/_ui/unanswered'
import { otherSide, type Side } from '@/lib/bitext/text'
import { acceptSuggested, saveEdit } from '../actions'
import { askMeaning } from './ask-meaning'
import type { Correction } from './drafts'
import { reloadRows, takeRows } from './load'
import { governs } from './rights'
import { currentId, type LiveDraft, type Screen, sideKey } from './screen'
import { sendSuggestion } from './suggest'
import { dropDraft, keepDraft, putDraft } from './typed'

const underWay = new WeakMap<Screen, Map<string, Promise<boolean>>>()

/** Answers whether all words of this side are saved now. What is typed while a save is on its way is saved after it. */
export async function saveDraft(screen: Screen, segmentId: number, side: Side): Promise<boolean> {
  const key = sideKey(segmentId, side)
  const sending = underWay.get(screen) ?? new Map<string, Promise<boolean>>()
  underWay.set(screen, sending)
  while (sending.has(key)) await sending.get(key)
  const draft = screen.drafts.get(key)
  if (!draft) return true
  if (draft.state.is === 'saving' || draft.state.is === 'conflict') return false
  const sent = sendAsMeant(screen, draft).finally(() => sending.delete(key))
  sending.set(key, sent)
  return await sent
}

function sendAsMeant(screen: Screen, draft: LiveDraft): Promise<boolean> {
  if (draft.suggestion) return putForward(screen, draft)
  const { text, baseVersion: seenVersion, against } = draft
  return sendDraft(screen, draft, { text, seenVersion, kind: 'edit', heldAgainst: against })
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
  const outcome = await sendText(screen, draft, sent).catch(unanswered(screen.t))
  const now = screen.drafts.get(sideKey(segmentId, side)) ?? draft
  if (outcome.ok) {
    takeSaved(screen, now, draft, sent.text, outcome.value)
    void reloadRows(screen, [segmentId])
    return true
  }
  const conflict = outcome.problem === 'segment-changed' ? outcome.detail : null
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
  const { message } = outcome
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
  if (!outcome.ok) {
    putDraft(screen, { ...now, state: { is: 'failed', message: outcome.message } })
    return false
  }
  dropDraft(screen, now)
  // Typed on meanwhile: those words are a suggestion of their own.
  if (now.text !== draft.text) keepDraft(screen, { ...now, begun: now.at })
  screen.tell(screen.t('tracked.suggested'))
  await reloadRows(screen, [segmentId])
  return true
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
