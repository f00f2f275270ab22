'use client'
/** The places of a replacement, a row at a time; only those in view exist. */
import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useRef } from 'react'
import { useTexts } from '@/app/_ui/texts/texts-provider'
import type { Place, Search } from '@/lib/bitext/search'
import { type Replacing, replacePlaces } from '@/lib/bitext/search/replace'
import { SIDES, type Side } from '@/lib/bitext/text'
import type { SegmentRow } from '@/lib/segment/queries'
import { LANG } from '../grid/lang'
import { useCellAt } from '../state/cell'
import { sidesOf } from '../state/find'
import { loadRows } from '../state/load'
import { lockOf } from '../state/rights'
import { useScreen } from '../state/use-screen'

/** `segment/side/place` of what is to stay. */
export type Left = ReadonlySet<string>

type List = {
  ids: readonly number[]
  search: Search
  replacing: Replacing
  left: Left
  setLeft: (left: Left) => void
}

export function ReplacePlaces(list: List) {
  const screen = useScreen()
  const scroller = useRef<HTMLDivElement>(null)
  const virtualizer = useVirtualizer({
    count: list.ids.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => 64,
    getItemKey: (index) => list.ids[index]!,
    overscan: 6,
  })
  const items = virtualizer.getVirtualItems()
  const first = items[0]?.index ?? 0
  const last = items.at(-1)?.index ?? -1
  useEffect(() => {
    const outline = screen.outline.get()
    if (!outline || last < first) return
    const rows = list.ids.slice(first, last + 1).flatMap((id) => outline.rowOf.get(id) ?? [])
    void loadRows(screen, rows)
  }, [screen, list.ids, first, last])
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <div ref={scroller} tabIndex={0} className="max-h-[45dvh] min-h-24 overflow-y-auto rounded-md border border-line">
      <ol className="relative" style={{ height: virtualizer.getTotalSize() }}>
        {items.map(({ index, key, start }) => (
          <li
            key={key}
            ref={virtualizer.measureElement}
            data-index={index}
            className="absolute inset-x-0 top-0 border-line border-b px-3 py-2"
            style={{ transform: `translateY(${start}px)` }}
          >
            <RowPlaces id={list.ids[index]!} {...list} />
          </li>
        ))}
      </ol>
    </div>
  )
}

function RowPlaces({ id, search, replacing, left, setLeft }: List & { id: number }) {
  const t = useTexts()
  const screen = useScreen()
  const row = useCellAt(screen.rows, id)
  const number = (screen.outline.get()?.rowOf.get(id) ?? 0) + 1
  const sides = sidesOf(screen.filter.get()).filter((side) => row && lockOf(screen.review, row, side) === null)
  return (
    <div className="grid gap-1 text-sm">
      <span className="text-ink-soft text-xs">{t('find.replace-row', { row: number })}</span>
      {row &&
        SIDES.filter((side) => sides.includes(side)).flatMap((side) =>
          search
            .placesIn(row[side])
            .map((place, index) => (
              <PlaceLine
                key={`${side}${place.from}`}
                row={row}
                side={side}
                place={place}
                after={placeAfter(search, row[side], replacing, place, index)}
                name={t('find.replace-place', { before: row[side].slice(place.from, place.to), row: number })}
                on={!left.has(`${id}/${side}/${index}`)}
                toggle={() => setLeft(toggled(left, `${id}/${side}/${index}`))}
              />
            )),
        )}
    </div>
  )
}

function toggled(left: Left, key: string): Left {
  const next = new Set(left)
  if (!next.delete(key)) next.add(key)
  return next
}

/** What this place alone becomes. */
function placeAfter(search: Search, text: string, replacing: Replacing, { from, to }: Place, index: number): string {
  const whole = replacePlaces(search, text, replacing, (other) => other !== index)
  return whole.slice(from, whole.length - (text.length - to))
}

/** Enough on each side to judge the words by. */
const AROUND = 60

/** The stretch around a place, cut between words where there are spaces. */
function around(text: string, { from, to }: Place): { start: number; end: number } {
  const space = text.indexOf(' ', from - AROUND)
  const start = from <= AROUND ? 0 : space >= 0 && space < from ? space + 1 : from - AROUND
  const last = text.lastIndexOf(' ', to + AROUND)
  const end = to + AROUND >= text.length ? text.length : last > to ? last : to + AROUND
  return { start, end }
}

type Line = { row: SegmentRow; side: Side; place: Place; after: string; name: string; on: boolean; toggle: () => void }

function PlaceLine({ row, side, place, after, name, on, toggle }: Line) {
  const text = row[side]
  const { from, to } = place
  const { start, end } = around(text, place)
  return (
    <label className="flex items-start gap-2">
      <input type="checkbox" checked={on} onChange={toggle} aria-label={name} className="mt-1" />
      <span lang={LANG[side]} className="document-text min-w-0 break-words">
        {start > 0 && '… '}
        {text.slice(start, from)}
        {on ? (
          <>
            <del className="deleted">{text.slice(from, to)}</del>
            <ins className="inserted">{after}</ins>
          </>
        ) : (
          text.slice(from, to)
        )}
        {text.slice(to, end)}
        {end < text.length && ' …'}
      </span>
    </label>
  )
}
