/** Places in the joined text of some rows, through the edits that people made in their cells since. Pure. */
import { diffText, groupHunks, type Hunk } from '../bitext/diff'
import type { Side, Span } from '../bitext/text'
import { type Cell, type Column, textOf } from './arrangement'

/** `expected` and `now` have the same rows in the same order; their texts may differ. */
export class ThroughEdits {
  private readonly hunks = new Map<number, Hunk[]>()
  private readonly indexOf: ReadonlyMap<number, number>

  constructor(
    readonly expected: Column,
    readonly now: Column,
    private readonly side: Side,
  ) {
    this.indexOf = new Map(expected.cells.map(({ row }, index) => [row, index]))
  }

  isEdited(index: number): boolean {
    return textOf(this.expected, this.expected.cells[index]) !== textOf(this.now, this.now.cells[index])
  }

  /** Where a cell that ended at `position` ends now. Its own row's end stays its end; what was put in at the border stays before it. */
  end(row: number, position: number): number {
    const own = this.indexOf.get(row)
    if (own !== undefined && this.expected.cells[own].to === position) return this.now.cells[own].to
    const index = this.firstEndingAt(position)
    return index < 0 ? this.now.text.length : this.within(index, position, 'last')
  }

  /** Marked words of a row's cell, where they stand now; null when nothing of them is left. */
  span(cell: Cell, { from, to }: Span): Span | null {
    const index = this.firstEndingAt(cell.from + from + 1)
    if (index < 0) return null
    const start = this.within(index, cell.from + from, 'first')
    const last = this.firstEndingAt(cell.from + to)
    const end = this.within(last < 0 ? index : last, cell.from + to, 'last')
    return end > start ? { from: start, to: end } : null
  }

  /** Index of the first cell that ends at `position` or behind it; -1 if none does. Ends never decrease along a column. */
  private firstEndingAt(position: number): number {
    const { cells } = this.expected
    let [low, high] = [0, cells.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if (cells[middle].to >= position) high = middle
      else low = middle + 1
    }
    return low < cells.length ? low : -1
  }

  private within(index: number, position: number, of: 'first' | 'last'): number {
    const [was, is] = [this.expected.cells[index], this.now.cells[index]]
    if (position >= was.textTo) {
      // What was added at the very end of a text is before its end and behind the words that ended there.
      const offset = position - was.textTo
      return Math.min(is.to, is.textTo + offset)
    }
    const at = position - was.from
    let shift = 0
    for (const { span, afterSpan } of this.hunksOf(index)) {
      if (span.from > at || (span.from === at && span.to > at)) break
      if (span.to > at) return is.from + (of === 'first' ? afterSpan.from : afterSpan.to)
      shift = afterSpan.to - span.to
    }
    return is.from + at + shift
  }

  private hunksOf(index: number): Hunk[] {
    const known = this.hunks.get(index)
    if (known) return known
    const [was, is] = [textOf(this.expected, this.expected.cells[index]), textOf(this.now, this.now.cells[index])]
    const hunks = was === is ? [] : groupHunks(diffText(was, is, this.side))
    this.hunks.set(index, hunks)
    return hunks
  }
}
