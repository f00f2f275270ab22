/** Tracked changes: which are shown, which one a person is at, and what becomes of it. */
import { can } from '@/lib/auth/roles'
import { numberChanges, startTracking, type TrackedChange, trackSteps } from '@/lib/bitext/diff'
import { SIDES, type Side } from '@/lib/bitext/text'
import { BASE_NAMES } from '@/lib/revision/bases'
import type { Base, TrackedSide } from '@/lib/revision/tracked'
import type { SegmentRow } from '@/lib/segment/queries'
import { acceptTracked, rejectTracked, restore, undoAccepted } from '../actions'
import { attempt } from './attempt'
import { reloadRows } from './load'
import { goToSegment } from './move'
import { forgetBases, loadBases } from './past'
import { currentRow, type Screen, sideKey, TRACKED_VIEWS, type TrackedView } from './screen'

let lastShown: Base = 'accepted'

/** Shows tracked changes against this base; null shows the texts plain. */
export function showBase(screen: Screen, base: Base | null): void {
  if (base) lastShown = base
  forgetBases(screen)
  screen.change.set(null)
  screen.settings.set({ ...screen.settings.get(), base })
}

/** What texts can be held against in this document; against an edition once there is one. */
export function namedBases({ review, t }: Screen): { base: Base; name: string }[] {
  const number = review.document.lastEdition
  return BASE_NAMES.filter((base) => base !== 'edition' || number !== null).map((base) => ({
    base,
    name: t(`tracked.base-${base}`, { number }),
  }))
}

/** Alt+D: off, or on against the base that was shown last. */
export function toggleTracking(screen: Screen): void {
  showBase(screen, screen.settings.get().base ? null : lastShown)
}

export function showTrackedView(screen: Screen, trackedView: TrackedView): void {
  if (!screen.settings.get().base) showBase(screen, lastShown)
  screen.settings.set({ ...screen.settings.get(), trackedView })
}

/** Changes among the words, then only what they led to, then only what they came from. */
export function turnTrackedView(screen: Screen): void {
  const { trackedView } = screen.settings.get()
  const next = TRACKED_VIEWS[(TRACKED_VIEWS.indexOf(trackedView) + 1) % TRACKED_VIEWS.length] ?? 'inline'
  showTrackedView(screen, screen.settings.get().base ? next : 'inline')
}

/** The changes of a text up to what is being typed: the last step is this person's. */
export function changesOf(
  tracked: TrackedSide | undefined,
  saved: string,
  shown: string,
  { side, me }: { side: Side; me: string },
): TrackedChange[] {
  if (tracked && saved === shown) return tracked.changes
  const pieces = tracked?.changes.map(({ op, text, by }) => ({ op, text, by })) ?? startTracking(saved)
  return numberChanges(saved === shown ? pieces : trackSteps(pieces, [{ after: shown, by: me }], side), side)
}

/** Numbers of the changes of a saved text, in its order. */
function numbersIn(tracked: TrackedSide | undefined): number[] {
  return [...new Set(tracked?.changes.flatMap(({ change }) => (change === null ? [] : [change])) ?? [])]
}

/** The next change of this row, else of the next row that has one; going round is left to the person. */
export async function goToChange(screen: Screen, direction: 'next' | 'previous'): Promise<void> {
  if (!screen.settings.get().base) showBase(screen, 'accepted')
  const row = currentRow(screen)
  if (!row) return
  await loadBases(screen, [row.id])
  const here = changesHere(screen, row.id)
  const now = screen.change.get()
  const at = here.findIndex(
    (one) => one.segmentId === now?.segmentId && one.side === now.side && one.number === now.number,
  )
  const next = direction === 'next' ? at + 1 : at === -1 ? here.length - 1 : at - 1
  const found = here[next]
  if (found) return screen.change.set(found)
  await goToChangedRow(screen, row.id, direction)
}

function changesHere(screen: Screen, segmentId: number) {
  return SIDES.flatMap((side) =>
    numbersIn(screen.bases.get(sideKey(segmentId, side))).map((number) => ({ segmentId, side, number })),
  )
}

async function goToChangedRow(screen: Screen, from: number, direction: 'next' | 'previous'): Promise<void> {
  const answer = await fetch(`${screen.api}/history/next-change?segmentId=${from}&direction=${direction}`).catch(
    () => null,
  )
  const body: { segmentId?: number | null } | null = answer?.ok ? await answer.json() : null
  if (!body) return screen.tell(screen.t('problems.offline'), { failed: true })
  if (!body.segmentId || !goToSegment(screen, body.segmentId)) {
    return screen.tell(screen.t(direction === 'next' ? 'tracked.no-next' : 'tracked.no-previous'), { hint: true })
  }
  await reloadRows(screen, screen.rows.get(body.segmentId) ? [] : [body.segmentId])
  await loadBases(screen, [body.segmentId])
  const there = changesHere(screen, body.segmentId)
  screen.change.set((direction === 'next' ? there[0] : there.at(-1)) ?? null)
}

const wanted = new WeakMap<Screen, Set<number>>()

/** Rows in view that come to need their changes at about the same time ask for them together. */
const TOGETHER_MS = 40

/** Asks for the changes of a row: it came into view, or its text has changed under the eyes of the person. */
export function wantChanges(screen: Screen, segmentId: number): void {
  const waiting = wanted.get(screen)
  if (waiting) {
    waiting.add(segmentId)
    return
  }
  const ids = new Set([segmentId])
  wanted.set(screen, ids)
  setTimeout(() => {
    wanted.delete(screen)
    void loadBases(screen, [...ids].slice(0, 200))
  }, TOGETHER_MS)
}

