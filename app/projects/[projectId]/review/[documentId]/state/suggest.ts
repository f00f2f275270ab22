/** Suggest mode: what is typed is put forward instead of saved. */
import { unanswered } from '@/app/_ui/unanswered'
import { can } from '@/lib/auth/roles'
import { otherSide, type Side } from '@/lib/bitext/text'
import type { RowSuggestion, SegmentRow } from '@/lib/segment/queries'
import { acceptSuggested, rejectSuggested, suggest, withdrawSuggested } from '../actions'
import { askMeaning } from './ask-meaning'
import { attempt } from './attempt'
import type { Correction } from './drafts'
import { governs, type Locked, lockOf } from './rights'
import type { LiveDraft, Screen } from './screen'
import { refreshChanges } from './tracking'

export function maySuggest(screen: Screen): boolean {
  return can(screen.review.me.role, 'suggestion.make')
}

/** Whether words typed here become a suggestion: by choice, or because this person may not edit at all. */
export function isSuggesting(screen: Screen, lock: Locked): boolean {
  return maySuggest(screen) && (screen.settings.get().suggesting || lock === 'role')
}

/** Why nothing can be typed here; null when words typed are an edit or a suggestion. */
export function lockNow(screen: Screen, row: SegmentRow, side: Side): Locked {
  const lock = lockOf(screen.review, row, side)
  return lock && isSuggesting(screen, lock) ? null : lock
}

export function toggleSuggesting(screen: Screen) {
  if (!maySuggest(screen)) return screen.tell(screen.t('problems.not-allowed'), { hint: true })
  const settings = screen.settings.get()
  screen.settings.set({ ...settings, suggesting: !settings.suggesting })
  screen.tell(screen.t(settings.suggesting ? 'tracked.suggesting-off' : 'tracked.suggesting-on'), { hint: true })
}

/** Sends a draft as a suggestion. Answers what the server refused, or null. */
export async function sendSuggestion(screen: Screen, draft: LiveDraft) {
  const { segmentId, side, text, base, baseVersion: seenVersion, suggestion } = draft
  const input = { projectId: screen.projectId, segmentId, side, text, base, seenVersion, note: suggestion?.note ?? '' }
  return await suggest(input).catch(unanswered(screen.t))
}

/** Takes a suggestion over as `text`, made on the version of the row that is shown. For the governing text it is asked what it means. */
export async function acceptHere(screen: Screen, row: SegmentRow, suggestion: RowSuggestion, text: string) {
  const { side } = suggestion
  const run = (correction?: Correction) => takeOver(screen, row, suggestion, text, correction)
  if (governs(screen.review, side)) askMeaning(screen, { segmentId: row.id, side, text, run })
  else await run()
}

async function takeOver(
  screen: Screen,
  row: SegmentRow,
  { id: suggestionId, side, by }: RowSuggestion,
  text: string,
  correction?: Correction,
): Promise<boolean> {
  const { projectId } = screen
  const seenVersion = row[`${side}Version`]
  const heldAgainst = row[`${otherSide(side)}Version`]
  const input = { projectId, suggestionId, seenVersion, text, heldAgainst, correction }
  const value = await attempt(screen, () => acceptSuggested(input))
  if (value) screen.tell(screen.t('tracked.suggestion-accepted', { name: by }))
  await refreshChanges(screen, row.id)
  return value !== null
}

export async function rejectHere(screen: Screen, row: SegmentRow, suggestionId: string, reason: string) {
  const value = await attempt(screen, () => rejectSuggested({ projectId: screen.projectId, suggestionId, reason }))
  if (value) screen.tell(screen.t('tracked.suggestion-rejected'))
  await refreshChanges(screen, row.id)
  return value !== null
}

export async function withdrawHere(screen: Screen, row: SegmentRow, suggestionId: string) {
  const value = await attempt(screen, () => withdrawSuggested({ projectId: screen.projectId, suggestionId }))
  if (value) screen.tell(screen.t('tracked.suggestion-withdrawn'))
  await refreshChanges(screen, row.id)
}
