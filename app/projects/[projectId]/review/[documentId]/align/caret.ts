/** The caret of a text that is read and cut, not written in. */
import { otherSide, type Side } from '@/lib/bitext/text'
import type { SegmentRow } from '@/lib/segment/queries'
import { goTo } from '../state/move'
import { currentRow, type Screen } from '../state/screen'
import { alignOf } from './align-state'
import { counterpart, type Stride, strideFrom, usualCaret } from './borders'

/** Where the caret stands on the side the person works on. */
export function caretOf(screen: Screen, row: SegmentRow): number {
  const { caret, side } = screen.place.get()
  return Math.min(caret ?? usualCaret(row[side], side), row[side].length)
}

/** Where a split cuts the other text: where the person last stood in it, else where it looks right. */
export function otherCaretOf(screen: Screen, row: SegmentRow): number {
  const { side } = screen.place.get()
  const other = otherSide(side)
  const left = alignOf(screen).left.get()
  if (left?.id === row.id && left.side === other) return Math.min(left.at, row[other].length)
  return counterpart(row[side], side, caretOf(screen, row), row[other], other)
}

export function putCaret(screen: Screen, caret: number): void {
  screen.place.set({ ...screen.place.get(), caret })
}

/** Leaves the caret behind where it is: a split will cut there. */
export function crossOver(screen: Screen, caret: number | null = null) {
  const row = currentRow(screen)
  const place = screen.place.get()
  if (row && place.caret !== null) alignOf(screen).left.set({ id: row.id, side: place.side, at: place.caret })
  goTo(screen, place.row, { side: otherSide(place.side), editing: false, caret })
}

/** At an end of the text the caret goes over to the text beside it. */
export function moveCaret(screen: Screen, stride: Stride, step: 1 | -1) {
  const row = currentRow(screen)
  if (!row) return
  const { side } = screen.place.get()
  const at = strideFrom(row[side], side, caretOf(screen, row), stride, step)
  if (at !== null) return putCaret(screen, at)
  if (step === 1 && side === 'zh') crossOver(screen, 0)
  if (step === -1 && side === 'en') crossOver(screen, row.zh.length)
}

export function caretToEnd(screen: Screen, side: Side, end: boolean): void {
  const row = currentRow(screen)
  if (row) putCaret(screen, end ? row[side].length : 0)
}
