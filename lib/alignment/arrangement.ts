/**
 * Which stretches of each side stand in which row. Each side of some rows is one text, the cells' texts and tails joined in
 * the side's own order, and the rows are cuts in it. A change of the alignment sets other cuts, or gives the stretches to
 * other rows; the joined texts are values it cannot touch. Pure.
 */
import { SIDES, type Side } from '../bitext/text'

/** Positions count in the text of the column: text is `from` to `textTo`, tail `textTo` to `to`. A new row has a negative number. */
export type Cell = { row: number; from: number; textTo: number; to: number }

/** `cells` are in the side's own order and cover the text without gaps; a row without text has an empty cell. */
export type Column = { text: string; cells: Cell[] }

/** The same rows on both sides; the order of the Chinese is the order of the rows. */
export type Arrangement = Record<Side, Column>

/** A cell as it shall be: it ends at `to` and begins where the one before it ends. Its tail begins at `textTo`, if that is given. */
export type Cut = { row: number; to: number; textTo?: number }

export type Cuts = Record<Side, Cut[]>

/** What an arrangement is made of. */
export type RowTexts = { id: number; zh: string; en: string; zhTail: string; enTail: string }

/** `rows` in their order; `english` the same rows in the order of the English. */
export function arrangementOf(rows: readonly RowTexts[], english: readonly RowTexts[]): Arrangement {
  return { zh: columnOf(rows, 'zh'), en: columnOf(english, 'en') }
}

function columnOf(rows: readonly RowTexts[], side: Side): Column {
  let at = 0
  const cells = rows.map((row) => {
    const textTo = at + row[side].length
    const cell = { row: row.id, from: at, textTo, to: textTo + row[`${side}Tail`].length }
    at = cell.to
    return cell
  })
  return { text: rows.map((row) => row[side] + row[`${side}Tail`]).join(''), cells }
}

export function cutsOf(arrangement: Arrangement): Cuts {
  const of = (side: Side) => arrangement[side].cells.map(({ row, to }) => ({ row, to }))
  return { zh: of('zh'), en: of('en') }
}

/** The column with other cells. A cell that ends where one ended before has its tail; at a new end, white space is tail. */
export function recut({ text, cells }: Column, cuts: readonly Cut[]): Column {
  const ends = new Map(cells.filter(({ from, textTo }) => textTo > from).map(({ textTo, to }) => [to, textTo]))
  let from = 0
  const recutCells = cuts.map(({ row, to, ...given }) => {
    if (to < from || to > text.length)
      throw new Error(`cell of row ${row} ends at ${to}, outside ${from} to ${text.length}`)
    const known = ends.get(to)
    const trimmed = from + text.slice(from, to).trimEnd().length
    const wanted = given.textTo ?? (known !== undefined && known > from ? known : trimmed)
    // No words ever stand in a tail.
    const textTo = Math.min(Math.max(wanted, trimmed), to)
    const cell = { row, from, textTo, to }
    from = to
    return cell
  })
  if (from !== text.length) throw new Error(`the cells end at ${from}, the text at ${text.length}`)
  return { text, cells: recutCells }
}

export function rearranged(arrangement: Arrangement, cuts: Cuts): Arrangement {
  return { zh: recut(arrangement.zh, cuts.zh), en: recut(arrangement.en, cuts.en) }
}

export function textOf({ text }: Column, cell: Cell): string {
  return text.slice(cell.from, cell.textTo)
}

export function tailOf({ text }: Column, cell: Cell): string {
  return text.slice(cell.textTo, cell.to)
}

export function isEmpty({ from, textTo }: Cell): boolean {
  return from === textTo
}

export function cellsByRow({ cells }: Column): Map<number, Cell> {
  return new Map(cells.map((cell) => [cell.row, cell]))
}

/** Rows that have nothing at all on either side any more are no rows. */
export function withoutHollowRows(cuts: Cuts): Cuts {
  const hollow = new Map<number, number>()
  for (const side of SIDES) {
    let from = 0
    for (const { row, to } of cuts[side]) {
      if (to === from) hollow.set(row, (hollow.get(row) ?? 0) + 1)
      from = to
    }
  }
  const of = (side: Side) => cuts[side].filter(({ row }) => hollow.get(row) !== SIDES.length)
  return { zh: of('zh'), en: of('en') }
}

/**
 * Where a caret may cut a text: never inside what a reader takes for one character, and not before white space, which
 * stays with the words it follows. 0 and the length of the text are the two ways not to cut it.
 */
export function cutAt(text: string, offset: number): number {
  if (offset <= 0) return 0
  if (offset >= text.length) return text.length
  const whole = GRAPHEMES.segment(text).containing(offset)?.index ?? offset
  if (text.slice(0, whole).trim() === '') return 0
  const rest = text.slice(whole)
  return text.length - rest.trimStart().length
}

const GRAPHEMES = new Intl.Segmenter(undefined, { granularity: 'grapheme' })