/** Somebody accepted changes of these rows, which changes no text: what is held against what is asked for anew. */
export function forgetChanges(screen: Screen, ids: readonly number[] | null): void {
  if (ids === null) forgetBases(screen)
  for (const id of ids ?? []) for (const side of SIDES) screen.bases.set(sideKey(id, side), undefined)
}

export function maySettleChanges(screen: Screen): boolean {
  return can(screen.review.me.role, 'change.settle')
}

/** Accepts or rejects the change the person is at, or every change of the row. */
export async function settleChange(screen: Screen, verdict: 'accept' | 'reject', which: 'one' | 'all'): Promise<void> {
  const row = currentRow(screen)
  if (!row) return
  if (!maySettleChanges(screen)) return screen.tell(screen.t('problems.not-allowed'), { hint: true })
  if (screen.settings.get().base !== 'accepted') return screen.tell(screen.t('tracked.settle-where'), { hint: true })
  const change = screen.change.get()
  if (which === 'one' && change?.segmentId !== row.id)
    return screen.tell(screen.t('tracked.choose-change'), { hint: true })
  for (const side of SIDES) {
    const tracked = screen.bases.get(sideKey(row.id, side))
    const numbers = numbersIn(tracked)
    if (!tracked || numbers.length === 0 || (which === 'one' && change?.side !== side)) continue
    if (screen.drafts.get(sideKey(row.id, side))) return screen.tell(screen.t('review.save-first'), { hint: true })
    const settled = which === 'all' ? ('all' as const) : [change?.number ?? 0]
    if (!(await settleOn(screen, row, tracked, verdict, settled))) return
  }
  if (which === 'one') await goOnAfter(screen, row.id)
}

/** What was the next change has the number of the one that is gone, where there still is one. */
async function goOnAfter(screen: Screen, segmentId: number): Promise<void> {
  const was = screen.change.get()
  await loadBases(screen, [segmentId])
  const left = changesHere(screen, segmentId)
  const next = left.find((one) => one.side === was?.side && one.number >= (was?.number ?? 0)) ?? left[0]
  screen.change.set(next ?? null)
  if (!next) await goToChangedRow(screen, segmentId, 'next')
}

async function settleOn(
  screen: Screen,
  row: SegmentRow,
  { side, version: seenVersion, acceptedVersion: seenAccepted }: TrackedSide,
  verdict: 'accept' | 'reject',
  changes: 'all' | number[],
): Promise<boolean> {
  const { projectId } = screen
  const segmentId = row.id
  const input = { projectId, segmentId, side, changes, seenVersion, seenAccepted }
  const undo = { label: screen.t('tracked.undo') }
  if (verdict === 'accept') {
    const value = await attempt(screen, () => acceptTracked(input))
    await refreshChanges(screen, segmentId)
    if (!value) return false
    const run = () =>
      void takeBack(screen, segmentId, () =>
        undoAccepted({ projectId, segmentId, side, seenAccepted: value.acceptedVersion }),
      )
    screen.tell(screen.t('tracked.accepted'), { action: { ...undo, run } })
    return true
  }
  const value = await attempt(screen, () => rejectTracked(input))
  await refreshChanges(screen, segmentId)
  if (!value) return false
  const { revisionId, version } = value
  const run = () =>
    void takeBack(screen, segmentId, () =>
      restore({ projectId, revisionId: revisionId ?? 0, state: 'before', seenVersion: version }),
    )
  screen.tell(screen.t('tracked.rejected'), revisionId === null ? {} : { action: { ...undo, run } })
  return true
}

type Answered = Parameters<typeof attempt>[1]

async function takeBack(screen: Screen, segmentId: number, act: Answered): Promise<void> {
  if (await attempt(screen, act)) screen.tell(screen.t('tracked.undone'))
  await refreshChanges(screen, segmentId)
}

/** The row and its changes as they are now. */
export async function refreshChanges(screen: Screen, segmentId: number): Promise<void> {
  await reloadRows(screen, [segmentId])
  for (const side of SIDES) screen.bases.set(sideKey(segmentId, side), undefined)
  screen.histories.set(segmentId, undefined)
  await loadBases(screen, [segmentId])
}

const asked = new WeakMap<Screen, Set<string>>()

/** What the governing text of a stale row went through since the row was approved; asked for once a version. */
export async function loadCorrected(screen: Screen, row: SegmentRow, governing: Side): Promise<void> {
  const known = screen.corrected.get(row.id)
  const key = `${row.id}/${row[`${governing}Version`]}`
  const pending = asked.get(screen) ?? new Set()
  asked.set(screen, pending)
  if (known?.version === row[`${governing}Version`] || pending.has(key)) return
  pending.add(key)
  const answer = await fetch(`${screen.api}/history/bases?base=approval&ids=${row.id}`).catch(() => null)
  pending.delete(key)
  const sides: TrackedSide[] = answer?.ok ? await answer.json() : []
  screen.corrected.set(
    row.id,
    sides.find(({ side }) => side === governing),
  )
}

/** How many colours tell people apart; after that they come round again, and the name still says who. */
const COLOURS = 6

/** The colour of a person: by their place in the project, so that it is the same on every screen. */
export function colourOf(members: readonly { id: string }[], memberId: string): number {
  const place = members.findIndex(({ id }) => id === memberId)
  return (place === -1 ? members.length : place) % COLOURS
}
