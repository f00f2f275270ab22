/** What a border that is held would take along, and where to: shown while it is dragged. Pure. */
import type { Side } from '@/lib/bitext/text'
import { FLAGS } from '@/lib/segment/flags'
import type { LiveOutline } from '../state/live-outline'
import type { Screen } from '../state/screen'
import type { Drag } from './align-state'
import type { Operation } from './rearrange'

/** Within this many pixels of its upper or lower edge, the grid scrolls under what is dragged: the nearer, the faster. */
const EDGE = 64
const FASTEST = 18

/** Texts that stand between the border and the row under the hand. */
export function textsAlong(outline: Pick<LiveOutline, 'flags'>, drag: Drag): number {
  if (drag.what === 'text' || !drag.over) return 0
  const empty = drag.side === 'zh' ? FLAGS.zhEmpty : FLAGS.enEmpty
  const [from, to] = [Math.min(drag.fromRow, drag.over.row), Math.max(drag.fromRow, drag.over.row)]
  let count = 0
  for (let row = from + 1; row < to; row++) if (((outline.flags[row] ?? 0) & empty) === 0) count++
  return count
}

/** The side of this row whose whole text would go along. */
export function carriedAt(drag: Drag | null, row: number): Side | null {
  if (drag?.what !== 'border' || !drag.over) return null
  const between = row > Math.min(drag.fromRow, drag.over.row) && row < Math.max(drag.fromRow, drag.over.row)
  return between ? drag.side : null
}

/** Which part of the text whose border is held would go: what stands `after` it or `before` it. */
export function carriedPart(drag: Drag | null, id: number, side: Side): 'after' | 'before' | null {
  if (drag?.what !== 'border' || !drag.over || drag.fromId !== id || drag.side !== side) return null
  if (drag.over.row === drag.fromRow) return null
  return drag.over.row > drag.fromRow ? 'after' : 'before'
}

/** How the row under the hand would take what is held: at the `head` or the `tail` of its text, or the whole `text`. */
export function targetAt(drag: Drag | null, id: number): string | null {
  if (!drag?.over || drag.over.id !== id || drag.fromId === id) return null
  if (drag.what === 'text') return 'text'
  return `${drag.over.row > drag.fromRow ? 'head' : 'tail'}-${drag.side}`
}

/** In pixels a frame; upwards is negative. */
export function speedAt(y: number, { top, bottom }: { top: number; bottom: number }): number {
  const deep = (pixels: number) => Math.round(Math.min(1, Math.max(0, pixels) / EDGE) * FASTEST)
  return deep(y - (bottom - EDGE)) - deep(top + EDGE - y)
}

type Dragged = Extract<Operation, { what: 'move' | 'push' | 'pull' }>

/**
 * A border dragged down takes what stands after it to the row it is dropped on; dragged up, what stands before it. The texts
 * of the rows between go along: so it is what pushing or pulling each of them in turn would do.
 */
export function meant(screen: Pick<Screen, 'outline'>, drag: Drag): Dragged | null {
  const { rowOf } = screen.outline.get() ?? {}
  const [from, over] = [rowOf?.get(drag.fromId), rowOf?.get(drag.over?.id ?? 0)]
  if (from === undefined || over === undefined || from === over || !drag.over) return null
  if (drag.what === 'text') return { what: 'move', from: drag.fromId, to: drag.over.id }
  const { fromId: id, side, offset } = drag
  const what = over > from ? 'push' : 'pull'
  return Math.abs(over - from) === 1 ? { what, id, side, offset } : { what, id, side, offset, to: drag.over.id }
}
