/** Which rows are shown. The filter lives in the address, so that a view can be sent to a colleague. */
import { FLAGS } from '@/lib/segment/flags'
import { SEGMENT_STATUSES, type SegmentStatus } from '@/lib/segment/rules'
import type { LiveOutline } from './live-outline'

export const EMPTY_SIDES = ['zh', 'en', 'any'] as const

export type Filter = {
  /** Empty: all of them. */
  statuses: readonly SegmentStatus[]
  open: boolean
  stale: boolean
  mine: boolean
  /** Rows whose pairing no person has confirmed. */
  unconfirmed: boolean
  empty: (typeof EMPTY_SIDES)[number] | null
  text: string
}

export const NO_FILTER: Filter = {
  statuses: [],
  open: false,
  stale: false,
  mine: false,
  unconfirmed: false,
  empty: null,
  text: '',
}

const SWITCHES = ['open', 'stale', 'mine', 'unconfirmed'] as const

export function readFilter(query: URLSearchParams): Filter {
  const asked = query.get('status')?.split(',') ?? []
  return {
    statuses: SEGMENT_STATUSES.filter((status) => asked.includes(status)),
    open: query.get('open') === '1',
    stale: query.get('stale') === '1',
    mine: query.get('mine') === '1',
    unconfirmed: query.get('unconfirmed') === '1',
    empty: EMPTY_SIDES.find((side) => side === query.get('empty')) ?? null,
    text: query.get('text') ?? '',
  }
}

/** Writes the filter into `query`, leaving out what is not set. */
export function writeFilter(query: URLSearchParams, filter: Filter): void {
  const put = (name: string, value: string) => (value === '' ? query.delete(name) : query.set(name, value))
  put('status', filter.statuses.join(','))
  for (const name of SWITCHES) put(name, filter[name] ? '1' : '')
  put('empty', filter.empty ?? '')
  put('text', filter.text)
}

export function isFiltering(filter: Filter): boolean {
  return filter.statuses.length > 0 || SWITCHES.some((name) => filter[name]) || !!filter.empty || filter.text !== ''
}

/** `found` are the ids that contain the filter's text; null while they are not known. */
export function listHits(outline: LiveOutline, filter: Filter, found: ReadonlySet<number> | null): number[] {
  const { needed, emptyMask } = masksOf(filter)
  const statuses = new Set(filter.statuses.map((status) => SEGMENT_STATUSES.indexOf(status)))
  const hits: number[] = []
  for (let row = 0; row < outline.ids.length; row++) {
    const flags = outline.flags[row]!
    if ((flags & needed) !== needed) continue
    if (emptyMask !== 0 && (flags & emptyMask) === 0) continue
    if (filter.unconfirmed && flags & FLAGS.confirmed) continue
    if (statuses.size > 0 && !statuses.has(outline.statuses[row]!)) continue
    if (filter.text !== '' && !found?.has(outline.ids[row]!)) continue
    hits.push(row)
  }
  return hits
}

function masksOf(filter: Filter) {
  const needed = (filter.open ? FLAGS.disputed : 0) | (filter.stale ? FLAGS.stale : 0) | (filter.mine ? FLAGS.mine : 0)
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

export function viewOf(outline: LiveOutline, filter: Filter, found: ReadonlySet<number> | null): View {
  const all = outline.ids.length
  if (!isFiltering(filter)) return { rows: null, hits: null, count: all, hitCount: all }
  const hits = listHits(outline, filter, found)
  const rows: number[] = []
  for (const hit of hits) {
    const from = Math.max(0, hit - CONTEXT_ROWS, (rows.at(-1) ?? -1) + 1)
    const to = Math.min(all - 1, hit + CONTEXT_ROWS)
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

/** The next row for which `wanted` holds, going round at the end; null when there is none but perhaps this one. */
export function nextWhere(count: number, row: number, wanted: (row: number) => boolean): number | null {
  for (let step = 1; step < count; step++) {
    const candidate = (row + step) % count
    if (wanted(candidate)) return candidate
  }
  return null
}
