/** Fetches the outline once and rows as they come near; keeps no more of them than a person can have in view. */
import { type CompactOutline, readCompactOutline } from '@/lib/segment/compact-outline'
import type { Opening } from '@/lib/segment/get-opening'
import type { SegmentRow } from '@/lib/segment/queries'
import { asksServer, type Filter, NO_FILTER, soughtOf, writeFilter } from '@/lib/view/filter'
import type { Found } from '@/lib/view/find-rows'
import { viewOf } from './filter'
import { type Answer, getJson } from './get-json'
import { mayShow, oweOutline, oweRows } from './hold'
import { isProvisional, type LiveOutline, openArrays, provisionalOutline, withRows } from './live-outline'
import { forgetChangesOf, forgetPast } from './past'
import type { Screen } from './screen'

function told<T>(screen: Screen, answer: Answer<T>): T | null {
  screen.trouble.set(answer.ok ? null : answer.message)
  return answer.ok ? answer.value : null
}

/** The rows that came with the page can be worked on before the outline is here. */
export function startFrom(screen: Screen, { total, from, rows }: Opening): void {
  screen.outline.set(provisionalOutline(total, from, rows))
  for (const row of rows) screen.rows.set(row.id, row)
  showView(screen)
}

export async function loadOutline(screen: Screen): Promise<boolean> {
  const outline = told(screen, await getJson<CompactOutline>(screen, 'outline?compact'))
  if (!outline) return false
  screen.outline.set(openArrays(readCompactOutline(outline)))
  showView(screen)
  return true
}

const refreshes = new WeakMap<Screen, Promise<boolean>>()

/**
 * Fetches the outline anew after rows were merged, split or moved. The person stays on the segment they are on (or where
 * it was), marks and filter follow their rows, drafts stay; texts of rows that may have changed are fetched again.
 * `changed`: ids whose texts changed; without it every row kept in memory counts as changed.
 */
export function refreshOutline(screen: Screen, changed?: readonly number[]): Promise<boolean> {
  const mine: Promise<boolean> = refresh(screen, changed, () => {
    const latest = refreshes.get(screen)
    return latest === mine || !latest ? null : latest
  })
  refreshes.set(screen, mine)
  return mine
}

async function refresh(
  screen: Screen,
  changed: readonly number[] | undefined,
  later: () => Promise<boolean> | null,
): Promise<boolean> {
  const mayBeShown = mayShow(screen)
  const answer = told(screen, await getJson<CompactOutline>(screen, 'outline?compact'))
  if (!answer) return false
  // A later refresh knows more than this one: what is shown is whole once that one is done.
  const superseding = later()
  if (superseding) return await superseding
  if (!mayBeShown()) {
    oweOutline(screen, changed)
    return true
  }
  const before = screen.outline.get()
  const after = openArrays(readCompactOutline(answer))
  screen.outline.set(after)
  if (before && !before.ids.some(isProvisional)) keepPlace(screen, before, after)
  forgetRows(screen, (id) => !after.rowOf.has(id))
  showView(screen)
  await reloadRows(screen, nearIds(screen, after))
  const near = new Set(nearIds(screen, after))
  const old = changed && new Set(changed)
  forgetRows(screen, (id) => !near.has(id) && (!old || old.has(id)))
  return true
}

/** Drawn above and below what can be seen. */
const BESIDE = 10

/** Rows a person can see or that are drawn beside them, and the one they are on. */
export function nearIds(screen: Screen, { ids }: LiveOutline): number[] {
  const { from, to } = screen.shown.get()
  const rows = new Set(ids.slice(Math.max(0, from - BESIDE), Math.min(to + 1, from + 150) + BESIDE))
  const here = ids[screen.place.get().row]
  return here === undefined ? [...rows] : [...rows.add(here)]
}

function keepPlace(screen: Screen, before: LiveOutline, after: LiveOutline): void {
  const follow = (row: number) => followRow(before, after, row)
  const place = screen.place.get()
  const row = follow(place.row)
  if (row !== place.row) screen.place.set({ ...place, row })
  const range = screen.range.get()
  if (range) screen.range.set({ anchor: follow(range.anchor), head: follow(range.head) })
  const { from, to } = screen.shown.get()
  screen.shown.set({ from: follow(from), to: follow(to) })
  screen.topRow.set(follow(screen.topRow.get()))
}

/** Where the row's segment stands now; if it is gone, the nearest one before it, which it most likely went into. */
export function followRow(before: LiveOutline, after: LiveOutline, row: number): number {
  for (let at = Math.min(row, before.ids.length - 1); at >= 0; at--) {
    const now = after.rowOf.get(before.ids[at]!)
    if (now !== undefined) return now
  }
  return 0
}

function forgetRows(screen: Screen, isGone: (id: number) => boolean): void {
  for (const id of screen.rows.keys()) {
    if (!isGone(id)) continue
    screen.rows.set(id, undefined)
    forgetPast(screen, id)
  }
}

