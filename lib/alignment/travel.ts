/** What goes along with text: marks go with their words, rows that are gone lead to the row that took their text. Pure. */
import type { Side, Span } from '../bitext/text'
import type { Arrangement, Cell, Column } from './arrangement'

/** Something that hangs on a row, with the words it marks on each side, in the positions of the row's texts. */
export type Marked = { row: number; zh: Span | null; en: Span | null }

/** Looks rows and places up in constant or logarithmic time: a realignment asks thousands of times. */
export class Travel {
  private readonly old: Record<Side, Map<number, Cell>>
  private readonly next: Record<Side, Map<number, Cell>>

  constructor(
    readonly before: Arrangement,
    readonly after: Arrangement,
  ) {
    this.old = { zh: byRow(before.zh), en: byRow(before.en) }
    this.next = { zh: byRow(after.zh), en: byRow(after.en) }
  }

  stays(row: number): boolean {
    return this.next.zh.has(row)
  }

  /**
   * Where the note and its marks are afterwards. A mark that was cut in two stays on its larger part. Where the two marks
   * part, the note follows the one on `leading` (or the only one), and the other is gone: its quotation tells what it was.
   */
  follow({ row, zh, en }: Marked, leading: Side): Marked {
    const places = { zh: zh && this.place('zh', row, zh), en: en && this.place('en', row, en) }
    const led = places[leading] ?? places[leading === 'zh' ? 'en' : 'zh']
    const home = led?.row ?? this.home(row, leading)
    const on = (side: Side) => (places[side]?.row === home ? places[side].span : null)
    return { row: home, zh: on('zh'), en: on('en') }
  }

  /** Where something goes that hangs on the text of one side as a whole: to the row that has the larger part of it. */
  followSide(row: number, side: Side): number {
    const cell = this.old[side].get(row)
    if (!cell || cell.textTo === cell.from) return this.home(row, side)
    return this.place(side, row, { from: 0, to: cell.textTo - cell.from })?.row ?? this.home(row, side)
  }

  /** The row itself while there is one, else the row that took its text; of empty rows, the one before. */
  home(row: number, leading: Side): number {
    if (this.stays(row)) return row
    for (const side of [leading, leading === 'zh' ? 'en' : 'zh'] as const) {
      const cell = this.old[side].get(row)
      if (cell && cell.to > cell.from) return cellAt(this.after[side], cell.from).row
    }
    const { cells } = this.before.zh
    const at = cells.findIndex((cell) => cell.row === row)
    const neighbour =
      cells.slice(0, at).findLast((cell) => this.stays(cell.row)) ??
      cells.slice(at + 1).find((cell) => this.stays(cell.row))
    if (!neighbour) throw new Error(`row ${row} has nowhere to go`)
    return neighbour.row
  }

  /** The rows whose text on this side stands in `row` afterwards, with whether all of theirs does. */
  sources(row: number, side: Side): { row: number; whole: boolean }[] {
    const cell = this.next[side].get(row)
    if (!cell || cell.to === cell.from) return []
    return overlapping(this.before[side], cell.from, cell.to).map((old) => ({
      row: old.row,
      whole: old.from >= cell.from && old.to <= cell.to,
    }))
  }

  private place(side: Side, row: number, span: Span): { row: number; span: Span } | null {
    const cell = this.old[side].get(row)
    if (!cell) return null
    const [from, to] = [cell.from + span.from, cell.from + span.to]
    let best: { row: number; span: Span } | null = null
    for (const next of overlapping(this.after[side], from, to)) {
      const part = { from: Math.max(from, next.from) - next.from, to: Math.min(to, next.textTo) - next.from }
      if (part.to > part.from && (!best || part.to - part.from > best.span.to - best.span.from))
        best = { row: next.row, span: part }
    }
    return best
  }
}

function byRow({ cells }: Column): Map<number, Cell> {
  return new Map(cells.map((cell) => [cell.row, cell]))
}

/** The cell with the character at `position`; behind the last character, the last cell that has any. */
export function cellAt(column: Column, position: number): Cell {
  const [found] = overlapping(column, position, position + 1)
  const cell = found ?? column.cells.findLast((each) => each.to > each.from)
  if (!cell) throw new Error(`no cell has text at ${position}`)
  return cell
}

/** Cells with at least one character between `from` and `to`. */
export function overlapping({ cells }: Column, from: number, to: number): Cell[] {
  const found: Cell[] = []
  for (let index = firstEndingAfter(cells, from); index < cells.length && cells[index].from < to; index++) {
    if (cells[index].to > cells[index].from) found.push(cells[index])
  }
  return found
}

/** Ends never decrease along a column. */
function firstEndingAfter(cells: readonly Cell[], position: number): number {
  let [low, high] = [0, cells.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (cells[middle].to > position) high = middle
    else low = middle + 1
  }
  return low
}
