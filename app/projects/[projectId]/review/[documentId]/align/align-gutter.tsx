'use client'
/** The map between the texts: row, shape and letters of the pairing, how sure it is and who made it. */
import { Check, Shuffle, TriangleAlert } from 'lucide-react'
import { type MouseEvent, useMemo } from 'react'
import { useTexts } from '@/app/_ui/texts/texts-provider'
import type { SegmentRow } from '@/lib/segment/queries'
import { CELL } from '../grid/roles'
import { useCell } from '../state/cell'
import { extendRange, goTo } from '../state/move'
import { useScreen } from '../state/use-screen'
import { alignOf } from './align-state'
import { Crossing } from './crossing'
import { operate } from './operate'
import { type Pairing, pairingOf, sayPairing } from './pairing'
import { Ribbon } from './ribbon'

type GutterProps = { segment: SegmentRow; row: number; current: boolean }

export function AlignGutter({ segment, row, current }: GutterProps) {
  const t = useTexts()
  const screen = useScreen()
  const ribbon = useCell(alignOf(screen).ribbon)
  const pairing = useMemo(() => pairingOf(segment), [segment])
  const said = sayPairing(t, pairing)
  const select = (event: MouseEvent) => {
    if (event.shiftKey) return extendRange(screen, row)
    screen.range.set(null)
    goTo(screen, row, { editing: false })
  }
  const confirmed = { what: 'confirm', from: segment.id, to: segment.id, confirmed: !segment.confirmed } as const
  return (
    <div {...CELL} className="review-gutter align-gutter" data-sure={pairing.sure} data-shape={pairing.shape}>
      {ribbon && <Ribbon segment={segment} pairing={pairing} row={row} />}
      <button
        type="button"
        tabIndex={current ? 0 : -1}
        onClick={select}
        onMouseDown={(event) => event.shiftKey && event.preventDefault()}
        className="align-number"
        aria-label={t('review.row-name', { row: row + 1 })}
      >
        {row + 1}
      </button>
      <button
        type="button"
        tabIndex={current ? 0 : -1}
        aria-pressed={segment.confirmed}
        aria-label={`${lettersOf(pairing)} ${t('review.pairing-name', { state: said })}`}
        title={`${said} – ${t(segment.confirmed ? 'review.pairing-unconfirm' : 'review.pairing-confirm')}`}
        onClick={() => operate(screen, confirmed)}
        className="align-pairing"
      >
        <PairingShape pairing={pairing} />
        <Letters pairing={pairing} />
      </button>
      {ribbon && pairing.moved && <Crossing segment={segment} row={row} current={current} />}
    </div>
  )
}

/** `2:1`, and how sure the program is where nobody has confirmed it. */
function lettersOf({ zh, en, sure, confidence }: Pairing): string {
  return sure === 'confirmed' || confidence === null ? `${zh}:${en}` : `${zh}:${en} ${Math.floor(confidence * 100)}%`
}

/** The counts, and a sign for what needs a look. */
function Letters({ pairing: { zh, en, sure, moved, confidence } }: { pairing: Pairing }) {
  const Sign = sure === 'confirmed' ? Check : moved ? Shuffle : sure === 'doubtful' ? TriangleAlert : null
  return (
    <span className="align-letters" aria-hidden>
      {zh}:{en}
      {Sign && <Sign />}
      {sure !== 'confirmed' && confidence !== null && (
        <>
          {' '}
          <span className="align-percent">{Math.floor(confidence * 100)}%</span>
        </>
      )}
    </span>
  )
}

/** More bars than this side by side are only "many". */
const MOST_BARS = 3
const HEIGHT = 20

/** A bar for each sentence, and a link: solid when a person confirmed it, dotted when a program made it. */
export function PairingShape({ pairing }: { pairing: Pairing }) {
  const { zh, en, sure, moved, shape } = pairing
  const dash = sure === 'confirmed' ? undefined : '0.1 3.4'
  return (
    <svg viewBox={`0 0 44 ${HEIGHT}`} className="align-shape" aria-hidden="true">
      <Bars x={2} count={zh} />
      <Bars x={34} count={en} />
      {shape !== 'empty' &&
        links(zh, en, moved).map(([from, to]) => (
          <path
            key={`${from} ${to}`}
            d={`M12 ${from} C 22 ${from}, 22 ${to}, 32 ${to}`}
            fill="none"
            stroke="currentColor"
            strokeWidth={sure === 'doubtful' ? 1.3 : 2}
            strokeLinecap="round"
            strokeDasharray={dash}
          />
        ))}
    </svg>
  )
}

function middles(count: number): number[] {
  const bars = Math.min(Math.max(count, 1), MOST_BARS)
  return Array.from({ length: bars }, (_, i) => ((i + 0.5) * HEIGHT) / bars)
}

function links(zh: number, en: number, moved: boolean): [number, number][] {
  if (moved)
    return [
      [HEIGHT - 4, 4],
      [4, HEIGHT - 4],
    ]
  const [left, right] = [middles(zh), middles(en)]
  if (left.length >= right.length) return left.map((from, i) => [from, right[Math.min(i, right.length - 1)]!])
  return right.map((to, i) => [left[Math.min(i, left.length - 1)]!, to])
}

function Bars({ x, count }: { x: number; count: number }) {
  if (count === 0) {
    return (
      <rect
        x={x + 0.75}
        y="2"
        width="6.5"
        height="16"
        rx="1.5"
        fill="none"
        stroke="currentColor"
        strokeDasharray="2.5 2"
      />
    )
  }
  const middle = middles(count)
  const height = HEIGHT / middle.length - 2
  return middle.map((y) => (
    <rect key={y} x={x} y={y - height / 2} width="8" height={height} rx="1.5" fill="currentColor" />
  ))
}
