/** Which stretches of rows are to be given out. */
import type { Range } from '@/lib/assignment/input'
import { MOST_PARTS } from '@/lib/assignment/rules'
import { FLAGS } from '@/lib/segment/flags'
import { hasFlag, type LiveOutline } from './live-outline'
import type { Screen } from './screen'

export type AssignScope = 'rows' | 'view' | 'all'

/** Null where there are none, or more than one act gives out. */
export function rangesToAssign(screen: Screen, scope: AssignScope, rows: { from: number; to: number }): Range[] | null {
  const outline = screen.outline.get()
  if (!outline || outline.ids.length === 0) return null
  if (scope === 'rows') return rangeOfEnds(outline, rows.from, rows.to)
  const { hits } = screen.view.get()
  if (scope === 'all' || !hits) return rangeOfEnds(outline, 0, outline.ids.length - 1)
  const ranges = stretches(outline, [...hits])
  return ranges.length === 0 || ranges.length > MOST_PARTS ? null : ranges
}

function rangeOfEnds({ ids }: LiveOutline, from: number, to: number): Range[] | null {
  const [fromSegmentId, toSegmentId] = [ids[from], ids[to]]
  return fromSegmentId === undefined || toSegmentId === undefined ? null : [{ fromSegmentId, toSegmentId }]
}

/** Rows that follow each other, as ranges. A protected row between two is nobody's work and parts nothing. */
export function stretches(outline: LiveOutline, hits: readonly number[]): Range[] {
  const ranges: { from: number; to: number }[] = []
  for (const row of [...hits].sort((one, other) => one - other)) {
    const last = ranges.at(-1)
    if (last && onlyProtected(outline, last.to + 1, row)) last.to = row
    else ranges.push({ from: row, to: row })
  }
  return ranges.map(({ from, to }) => ({ fromSegmentId: outline.ids[from], toSegmentId: outline.ids[to] }))
}

function onlyProtected(outline: LiveOutline, from: number, to: number): boolean {
  for (let row = from; row < to; row++) if (!hasFlag(outline, row, FLAGS.locked)) return false
  return true
}
