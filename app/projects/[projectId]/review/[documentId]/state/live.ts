/**
 * What others do appears on the screen. Rows that are here are replaced, of the others the outline is kept right; the cell a
 * person types in is never touched: their words are a draft, and what changed beneath it is shown beside it.
 */
import { useEffect } from 'react'
import { ROLE_NAMES } from '@/app/_ui/texts/names'
import type { MemberRole } from '@/lib/auth/roles'
import { SIDES, type Side } from '@/lib/bitext/text'
import { type Change, type Cursor, type LiveMessage, MOST_ROWS_SENT } from '@/lib/live/message'
import type { SegmentRow } from '@/lib/segment/queries'
import { isHeld, oweRows } from './hold'
import { holdCaret } from './live-caret'
import { openLine } from './live-connection'
import { withRows } from './live-outline'
import { reportPlace, takePeople } from './live-presence'
import { guardTyping } from './live-soft-lock'
import { refreshOutline, reloadRows, takeRows } from './load'
import { currentId, type Screen, sideKey } from './screen'

/** Follows the document while the screen is open. `cursor`: where the stream stood before anything of it was read. */
export function useLive(screen: Screen, cursor: Cursor): void {
  useEffect(() => {
    const line = openLine({
      api: screen.api,
      tab: screen.live.tab,
      cursor,
      hear: (message) => hear(screen, message),
      onState: (state) => {
        const before = screen.live.connection.get()
        screen.live.connection.set(state)
        if (state === 'ended' && before !== 'ended') screen.tell(screen.t('live.ended'), { failed: true })
      },
    })
    const report = reportPlace(screen)
    const guard = guardTyping(screen)
    return () => {
      report()
      guard()
      line()
    }
    // The cursor a page came with counts for its first opening; from then on the line keeps its own.
  }, [screen, cursor])
}

export function hear(screen: Screen, message: LiveMessage): void {
  if (message.type === 'change') takeChange(screen, message)
  else if (message.type === 'reload') fetchSoon(screen, null)
  else if (message.type === 'people') takePeople(screen, message.people)
  else if (message.type === 'taken-over') yieldTo(screen, message)
  else if (message.type === 'role') changeRole(screen, message.role)
}

function changeRole(screen: Screen, role: MemberRole): void {
  if (role === screen.review.me.role) return
  takeRole(screen, role)
  screen.tell(screen.t('live.role-changed', { role: screen.t(ROLE_NAMES[role]) }), { hint: true })
}

function yieldTo(screen: Screen, { segmentId, side, by }: { segmentId: number; side: Side; by: string }): void {
  screen.live.yielded.set(sideKey(segmentId, side), new Date().toISOString())
  const row = (screen.outline.get()?.rowOf.get(segmentId) ?? 0) + 1
  screen.tell(screen.t('live.taken-over', { name: by, row }), { hint: true })
}

/** They move rows, or what only the outline shows; everything else is told by the rows themselves. */
const OF_THE_OUTLINE: readonly string[] = ['structure', 'assignment', 'alignment']

export function takeChange(screen: Screen, change: Change): void {
  for (const listener of screen.live.listeners) listener(change)
  // They change nothing of the rows; who shows them listens.
  if (change.kinds.every((kind) => kind === 'finding' || kind === 'term')) return
  const outline = screen.outline.get()
  // What is read from now on has it already.
  if (!outline) return
  const { ids, kinds, rows } = change
  // Headings part the outline into sections, which only the server knows.
  const parts = rows.some(({ id, kind, turn }) => {
    const before = screen.rows.get(id)
    return before && (before.kind !== kind || before.turn !== turn)
  })
  if (rows.length > 0) takeTold(screen, change)
  if (ids === null || kinds.some((kind) => OF_THE_OUTLINE.includes(kind))) {
    const onlyOutline = ids === null && kinds.every((kind) => kind === 'assignment')
    fetchSoon(screen, onlyOutline ? [] : ids, () => !parts && isHere(screen, change))
    return
  }
  const told = new Set(rows.map(({ id }) => id))
  const missing = ids.filter((id) => !told.has(id))
  if (missing.some((id) => outline.rowOf.has(id) && !screen.rows.get(id))) fetchSoon(screen, missing)
  else reloadSoon(screen, missing)
}

/** What the screen may have already: from the answer to what was done on it, or from the rows that came along. */
const OF_THE_ROWS: readonly string[] = ['structure', 'alignment', 'text', 'row']

/**
 * Does the screen show all of it, so that no outline has to be fetched? Every row told is here as it was told, and of those
 * that were not told, being gone, none is. Asked a moment after it was heard: the answer to one's own step comes by then.
 */
