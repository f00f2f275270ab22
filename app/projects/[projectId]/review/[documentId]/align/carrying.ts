/** What a border that is held would take along, and where to: shown while it is dragged. Pure. */
import type { Side } from '@/lib/bitext/text'
import { FLAGS } from '@/lib/segment/flags'
import type { LiveOutline } from '../state/live-outline'
import type { Drag } from './align-state'

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