/** Rows fetched in one go; about the fill of two screens. */
const WINDOW = 60

/** Beyond this many, rows far from view are forgotten again. */
export const MOST_KEPT = 1500

const under = new WeakMap<Screen, Set<number>>()

/** Fetches those of the rows that are not here yet. */
export async function loadRows(screen: Screen, rows: readonly number[]): Promise<void> {
  const outline = screen.outline.get()
  if (!outline) return
  const asked = under.get(screen) ?? new Set()
  under.set(screen, asked)
  const missing = rows.map((row) => outline.ids[row]).filter((id) => id !== undefined && !isProvisional(id))
  const wanted = missing.filter((id) => !screen.rows.get(id) && !asked.has(id))
  const windows = Array.from({ length: Math.ceil(wanted.length / WINDOW) }, (_, i) =>
    wanted.slice(i * WINDOW, (i + 1) * WINDOW),
  )
  await Promise.all(
    windows.map(async (ids) => {
      for (const id of ids) asked.add(id)
      await reloadRows(screen, ids)
      for (const id of ids) asked.delete(id)
    }),
  )
  forgetFarRows(screen, new Set(missing))
}

/** Fetches rows anew, whether they are here or not. */
export async function reloadRows(screen: Screen, ids: readonly number[]): Promise<void> {
  if (ids.length === 0) return
  const mayBeShown = mayShow(screen)
  const segments = told(screen, await getJson<SegmentRow[]>(screen, `segments?ids=${ids.join(',')}`))
  if (segments) takeRows(screen, mayBeShown() ? segments : withhold(screen, segments))
}

/** Rows that are not here yet may come in any case. */
function withhold(screen: Screen, segments: readonly SegmentRow[]): SegmentRow[] {
  const here = segments.filter(({ id }) => screen.rows.get(id))
  oweRows(
    screen,
    here.map(({ id }) => id),
  )
  return segments.filter(({ id }) => !screen.rows.get(id))
}

export function takeRows(screen: Screen, segments: readonly SegmentRow[]): void {
  const outline = screen.outline.get()
  if (!outline) return
  for (const segment of segments) {
    const before = screen.rows.get(segment.id)
    if (before && (before.zhVersion !== segment.zhVersion || before.enVersion !== segment.enVersion)) {
      forgetPast(screen, segment.id)
    } else if (before && (before.status !== segment.status || before.stale !== segment.stale)) {
      screen.histories.set(segment.id, undefined)
      if (screen.settings.get().base === 'approval') forgetChangesOf(screen, segment.id)
    }
    screen.rows.set(segment.id, segment)
  }
  screen.outline.set(withRows(outline, segments))
}

function forgetFarRows(screen: Screen, near: ReadonlySet<number>): void {
  const here = screen.outline.get()?.ids[screen.place.get().row]
  let over = screen.rows.size() - MOST_KEPT
  if (over <= 0) return
  for (const id of screen.rows.keys()) {
    if (over <= 0) return
    if (near.has(id) || id === here) continue
    screen.rows.set(id, undefined)
    forgetPast(screen, id)
    over--
  }
}

/** Narrows the rows to those the filter lets through; what only the whole document tells, the server is asked for. */
export async function applyFilter(screen: Screen, filter: Filter): Promise<void> {
  const before = screen.filter.get()
  screen.filter.set(filter)
  screen.hit.set(null)
  const query = soughtQuery(filter)
  if (query !== soughtQuery(before) || (query !== '' && !screen.found.get())) {
    screen.found.set(null)
    screen.findTrouble.set(null)
    if (query !== '') {
      const answer = await getJson<Found>(screen, `segments/find?${query}`)
      // A slower answer to an older question must not replace a newer one.
      if (screen.filter.get() !== filter) return
      // Said where it was asked: a pattern half typed is no trouble of the whole screen.
      if (!answer.ok) screen.findTrouble.set(answer.message)
      const { ids, places } = answer.ok ? answer.value : { ids: [], places: [] }
      screen.found.set(new Map(ids.map((id, i) => [id, places[i] ?? 1])))
    }
  }
  showView(screen)
}

/** The part of the filter the server is asked for, as an address has it; empty when nothing is. */
function soughtQuery(filter: Filter): string {
  if (!asksServer(filter)) return ''
  const query = new URLSearchParams()
  writeFilter(query, { ...NO_FILTER, ...soughtOf(filter) })
  return query.toString()
}

/** Rows that stop fitting the filter while they are worked on stay until it is applied again: nothing jumps away. */
export function showView(screen: Screen): void {
  const outline = screen.outline.get()
  if (!outline) return
  screen.view.set(viewOf(outline, screen.filter.get(), screen.found.get(), screen.settings.get().context))
}
