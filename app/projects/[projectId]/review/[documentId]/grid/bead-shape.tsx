/** The pairing of a row as a small map: which sides have text, how sure the pairing is, and who made it. */
import { cx } from '@/app/_ui/cx'
import type { Translate } from '@/app/_ui/texts/translate'
import { isDoubtful } from '@/lib/segment/flags'
import type { SegmentRow } from '@/lib/segment/queries'

type Bead = Pick<SegmentRow, 'zh' | 'en' | 'confidence' | 'confirmed' | 'moved'>

/** The pairing in words. */
export function sayBead(t: Translate, bead: Bead): string {
  const shape =
    bead.zh === '' ? t('review.shape-no-zh') : bead.en === '' ? t('review.shape-no-en') : t('review.shape-paired')
  const sure = bead.confirmed
    ? t('review.confirmed')
    : bead.confidence === null
      ? t('review.automatic')
      : t('review.automatic-sure', { percent: Math.round(bead.confidence * 100) })
  return [shape, sure, bead.moved && t('review.moved')].filter(Boolean).join(' · ')
}

/** Two bars for the two texts and a link between them: solid when a person confirmed it, dotted when a program did. */
export function BeadShape({ bead }: { bead: Bead }) {
  const both = bead.zh !== '' && bead.en !== ''
  const doubtful = isDoubtful(bead)
  return (
    <svg
      viewBox="0 0 24 12"
      aria-hidden="true"
      className={cx('h-3 w-6 shrink-0', doubtful ? 'text-warn' : bead.confirmed ? 'text-ok' : 'text-ink-faint')}
    >
      <Bar x={1} empty={bead.zh === ''} />
      <Bar x={18} empty={bead.en === ''} />
      {both && (
        <path
          d={bead.moved ? 'M7 9.5 L17 2.5' : 'M7 6 H17'}
          stroke="currentColor"
          strokeWidth={doubtful ? 1.25 : 1.75}
          strokeLinecap="round"
          strokeDasharray={bead.confirmed ? undefined : '0.1 3.2'}
          fill="none"
        />
      )}
    </svg>
  )
}

function Bar({ x, empty }: { x: number; empty: boolean }) {
  if (empty) {
    return (
      <rect
        x={x + 0.6}
        y="1.6"
        width="3.8"
        height="8.8"
        rx="1"
        fill="none"
        stroke="currentColor"
        strokeDasharray="2 1.6"
      />
    )
  }
  return <rect x={x} y="1" width="5" height="10" rx="1.2" fill="currentColor" />
}
