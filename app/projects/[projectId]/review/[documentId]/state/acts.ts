/** What can be done to the row a person stands on. Every act answers in words when it cannot be done. */
import { unanswered } from '@/app/_ui/unanswered'
import { can } from '@/lib/auth/roles'
import { otherSide, type Side } from '@/lib/bitext/text'
import type { SegmentRow } from '@/lib/segment/queries'
import { nextStatus, previousStatus, type SegmentStatus } from '@/lib/segment/rules'
import { changeStatus, confirmPairing, settle } from '../actions'
import { attempt } from './attempt'
import { neighbour } from './filter'
import { keysOf } from './keys'
import { reloadRows, takeRows } from './load'
import { enterCell, goTo } from './move'
import { takesSteps, workingSide } from './rights'
import { saveDraft } from './save'
import { currentRow, type Screen, sideKey } from './screen'
import { lockNow } from './suggest'
import { dropDraft } from './typed'

async function saveBothSides(screen: Screen, segmentId: number): Promise<boolean> {
  const zh = await saveDraft(screen, segmentId, 'zh')
  const en = await saveDraft(screen, segmentId, 'en')
  return zh && en
}

export async function saveHere(screen: Screen) {
  const row = currentRow(screen)
  if (!row) return
  const dirty = (side: Side) => screen.drafts.get(sideKey(row.id, side)) !== undefined
  if (!dirty('zh') && !dirty('en')) return screen.tell(screen.t('review.nothing-to-save'), { hint: true })
  if (await saveBothSides(screen, row.id)) screen.savedAt.set(Date.now())
}

/** Goes on at once; if the save fails its row keeps the draft and says so. */
export function saveAndNext(screen: Screen): void {
  const row = currentRow(screen)
  if (!row) return
  void saveBothSides(screen, row.id)
  goOn(screen)
}

function goOn(screen: Screen): void {
  const next = neighbour(screen.view.get(), screen.place.get().row, 1)
  if (next === null) screen.tell(screen.t('review.last-row'), { hint: true })
  else goTo(screen, next)
}

/** Saves what is typed, takes the one forward step this role may take, and goes on. */
export async function approve(screen: Screen) {
  const row = currentRow(screen)
  if (!row) return
  if (row.locked) return screen.tell(screen.t('review.protected-needs-none'), { hint: true })
  if (!takesSteps(screen.review)) return screen.tell(screen.t('problems.nothing-to-compare'), { hint: true })
  if (!(await saveBothSides(screen, row.id))) return
  const now = screen.rows.get(row.id) ?? row
  if (now.stale) return screen.tell(staleFirst(screen), { hint: true })
  const to = nextStatus(now.status, screen.review.me.role)
  if (!to)
    return screen.tell(screen.t('review.no-further-step', { status: screen.t(statusText(now.status)) }), { hint: true })
  await changeStatusTo(screen, now, to, { onDone: () => goOn(screen) })
}

/** One step back, for whoever did the step before; the row stays before the person's eyes, to say why in a comment. */
export async function sendBack(screen: Screen): Promise<void> {
  const row = currentRow(screen)
  if (!row) return
  const to = previousStatus(row.status, screen.review.me.role)
  if (row.locked || !to)
    return screen.tell(screen.t('review.no-step-back', { status: screen.t(statusText(row.status)) }), { hint: true })
  await leadTo(screen, row, to)
}

/** Saves what is typed, then leads the row to this status. */
export async function leadTo(screen: Screen, row: SegmentRow, to: SegmentStatus): Promise<void> {
  if (!(await saveBothSides(screen, row.id))) return
  const onDone = () => screen.tell(screen.t('review.status-now', { status: screen.t(statusText(to)) }))
  await changeStatusTo(screen, screen.rows.get(row.id) ?? row, to, { onDone })
}

function staleFirst(screen: Screen): string {
  return screen.t('review.stale-first', {
    still: keysOf('still-correct').join('+'),
    change: keysOf('needs-change').join('+'),
  })
}