export function isHere(screen: Screen, { ids, kinds, rows }: Change): boolean {
  const outline = screen.outline.get()
  // Of more rows than are sent along it is not known which are gone.
  if (!outline || ids === null || ids.length > MOST_ROWS_SENT || (ids.length > 0 && rows.length === 0)) return false
  if (isHeld(screen) || kinds.some((kind) => !OF_THE_ROWS.includes(kind))) return false
  const told = new Map(rows.map((row) => [row.id, row]))
  return ids.every((id) => {
    const row = told.get(id)
    if (!row) return !outline.rowOf.has(id)
    const here = screen.rows.get(id)
    return outline.rowOf.has(id) && here !== undefined && !isNews(here, row)
  })
}

/** The rows that came along: those that are here are replaced, the others only change the outline. */
function takeTold(screen: Screen, change: Change): void {
  const outline = screen.outline.get()
  if (!outline) return
  if (isHeld(screen)) {
    oweRows(
      screen,
      change.rows.map(({ id }) => id),
    )
    return
  }
  const here = change.rows.filter((row) => {
    const before = screen.rows.get(row.id)
    return before !== undefined && isNews(before, row)
  })
  const elsewhere = change.rows.filter(({ id }) => !screen.rows.get(id))
  screen.outline.set(withRows(outline, elsewhere))
  if (here.length === 0) return
  const before = new Map(here.map(({ id }) => [id, screen.rows.get(id)]))
  holdCaret(here, () => takeRows(screen, here))
  for (const row of here) noteChange(screen, row, before.get(row.id), change.by[row.id])
}

/** A slow message must not bring back what a quicker answer has replaced. */
export function isNews(before: SegmentRow, row: SegmentRow): boolean {
  if (row.zhVersion < before.zhVersion || row.enVersion < before.enVersion) return false
  return JSON.stringify(row) !== JSON.stringify(before)
}

const FRESH_FOR_MS = 2_500

function noteChange(
  screen: Screen,
  row: SegmentRow,
  before: SegmentRow | undefined,
  by: Change['by'][number] | undefined,
) {
  const changed = SIDES.filter((side) => before?.[`${side}Version`] !== row[`${side}Version`])
  for (const side of changed) screen.live.changedBy.set(sideKey(row.id, side), by?.name)
  const mine = by?.memberId === screen.review.me.memberId
  if (mine || isBeingSaved(screen, row.id)) return
  const at = Date.now()
  screen.live.fresh.set(row.id, at)
  setTimeout(() => screen.live.fresh.get(row.id) === at && screen.live.fresh.set(row.id, undefined), FRESH_FOR_MS)
  if (currentId(screen) !== row.id || !by || changed.length === 0) return
  const number = (screen.outline.get()?.rowOf.get(row.id) ?? 0) + 1
  screen.live.said.set(screen.t('live.said-changed', { name: by.name, row: number }))
}

function isBeingSaved(screen: Screen, segmentId: number): boolean {
  return SIDES.some((side) => screen.drafts.get(sideKey(segmentId, side))?.state.is === 'saving')
}

/** Two hundred screens that hear of one change do not ask for its rows in the same moment. */
const spread = () => 100 + Math.random() * 700

type Due = { all: boolean; ids: Set<number>; needless: (() => boolean)[]; timer: ReturnType<typeof setTimeout> }
const outlines = new WeakMap<Screen, Due>()
const rows = new WeakMap<Screen, Due>()

function due(of: WeakMap<Screen, Due>, screen: Screen, act: (due: Due) => void): Due {
  const waiting = of.get(screen)
  if (waiting) return waiting
  const next: Due = {
    all: false,
    ids: new Set(),
    needless: [],
    timer: setTimeout(() => {
      of.delete(screen)
      act(next)
    }, spread()),
  }
  of.set(screen, next)
  return next
}

/** The outline anew, and the texts of these rows; null: of all. Not if by then it is known to be needless. */
function fetchSoon(screen: Screen, ids: readonly number[] | null, isNeedless = () => false): void {
  const next = due(outlines, screen, ({ all, ids, needless }) => {
    if (screen.outline.get() && !needless.every((is) => is())) void refreshOutline(screen, all ? undefined : [...ids])
  })
  next.needless.push(isNeedless)
  if (ids === null) next.all = true
  else for (const id of ids) next.ids.add(id)
}

/** As many as one request may name. */
const MOST_RELOADED = 200

function reloadSoon(screen: Screen, ids: readonly number[]): void {
  if (ids.length === 0) return
  const next = due(rows, screen, ({ ids }) => {
    const here = [...ids].filter((id) => screen.rows.get(id)).slice(0, MOST_RELOADED)
    void reloadRows(screen, here)
  })
  for (const id of ids) next.ids.add(id)
}

/** The role a person has from now on. Their drafts stay: what they may no longer save they can still copy. */
function takeRole(screen: Pick<Screen, 'review' | 'role'>, role: MemberRole): void {
  screen.review = { ...screen.review, me: { ...screen.review.me, role } }
  screen.role.set(role)
}
