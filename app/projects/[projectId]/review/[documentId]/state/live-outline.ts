/** The whole document in a few bytes a row, kept up to date as rows change. Rows count from 0 here and from 1 on the screen. */
import { STEP_WAITED_FOR } from '@/lib/assignment/rules'
import type { BlockKind } from '@/lib/bitext/intake/block'
import { isUndecided } from '@/lib/discrepancy/rules'
import { FLAGS, isDoubtful } from '@/lib/segment/flags'
import type { Outline, SegmentRow } from '@/lib/segment/queries'
import { SEGMENT_STATUSES, type SegmentStatus } from '@/lib/segment/rules'

export type Section = { row: number; kind: BlockKind; turn: number | null; zh: string; en: string }

export type LiveOutline = {
  ids: readonly number[]
  /** Row of each segment id. */
  rowOf: ReadonlyMap<number, number>
  /** Index in SEGMENT_STATUSES. */
  statuses: Uint8Array
  flags: Uint32Array
  sections: readonly Section[]
  /** Stands in for the outline of the whole document, which is still on its way. */
  provisional?: true
}

export type OutlineArrays = {
  ids: number[]
  statuses: Uint8Array
  flags: Uint32Array
  sections: readonly Section[]
}

export function openArrays(arrays: OutlineArrays): LiveOutline {
  return { ...arrays, rowOf: new Map(arrays.ids.map((id, row) => [id, row])) }
}

/**
 * Stands in until the outline arrives: the rows around the place are known, of the others only that they are there.
 * Those have ids no segment has, each its own.
 */
export function provisionalOutline(total: number, from: number, segments: readonly SegmentRow[]): LiveOutline {
  const ids = Array.from({ length: total }, (_, row) => segments[row - from]?.id ?? -1 - row)
  const rowOf = new Map(segments.map(({ id }, place) => [id, from + place]))
  const blank = { ids, rowOf, statuses: new Uint8Array(total), flags: new Uint32Array(total), sections: [] }
  return withRows({ ...blank, provisional: true }, segments)
}

export function isProvisional(id: number): boolean {
  return id < 0
}

export function openOutline({ ids, statuses, flags, sections }: Outline): LiveOutline {
  return {
    ids,
    rowOf: new Map(ids.map((id, row) => [id, row])),
    statuses: Uint8Array.from(statuses, Number),
    flags: Uint32Array.from(flags),
    sections,
  }
}

export function statusAt(outline: LiveOutline, row: number): SegmentStatus {
  return SEGMENT_STATUSES[outline.statuses[row] ?? 0] ?? 'draft'
}

export function hasFlag(outline: LiveOutline, row: number, flag: number): boolean {
  return ((outline.flags[row] ?? 0) & flag) !== 0
}

const WAITED_FOR = STEP_WAITED_FOR.map((step) => (step ? FLAGS[step] : 0))

/** Whether the row waits for the step it was given to this person for. */
export function waitsForMe(outline: LiveOutline, row: number): boolean {
  const flags = outline.flags[row] ?? 0
  return (flags & (WAITED_FOR[outline.statuses[row] ?? 0] ?? 0)) !== 0 && (flags & FLAGS.locked) === 0
}

/** The outline after rows were loaded or changed, copied once for all of them; the same object when nothing it shows is different. */
export function withRows(outline: LiveOutline, segments: readonly SegmentRow[]): LiveOutline {
  let after: LiveOutline | null = null
  for (const segment of segments) {
    const now: LiveOutline = after ?? outline
    const row = now.rowOf.get(segment.id)
    if (row === undefined) continue
    const status = SEGMENT_STATUSES.indexOf(segment.status)
    const flags = flagsOf(segment, now.flags[row] ?? 0)
    if (now.statuses[row] === status && now.flags[row] === flags) continue
    after ??= { ...outline, statuses: outline.statuses.slice(), flags: outline.flags.slice() }
    after.statuses[row] = status
    after.flags[row] = flags
  }
  return after ?? outline
}

/** What only the server knows (what is mine) stays as it was. */
function flagsOf(segment: SegmentRow, before: number): number {
  const put = (flags: number, flag: number, on: boolean) => (on ? flags | flag : flags & ~flag)
  let flags = put(before, FLAGS.zhEmpty, segment.zh === '')
  flags = put(flags, FLAGS.enEmpty, segment.en === '')
  flags = put(flags, FLAGS.stale, segment.stale)
  flags = put(
    flags,
    FLAGS.disputed,
    segment.discrepancies.some(({ state }) => isUndecided(state)),
  )
  flags = put(flags, FLAGS.confirmed, segment.confirmed)
  flags = put(flags, FLAGS.suggested, segment.suggestions.length > 0)
  flags = put(flags, FLAGS.commented, segment.comments.open > 0)
  flags = put(flags, FLAGS.edited, segment.zhVersion > 1 || segment.enVersion > 1)
  flags = put(flags, FLAGS.moved, segment.moved)
  return put(flags, FLAGS.doubtful, isDoubtful(segment))
}

/** Index of the section that holds the row; -1 before the first. */
export function sectionAt(sections: readonly Section[], row: number): number {
  let low = 0
  let high = sections.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (sections[middle]!.row <= row) low = middle + 1
    else high = middle
  }
  return low - 1
}

/** The question that is being answered at this section, if it is an answer. */
export function questionOf(sections: readonly Section[], index: number): Section | null {
  const section = sections[index]
  if (!section || (section.kind !== 'answer' && section.kind !== 'speech')) return null
  for (let i = index - 1; i >= 0; i--) {
    const { kind } = sections[i]!
    if (kind === 'question') return sections[i]!
    if (kind === 'moderator' || kind === 'headline' || kind === 'heading') return null
  }
  return null
}

export type Progress = { rows: number; done: number; open: number; stale: number }

const REVISED = SEGMENT_STATUSES.indexOf('revised')

/** How far rows `from` up to `to` are: `done` counts what a second person has approved. Protected rows need no approval and are not counted. */
export function progressOf(outline: LiveOutline, from: number, to: number): Progress {
  const progress = { rows: 0, done: 0, open: 0, stale: 0 }
  for (let row = from; row < to; row++) {
    const flags = outline.flags[row]!
    if (!(flags & FLAGS.locked)) progress.rows++
    if (!(flags & FLAGS.locked) && outline.statuses[row]! >= REVISED) progress.done++
    if (flags & FLAGS.disputed) progress.open++
    if (flags & FLAGS.stale) progress.stale++
  }
  return progress
}