/** Keys of the statuses' names. */
export function statusText(status: SegmentStatus) {
  const names = {
    draft: 'common.statusDraft',
    translated: 'common.statusTranslated',
    revised: 'common.statusRevised',
    reviewed: 'common.statusReviewed',
    released: 'common.statusReleased',
  } as const
  return names[status]
}

type StatusOptions = { overrideReason?: string; onDone?: () => void }

/** Answers whether the status was changed. Where four eyes forbid it and this person may override, asks for the reason. */
export async function changeStatusTo(
  screen: Screen,
  row: SegmentRow,
  to: SegmentStatus,
  { overrideReason, onDone = () => {} }: StatusOptions = {},
): Promise<boolean> {
  const { id: segmentId, zhVersion, enVersion, status } = row
  const seen = { zhVersion, enVersion, status }
  const input = { projectId: screen.projectId, segmentId, to, seen, overrideReason }
  const outcome = await changeStatus(input).catch(unanswered(screen.t))
  if (outcome.ok) {
    const now = screen.rows.get(segmentId) ?? row
    takeRows(screen, [{ ...now, status: outcome.value.status }])
    screen.histories.set(segmentId, undefined)
    onDone()
    return true
  }
  if (outcome.problem === 'four-eyes' && outcome.detail.overridable === 1) {
    screen.asking.set({ what: 'override', segmentId, to, onDone })
    return false
  }
  screen.tell(outcome.message, { failed: true })
  if (outcome.problem === 'changed-meanwhile') void reloadRows(screen, [segmentId])
  return false
}

export async function toggleConfirmed(screen: Screen, row: SegmentRow) {
  if (!can(screen.review.me.role, 'segment.confirm'))
    return screen.tell(screen.t('problems.not-allowed'), { hint: true })
  const input = { projectId: screen.projectId, segmentId: row.id, confirmed: !row.confirmed }
  const value = await attempt(screen, () => confirmPairing(input))
  if (!value) return
  takeRows(screen, [{ ...(screen.rows.get(row.id) ?? row), confirmed: value.confirmed }])
  screen.tell(screen.t(value.confirmed ? 'review.pairing-confirmed' : 'review.pairing-open'))
}

/** "Still correct": the translation holds against the corrected governing text. */
export async function settleHere(screen: Screen, row: SegmentRow) {
  if (!row.stale) return screen.tell(screen.t('review.not-stale'), { hint: true })
  const { id: segmentId, zhVersion, enVersion } = row
  const input = { projectId: screen.projectId, segmentId, seen: { zhVersion, enVersion } }
  const value = await attempt(screen, () => settle(input))
  if (value) takeRows(screen, [{ ...(screen.rows.get(segmentId) ?? row), stale: false }])
  else void reloadRows(screen, [segmentId])
}

/** "Needs change": into the translation; saving other words there is the answer. */
export function changeHere(screen: Screen, row: SegmentRow) {
  if (!row.stale) return screen.tell(screen.t('review.not-stale'), { hint: true })
  const side = workingSide(screen.review)
  const lock = lockNow(screen, row, side)
  if (lock)
    return screen.tell(screen.t(lock === 'role' ? 'problems.not-allowed' : `review.lock-${lock}`), { hint: true })
  const at = screen.outline.get()?.rowOf.get(row.id)
  if (at !== undefined) enterCell(screen, at, side, null)
}

/** Takes the other person's text and lets go of mine, which can be called back. */
export function takeTheirs(screen: Screen, segmentId: number, side: Side): void {
  const draft = screen.drafts.get(sideKey(segmentId, side))
  if (!draft) return
  dropDraft(screen, draft)
  screen.tell(screen.t('review.took-theirs'), {
    action: {
      label: screen.t('review.bring-back'),
      run: () => {
        screen.drafts.set(sideKey(segmentId, side), draft)
        screen.draftCount.set(screen.drafts.size())
        screen.shelf.keep(draft)
      },
    },
  })
}

/** From one text of the row to the other. */
export function switchSide(screen: Screen): void {
  const place = screen.place.get()
  goTo(screen, place.row, { side: otherSide(place.side), editing: place.editing })
}
