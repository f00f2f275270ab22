/** Which rows are shown. The filter lives in the address, so that a view can be sent to a colleague. */
import { FLAGS } from '@/lib/segment/flags'
import { SEGMENT_STATUSES } from '@/lib/segment/rules'
import { asksServer, type Filter, isFiltering, type Switch } from '@/lib/view/filter'
import { type LiveOutline, waitsForMe } from './live-outline'

export { EMPTY_SIDES, type Filter, isFiltering, NO_FILTER, readFilter, writeFilter } from '@/lib/view/filter'

/** Ids the server found; only asked whether they have one. */
export type FoundIds = { has(id: number): boolean }

/** `found` are the ids that answer to what only the server can judge; null while they are not known. */
export function listHits(outline: LiveOutline, filter: Filter, found: FoundIds | null): number[] {
  const { needed, emptyMask } = masksOf(filter)
  const asked = asksServer(filter)
  const statuses = new Set(filter.statuses.map((status) => SEGMENT_STATUSES.indexOf(status)))
  const hits: number[] = []
  for (let row = 0; row < outline.ids.length; row++) {
    const flags = outline.flags[row]!
    if ((flags & needed) !== needed) continue
    if (emptyMask !== 0 && (flags & emptyMask) === 0) continue
    if (filter.unconfirmed && flags & FLAGS.confirmed) continue
    if (filter.todo && !waitsForMe(outline, row)) continue
    if (statuses.size > 0 && !statuses.has(outline.statuses[row]!)) continue
    if (asked && !found?.has(outline.ids[row]!)) continue
    hits.push(row)
  }
  return hits
}

const FLAG_OF: Partial<Record<Switch, number>> = {
  open: FLAGS.disputed,
  stale: FLAGS.stale,
  mine: FLAGS.mine,
  doubtful: FLAGS.doubtful,
  moved: FLAGS.moved,
  edited: FLAGS.edited,
  commented: FLAGS.commented,
  suggested: FLAGS.suggested,
}

function masksOf(filter: Filter) {
  const needed = Object.entries(FLAG_OF).reduce(
    (mask, [name, flag]) => (filter[name as Switch] ? mask | flag : mask),
    0,
  )
  const zh = filter.empty === 'zh' || filter.empty === 'any' ? FLAGS.zhEmpty : 0
  const en = filter.empty === 'en' || filter.empty === 'any' ? FLAGS.enEmpty : 0
  return { needed, emptyMask: zh | en }
}

/** What the grid shows: rows in order, and which of them are there only as context. */
export type View = {
  rows: readonly number[] | null
  hits: ReadonlySet<number> | null
  count: number
  hitCount: number
}

/** One row before and after each hit stays, greyed: a sentence is hard to judge without its neighbours. */
const CONTEXT_ROWS = 1

export function viewOf(
  outline: LiveOutline,
  filter: Filter,
  found: FoundIds | null,
  context: number = CONTEXT_ROWS,
): View {
  const all = outline.ids.length
  if (!isFiltering(filter)) return { rows: null, hits: null, count: all, hitCount: all }
  const hits = listHits(outline, filter, found)
  const rows: number[] = []
  for (const hit of hits) {
    const from = Math.max(0, hit - context, (rows.at(-1) ?? -1) + 1)
    const to = Math.min(all - 1, hit + context)
    for (let row = from; row <= to; row++) rows.push(row)
  }
  return { rows, hits: new Set(hits), count: rows.length, hitCount: hits.length }
}

export function rowAt(view: View, index: number): number {
  return view.rows ? (view.rows[index] ?? 0) : index
}

/** Where the row stands in the view; if it is not shown, where it would. */
export function indexOf(view: View, row: number): number {
  if (!view.rows) return row
  let low = 0
  let high = view.rows.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (view.rows[middle]! < row) low = middle + 1
    else high = middle
  }
  return low
}

export function isShown(view: View, row: number): boolean {
  return !view.rows || view.rows[indexOf(view, row)] === row
}

export function isHit(view: View, row: number): boolean {
  return !view.hits || view.hits.has(row)
}

/** The next or previous row worth working on: hits when filtering, all rows otherwise. */
export function neighbour(view: View, row: number, step: 1 | -1): number | null {
  const at = indexOf(view, row)
  // Standing on a row that is not shown, the next one is what stands in its place.
  const start = step === 1 && view.rows && view.rows[at] !== row ? at : at + step
  for (let index = start; index >= 0 && index < view.count; index += step) {
    const candidate = rowAt(view, index)
    if (isHit(view, candidate)) return candidate
  }
  return null
}

/** The next row (or, by -1, the one before) for which `wanted` holds, going round; null when there is none but perhaps this one. */
export function nextWhere(count: number, row: number, wanted: (row: number) => boolean, by: 1 | -1 = 1): number | null {
  for (let step = 1; step < count; step++) {
    const candidate = (row + by * step + count) % count
    if (wanted(candidate)) return candidate
  }
  return null
}
