'use client'
import { memo } from 'react'
import { LAYOUT, rowOf } from '../grid/roles'
import { Gap, type RowProps, Waiting } from '../grid/row'
import { useCellAt, useCellPart } from '../state/cell'
import { rangeOf } from '../state/screen'
import { useScreen } from '../state/use-screen'
import { AlignCell } from './align-cell'
import { AlignGutter } from './align-gutter'
import { alignOf } from './align-state'
import { carriedAt, targetAt } from './carrying'
import { UnsavedHere } from './unsaved-here'

export const AlignRow = memo(function AlignRow({ index, row, context, skipped, measure }: RowProps) {
  const screen = useScreen()
  const id = useCellPart(screen.outline, (outline) => outline?.ids[row] ?? 0)
  const segment = useCellAt(screen.rows, id)
  const current = useCellPart(screen.place, (place) => place.row === row)
  const ranged = useCellPart(screen.range, (range) => {
    const marked = rangeOf(range)
    return marked !== null && row >= marked.from && row <= marked.to
  })
  const target = useCellPart(alignOf(screen).drag, (drag) => targetAt(drag, id))
  const carried = useCellPart(alignOf(screen).drag, (drag) => carriedAt(drag, row))
  const waiting = useCellPart(alignOf(screen).waiting, (ids) => ids.has(id))
  const held = useCellPart(alignOf(screen).drag, (drag) => drag?.fromId === id)
  return (
    <div {...LAYOUT} ref={measure} data-index={index}>
      {skipped > 0 && <Gap rows={skipped} />}
      <div
        {...rowOf(row, ranged)}
        className="review-row review-columns"
        data-row={row + 1}
        data-id={id}
        data-current={current || undefined}
        data-context={context || undefined}
        data-ranged={ranged || undefined}
        data-label={segment?.label || undefined}
        data-protected={segment?.locked || undefined}
        data-target={target ?? undefined}
        data-carried={carried ?? undefined}
        data-waiting={waiting || undefined}
        data-held={held || undefined}
      >
        {segment ? (
          <>
            <AlignCell segment={segment} row={row} side="zh" current={current} />
            <AlignGutter segment={segment} row={row} current={current} />
            <AlignCell segment={segment} row={row} side="en" current={current} />
            <UnsavedHere id={segment.id} />
          </>
        ) : (
          <Waiting row={row} />
        )}
      </div>
    </div>
  )
})
