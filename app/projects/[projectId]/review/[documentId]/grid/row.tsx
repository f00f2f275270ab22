'use client'
import { memo, useRef } from 'react'
import { useTexts } from '@/app/_ui/texts/texts-provider'
import { LiveNotices } from '../live/live-notices'
import { useCellAt, useCellPart } from '../state/cell'
import { rangeOf } from '../state/screen'
import { useScreen } from '../state/use-screen'
import { Gutter } from './gutter'
import { CELL, LAYOUT, rowOf } from './roles'
import { RowFindings } from './row-findings'
import { RowNotices } from './row-notices'
import { TextCell } from './text-cell'
import { useWholeInView } from './use-whole-in-view'

export type RowProps = {
  /** Place in what is shown. */
  index: number
  /** Place in the document, from 0. */
  row: number
  /** Shown only so that its neighbour can be judged. */
  context: boolean
  /** How many rows before this one the filter has left out. */
  skipped: number
  measure: (element: HTMLElement | null) => void
}

export const Row = memo(function Row({ index, row, context, skipped, measure }: RowProps) {
  const screen = useScreen()
  const id = useCellPart(screen.outline, (outline) => outline?.ids[row] ?? 0)
  const segment = useCellAt(screen.rows, id)
  const current = useCellPart(screen.place, (place) => place.row === row)
  const ranged = useCellPart(screen.range, (range) => {
    const marked = rangeOf(range)
    return marked !== null && row >= marked.from && row <= marked.to
  })
  const fresh = useCellAt(screen.live.fresh, id) !== undefined
  const element = useRef<HTMLDivElement>(null)
  useWholeInView(current, element)
  const heading = segment?.kind === 'headline' || segment?.kind === 'heading'
  return (
    <div {...LAYOUT} ref={measure} data-index={index}>
      {skipped > 0 && <Gap rows={skipped} />}
      <div
        {...rowOf(row, ranged)}
        ref={element}
        className="review-row review-columns"
        data-row={row + 1}
        data-current={current || undefined}
        data-context={context || undefined}
        data-ranged={ranged || undefined}
        data-label={segment?.label || undefined}
        data-heading={heading || undefined}
        data-fresh={fresh || undefined}
        data-protected={segment?.locked || undefined}
      >
        {segment ? (
          <>
            <TextCell segment={segment} row={row} side="zh" current={current} />
            <Gutter segment={segment} row={row} current={current} />
            <TextCell segment={segment} row={row} side="en" current={current} />
            <LiveNotices segment={segment} current={current} />
            <RowNotices segment={segment} />
            {current && <RowFindings segment={segment} row={row} />}
          </>
        ) : (
          <Waiting row={row} />
        )}
      </div>
    </div>
  )
})

export function Gap({ rows }: { rows: number }) {
  const t = useTexts()
  return (
    <div {...LAYOUT} className="review-gap bg-paper px-4 py-0.5 text-center text-ink-faint text-xs">
      {t('review.rows-left-out', { rows })}
    </div>
  )
}

/** Stands for a row that is on its way. */
export function Waiting({ row }: { row: number }) {
  const bar = <span aria-hidden className="my-2 block h-3 w-4/5 animate-pulse rounded-sm bg-line" />
  return (
    <>
      <div {...CELL} className="review-cell side-zh" aria-busy>
        {bar}
      </div>
      <div {...CELL} className="review-gutter">
        <span className="font-medium text-ink-soft text-sm tabular-nums">{row + 1}</span>
      </div>
      <div {...CELL} className="review-cell side-en" aria-busy>
        {bar}
      </div>
    </>
  )
}
