'use client'
/**
 * Where the English of a row stands out of order: a line from its Chinese to the place it has in the English, across the
 * rows between. Where that place is far off, the line leads out of the view; a button beside the row names it and goes there.
 */
import { ArrowDown, ArrowUp } from 'lucide-react'
import { useLayoutEffect, useRef, useState } from 'react'
import { useTexts } from '@/app/_ui/texts/texts-provider'
import type { SegmentRow } from '@/lib/segment/queries'
import { useCell, useCellPart } from '../state/cell'
import { goTo } from '../state/move'
import { useScreen } from '../state/use-screen'
import { alignOf } from './align-state'
import { crossingPath } from './crossing-path'

type CrossingProps = { segment: SegmentRow; row: number; current: boolean }

/** Draws nothing until it is known where the English stands. */
export function Crossing({ segment, row, current }: CrossingProps) {
  const t = useTexts()
  const screen = useScreen()
  const target = useCellPart(alignOf(screen).order, (order) => order?.get(segment.id) ?? row)
  if (target === row) return null
  const Arrow = target > row ? ArrowDown : ArrowUp
  return (
    <>
      <Line row={row} target={target} />
      <button
        type="button"
        tabIndex={current ? 0 : -1}
        className="align-crossing-to"
        aria-label={t('align.crossing', { row: target + 1 })}
        title={t('align.crossing', { row: target + 1 })}
        onClick={() => goTo(screen, target, { editing: false })}
      >
        <Arrow aria-hidden />
        {target + 1}
      </button>
    </>
  )
}

function Line({ row, target }: { row: number; target: number }) {
  const screen = useScreen()
  const svg = useRef<SVGSVGElement>(null)
  const [path, setPath] = useState('')
  const shown = useCell(screen.shown)
  const split = useCellPart(screen.settings, (settings) => settings.split)
  // biome-ignore lint/correctness/useExhaustiveDependencies: other rows are there once the view has moved
  useLayoutEffect(() => {
    const gutter = svg.current?.closest('.review-gutter')
    const rows = svg.current?.closest('.review-scroller')?.firstElementChild?.firstElementChild
    if (!gutter || !rows) return
    const measure = () => setPath(pathBetween(gutter, rows, row, target))
    measure()
    // Whatever stands between grows and shrinks with it.
    const watch = new ResizeObserver(measure)
    watch.observe(rows)
    return () => watch.disconnect()
  }, [row, target, shown, split])
  return (
    <svg ref={svg} className="align-crossing-layer" aria-hidden="true">
      <path d={path} className="align-crossing" />
    </svg>
  )
}

function pathBetween(gutter: Element, rows: Element, row: number, target: number): string {
  const { top, width } = gutter.getBoundingClientRect()
  const middleOf = (number: number, side: 'zh' | 'en') => {
    const box = rows.querySelector(`[data-row="${number + 1}"] .side-${side} .review-body`)?.getBoundingClientRect()
    return box ? (box.top + box.bottom) / 2 - top : null
  }
  return crossingPath(width, middleOf(row, 'zh') ?? 0, middleOf(target, 'en'), target > row ? 1 : -1)
}
