'use client'
/** One text of a row with the caret of Align mode in it: to be read, cut and carried. */
import { GripVertical } from 'lucide-react'
import { Fragment, type KeyboardEvent, type MouseEvent, memo, useMemo, useRef } from 'react'
import { isInputMethods } from '@/app/_ui/composition'
import { useTexts } from '@/app/_ui/texts/texts-provider'
import type { Side } from '@/lib/bitext/text'
import type { SegmentRow } from '@/lib/segment/queries'
import { LANG } from '../grid/lang'
import { textCellOf } from '../grid/roles'
import { useCell, useCellPart } from '../state/cell'
import { extendRange, goTo, step } from '../state/move'
import type { Screen } from '../state/screen'
import { offsetAtPoint } from '../state/selected-words'
import { useFocusHere } from '../state/use-focus-here'
import { useScreen } from '../state/use-screen'
import { alignOf } from './align-state'
import { sentenceBorders, usualCaret } from './borders'
import { caretToEnd, crossOver, moveCaret, otherCaretOf } from './caret'
import { carriedPart } from './carrying'
import { type Piece, piecesOf } from './pieces'
import { whyNotAlign } from './rights'

type AlignCellProps = { segment: SegmentRow; row: number; side: Side; current: boolean }

export const AlignCell = memo(function AlignCell({ segment, row, side, current }: AlignCellProps) {
  const t = useTexts()
  const screen = useScreen()
  const cell = useRef<HTMLDivElement>(null)
  const body = useRef<HTMLDivElement>(null)
  const here = useCellPart(screen.place, (place) => place.row === row && place.side === side)
  const text = segment[side]
  useFocusHere(here, cell)

  const onClick = (event: MouseEvent) => {
    if (event.shiftKey) return extendRange(screen, row)
    if (document.getSelection()?.isCollapsed === false) return
    screen.range.set(null)
    const caret = body.current && text !== '' ? offsetAtPoint(body.current, event.clientX, event.clientY) : null
    goTo(screen, row, { side, editing: false, caret })
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: its role is spread
    <div
      {...textCellOf(true)}
      ref={cell}
      tabIndex={here ? 0 : -1}
      className={`review-cell align-cell side-${side}`}
      data-align-cell
      data-side={side}
      data-here={here || undefined}
      onClick={onClick}
      onMouseDown={(event) => event.shiftKey && event.preventDefault()}
      onFocus={() => !here && screen.place.set({ row, side, editing: false, caret: null })}
      onKeyDown={(event) => event.target === event.currentTarget && onCellKey(screen, side, event)}
    >
      <div
        ref={body}
        lang={LANG[side]}
        className="document-text review-body"
        data-segment={segment.id}
        data-side={side}
      >
        {current ? <CutText segment={segment} side={side} here={here} /> : <PlainText text={text} side={side} />}
      </div>
      {text === '' && (
        <span className="pointer-events-none absolute top-(--cell-y) left-(--cell-x) text-ink-faint text-sm italic">
          {t(side === 'zh' ? 'review.no-zh' : 'review.no-en')}
        </span>
      )}
      {side === 'en' && text !== '' && whyNotAlign(screen) === null && (
        <span data-drag="text" title={t('align.drag-text')} className="align-grip" aria-hidden>
          <GripVertical />
        </span>
      )}
    </div>
  )
})

/** In the ribbon view every sentence has a line of its own; elsewhere a text that is not worked on is just a text. */
const PlainText = memo(function PlainText({ text, side }: { text: string; side: Side }) {
  const screen = useScreen()
  const ribbon = useCell(alignOf(screen).ribbon)
  const pieces = useMemo(() => (ribbon ? piecesOf(text, sentenceBorders(text, side)) : null), [ribbon, text, side])
  if (!pieces) return text
  return pieces.map(({ from, text }) => (
    <span key={from} className="align-line">
      {text}
    </span>
  ))
})

/** The text with its borders to be seen, the caret where the person is, and on the other side where a split would cut. */
function CutText({ segment, side, here }: { segment: SegmentRow; side: Side; here: boolean }) {
  const t = useTexts()
  const screen = useScreen()
  const align = alignOf(screen)
  const text = segment[side]
  useCell(align.left)
  const carried = useCellPart(align.drag, (drag) => carriedPart(drag, segment.id, side))
  const heldAt = useCellPart(align.drag, (drag) => (drag?.what === 'border' ? drag.offset : 0))
  const ribbon = useCell(align.ribbon)
  const place = useCell(screen.place)
  const borders = useMemo(() => sentenceBorders(text, side), [text, side])
  const caret = here
    ? Math.min(place.caret ?? usualCaret(text, side), text.length)
    : place.side === side
      ? null
      : otherCaretOf(screen, segment)
  if (text === '') return null
  const pieces = piecesOf(text, caret === null ? borders : [...borders, caret])
  const sign = caret === null ? null : <i key="caret" className="align-caret" data-other={!here || undefined} />
  const drawn = ({ from, text: words }: Piece) => (
    <Fragment key={from}>
      {from === caret && sign}
      {borders.includes(from) && (
        <i className="align-border" data-drag="border" data-offset={from} title={t('align.drag-border')} />
      )}
      {carried ? (
        <span className={isCarried(carried, from, heldAt) ? 'align-carried' : undefined}>{words}</span>
      ) : (
        words
      )}
      {from + words.length === text.length && caret === text.length && sign}
    </Fragment>
  )
  if (!ribbon) return pieces.map(drawn)
  return piecesOf(text, borders).map((line) => (
    <span key={line.from} className="align-line">
      {pieces.filter(({ from }) => from >= line.from && from < line.from + line.text.length).map(drawn)}
    </span>
  ))
}

function isCarried(part: 'after' | 'before' | null, from: number, heldAt: number): boolean {
  return part === 'after' ? from >= heldAt : part === 'before' && from < heldAt
}

function onCellKey(screen: Screen, side: Side, event: KeyboardEvent): void {
  if (isInputMethods(event) || event.altKey) return
  const held = event.ctrlKey || event.metaKey
  if (!cellKey(screen, side, event.key, held, event.shiftKey)) return
  event.preventDefault()
}

function cellKey(screen: Screen, side: Side, key: string, held: boolean, shift: boolean): boolean {
  const stride = held ? 'character' : shift ? 'clause' : 'sentence'
  if (key === 'ArrowRight') moveCaret(screen, stride, 1)
  else if (key === 'ArrowLeft') moveCaret(screen, stride, -1)
  else if (key === 'Home' && !held) caretToEnd(screen, side, false)
  else if (key === 'End' && !held) caretToEnd(screen, side, true)
  else if (held) return false
  else if (key === 'Tab' && side === (shift ? 'en' : 'zh')) crossOver(screen)
  else if (shift) return false
  else if (key === 'ArrowDown') stepAway(screen, 1)
  else if (key === 'ArrowUp') stepAway(screen, -1)
  else if (key === 'Escape') screen.range.set(null)
  else return false
  return true
}

/** As in any text, going on without Shift lets go of what was marked. */
function stepAway(screen: Screen, by: 1 | -1): void {
  screen.range.set(null)
  step(screen, by)
}
