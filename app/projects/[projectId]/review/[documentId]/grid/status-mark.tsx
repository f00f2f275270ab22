/** A status as a disc that fills up step by step, so that its colour is not needed to read it. */
import { SEGMENT_STATUSES, type SegmentStatus } from '@/lib/segment/rules'

const COLOURS: Record<SegmentStatus, string> = {
  draft: 'text-status-draft',
  translated: 'text-status-translated',
  revised: 'text-status-revised',
  reviewed: 'text-status-reviewed',
  released: 'text-status-released',
}

const RADIUS = 5

export function StatusMark({ status }: { status: SegmentStatus }) {
  const share = SEGMENT_STATUSES.indexOf(status) / (SEGMENT_STATUSES.length - 1)
  const angle = share * 2 * Math.PI
  const end = { x: 7 + RADIUS * Math.sin(angle), y: 7 - RADIUS * Math.cos(angle) }
  return (
    <svg viewBox="0 0 14 14" aria-hidden="true" className={`size-3.5 shrink-0 ${COLOURS[status]}`}>
      <circle
        cx="7"
        cy="7"
        r={RADIUS}
        fill={share === 1 ? 'currentColor' : 'none'}
        stroke="currentColor"
        strokeWidth="1.5"
      />
      {share > 0 && share < 1 && (
        <path d={`M7 7 V2 A${RADIUS} ${RADIUS} 0 ${share > 0.5 ? 1 : 0} 1 ${end.x} ${end.y} Z`} fill="currentColor" />
      )}
    </svg>
  )
}
