'use client'
/** One grid of rows, of which only those near the view exist. Two texts on one row: nothing has to be kept in step. */
import { useVirtualizer } from '@tanstack/react-virtual'
import { type ComponentType, type CSSProperties, useEffect, useRef } from 'react'
import { useTexts } from '@/app/_ui/texts/texts-provider'
import { useCell, useCellPart } from '../state/cell'
import { indexOf, isHit, rowAt, type View } from '../state/filter'
import { loadRows } from '../state/load'
import { loadBases } from '../state/past'
import { missingSide } from '../state/rights'
import type { Screen } from '../state/screen'
import { useScreen } from '../state/use-screen'
import { ColumnHeads } from './column-heads'
import { holdRow } from './hold-row'
import { holdScroll } from './hold-scroll'
import { gridOf, LAYOUT, ROW_GROUP } from './roles'
import { Row, type RowProps } from './row'
import { TurnHeader } from './turn-header'
import { useWidth } from './use-width'

/** A guess at the height of a row not yet measured. */
const ESTIMATE = { comfortable: 84, compact: 56 } as const

/** Rows fetched beyond those shown, each way, so that scrolling finds them there. */
const AHEAD = 30

/** So many rows may have slipped past already when lines that break anew have made rows higher or lower. */
const SLIPPED = 20

/** `row` draws a row; modes other than Review have rows of their own. */
export function Grid({ row: DrawnRow = Row }: { row?: ComponentType<RowProps> }) {
  const t = useTexts()
  const screen = useScreen()
  const scroller = useRef<HTMLDivElement>(null)
  const ids = useCellPart(screen.outline, (outline) => outline?.ids)
  const view = useCell(screen.view)
  const split = useCellPart(screen.settings, ({ split }) => split)
  const density = useCellPart(screen.settings, ({ density }) => density)
  const base = useCellPart(screen.settings, (settings) => settings.base)
  const virtualizer = useVirtualizer({
    count: view.count,
    getScrollElement: () => scroller.current,
    estimateSize: () => ESTIMATE[density],
    getItemKey: (index) => ids?.[rowAt(view, index)] ?? index,
    overscan: 6,
  })
  const scrollNear = (row: number) => {
    virtualizer.scrollToIndex(indexOf(view, row), { align: 'center' })
    // Once: what follows is the hold's.
    virtualizer.cancelScroll()
  }
  const onHold = (held: boolean) => {
    virtualizer.shouldAdjustScrollPositionOnItemSizeChange = held ? () => false : undefined
  }
  const hold = (row: number) =>
    scroller.current ? holdRow(scroller.current, row, { scrollNear: () => scrollNear(row), onHold }) : undefined
  const items = virtualizer.getVirtualItems()
  const from = items[0]?.index ?? 0
  const to = items.at(-1)?.index ?? -1

  useEffect(() => {
    if (to < from) return
    const rows = rowsAround(view, from - AHEAD, to + AHEAD)
    void loadRows(screen, rows).then(() => base && loadBases(screen, idsOf(screen, rowsAround(view, from, to))))
  }, [screen, view, from, to, base])

  /** The row one is at, if it was about in view, else the first that was. */
  const holdShown = () => {
    const { from: top, to: bottom } = screen.shown.get()
    const { row } = screen.place.get()
    if (bottom > 0) return hold(row >= top - SLIPPED && row <= bottom + SLIPPED ? row : top)
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: measured anew when the density changes, and only then
  useEffect(() => {
    virtualizer.measure()
    return holdShown()
  }, [density])

  const width = useWidth(scroller)
  const widthBefore = useRef(0)
  // biome-ignore lint/correctness/useExhaustiveDependencies: a panel that opens or closes breaks the lines anew, and only that is meant
  useEffect(() => {
    const known = widthBefore.current > 0
    widthBefore.current = width
    if (known) return holdShown()
  }, [width])

  const top = virtualizer.range?.startIndex ?? 0
  const bottom = virtualizer.range?.endIndex ?? 0
  useEffect(() => {
    screen.topRow.set(rowAt(view, top))
    screen.shown.set({ from: rowAt(view, top), to: rowAt(view, bottom) })
  }, [screen, view, top, bottom])

  const focusWanted = useCell(screen.focusWanted)
  // biome-ignore lint/correctness/useExhaustiveDependencies: only a wish to go somewhere scrolls, not a change of the view
  useEffect(() => {
    if (focusWanted === 0 || view.count === 0) return
    return hold(screen.place.get().row)
  }, [focusWanted, view.count > 0])

  const sides = { '--zh': `${split * 2}fr`, '--en': `${(1 - split) * 2}fr` } as CSSProperties
  return (
    <div
      className="review-panes flex min-h-0 min-w-0 flex-1 flex-col"
      data-missing={missingSide(screen.review) ?? undefined}
      style={sides}
    >
      <TurnHeader />
      <div {...gridOf(t('review.grid'), ids?.length ?? 0)} className="flex min-h-0 flex-1 flex-col">
        <ColumnHeads />
        <div
          {...ROW_GROUP}
          ref={scroller}
          onMouseDownCapture={(event) => holdScroll(event.currentTarget)}
          className="review-scroller relative min-h-0 flex-1 overflow-y-auto overflow-x-hidden"
        >
          <div {...LAYOUT} style={{ height: virtualizer.getTotalSize() }}>
            <div {...LAYOUT} style={{ transform: `translateY(${items[0]?.start ?? 0}px)` }}>
              {items.map(({ key, index }) => {
                const row = rowAt(view, index)
                return (
                  <DrawnRow
                    key={key}
                    index={index}
                    row={row}
                    context={!isHit(view, row)}
                    skipped={index === 0 ? row : row - rowAt(view, index - 1) - 1}
                    measure={virtualizer.measureElement}
                  />
                )
              })}
            </div>
          </div>
        </div>
      </div>
    </div>
  )
}

function rowsAround(view: View, from: number, to: number): number[] {
  const first = Math.max(0, from)
  const last = Math.min(view.count - 1, to)
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => rowAt(view, first + i))
}

function idsOf(screen: Screen, rows: readonly number[]): number[] {
  const ids = screen.outline.get()?.ids ?? []
  return rows.flatMap((row) => ids[row] ?? [])
}
