/** A text as one bar, filled by how far its parts are. The figures stand beside it; colour and hatching only repeat them. */
import type { Measure, Volume } from '@/lib/progress/rules'
import { SEGMENT_STATUSES, type SegmentStatus } from '@/lib/segment/rules'

/** Furthest first, as progress is read; the less is done, the lighter the fill. */
export const FURTHEST_FIRST = SEGMENT_STATUSES.toReversed()

export const FILLS: Record<SegmentStatus, string> = {
  released: 'bg-status-released',
  reviewed: 'bg-status-reviewed',
  revised: 'bg-status-revised',
  translated: 'bg-status-translated/45',
  draft: 'bg-line',
}

export function totalOf(byStatus: Record<SegmentStatus, Volume>, measure: Measure): number {
  return SEGMENT_STATUSES.reduce((sum, status) => sum + byStatus[status][measure], 0)
}

type StatusBarProps = { byStatus: Record<SegmentStatus, Volume>; measure: Measure }

export function StatusBar({ byStatus, measure }: StatusBarProps) {
  const total = totalOf(byStatus, measure)
  return (
    <div aria-hidden className="flex h-3 w-full overflow-hidden rounded-sm bg-line">
      {FURTHEST_FIRST.filter((status) => byStatus[status][measure] > 0).map((status) => (
        <span
          key={status}
          className={`${FILLS[status]} border-surface border-r last:border-0`}
          style={{ width: `${(byStatus[status][measure] / total) * 100}%` }}
        />
      ))}
    </div>
  )
}
