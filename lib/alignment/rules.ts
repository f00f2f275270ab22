/**
 * The moves of the alignment: each takes an arrangement of a few rows and says how they shall be cut. Rows that shall not
 * change are not given. null: the move changes nothing. A new row has a negative number. Pure.
 *
 * Who may: `segment.align` for any row but two kinds. A released row is what the public reads: nobody moves text into or
 * out of it before its release was taken back. Protected rows (credits, clauses, captions, furniture) are no one's
 * translation, and their pairing carries legal weight: only who may correct them, a manager, moves their text.
 */
import type { Side } from '../bitext/text'
import { rank, type SegmentStatus } from '../segment/rules'
import { type Arrangement, type Column, type Cut, type Cuts, cutAt, cutsOf, isEmpty, textOf } from './arrangement'

/** The number of a row that a move makes; no move makes two. */
export const NEW_ROW = -1

/**
 * The text from `offset` on goes to the head of the next cell of its side; at 0 all of it goes. Where no cell follows,
 * a new row takes it. Towards a `target` further down it goes on, and takes the texts on its way along: as if each had
 * been pushed in its turn.
 */
export function push(arrangement: Arrangement, side: Side, row: number, offset: number, target?: number): Cuts | null {
  const column = arrangement[side]
  const at = indexOf(column, row)
  const cell = column.cells[at]
  const cut = cell.from + cutAt(textOf(column, cell), offset)
  if (isEmpty(cell) || cut === cell.textTo) return null
  const cuts = cutsOf(arrangement)
  const end = target === undefined ? at + 1 : indexOf(column, target)
  if (end <= at) return null
  if (at === column.cells.length - 1) addRowAfter(cuts, row, side, cell.to)
  for (let index = at; index < end; index++) cuts[side][index].to = cut
  return cuts
}

/**
 * The text before `offset` goes to the end of the cell before; at 0 or at its end, all of it. Towards a `target` further
 * up the texts on its way go along.
 */
export function pull(arrangement: Arrangement, side: Side, row: number, offset: number, target?: number): Cuts | null {
  const column = arrangement[side]
  const at = indexOf(column, row)
  const cell = column.cells[at]
  if (isEmpty(cell) || at === 0) return null
  const length = cutAt(textOf(column, cell), offset)
  const whole = length === 0 || cell.from + length === cell.textTo
  const cuts = cutsOf(arrangement)
  const first = target === undefined ? at - 1 : indexOf(column, target)
  if (first >= at) return null
  for (let index = first; index < at; index++) cuts[side][index].to = whole ? cell.to : cell.from + length
  return cuts
}

/**
 * From `row` on, each text of the side goes one cell down; `row` is left empty. The next empty cell takes the last one;
 * if the cells end before there is one (the end of the document, or a row that holds still), a new row does.
 */
export function shiftDown(arrangement: Arrangement, side: Side, row: number): Cuts | null {
  const { cells } = arrangement[side]
  const at = indexOf(arrangement[side], row)
  const cuts = cutsOf(arrangement)
  let last = cells.findIndex((cell, index) => index > at && isEmpty(cell))
  if (cells.slice(at, last < 0 ? undefined : last).every(isEmpty)) return null
  if (last < 0) {
    last = cells.length
    addRowAfter(cuts, cells[last - 1].row, side, cells[last - 1].to)
  }
  for (let index = at; index < last; index++) cuts[side][index].to = cells[index].from
  return cuts
}

/**
 * The gap at `row` (or, if it has text, in the cell before it) closes: the texts below go one cell up, to the next empty
 * cell or to where the cells end. null where there is no gap or nothing to close it with.
 */
export function shiftUp(arrangement: Arrangement, side: Side, row: number): Cuts | null {
  const { cells } = arrangement[side]
  const at = indexOf(arrangement[side], row)
  const gap = isEmpty(cells[at]) ? at : at - 1
  if (gap < 0 || !isEmpty(cells[gap])) return null
  const end = cells.findIndex((cell, index) => index > gap && isEmpty(cell))
  const last = (end < 0 ? cells.length : end) - 1
  if (last <= gap) return null
  const cuts = cutsOf(arrangement)
  for (let index = gap; index < last; index++) cuts[side][index].to = cells[index + 1].to
  return cuts
}

/** The row becomes two: `offset` cuts the given side, `otherOffset` the other one. */
export function split(
  arrangement: Arrangement,
  side: Side,
  row: number,
  offset: number,
  otherOffset: number,
): Cuts | null {
  const cuts = cutsOf(arrangement)
  const offsets = side === 'zh' ? { zh: offset, en: otherOffset } : { zh: otherOffset, en: offset }
  const halves = (['zh', 'en'] as const).map((each) => {
    const column = arrangement[each]
    const at = indexOf(column, row)
    const cell = column.cells[at]
    const length = cutAt(textOf(column, cell), offsets[each])
    const cut = cell.from + length === cell.textTo ? cell.to : cell.from + length
    cuts[each].splice(at, 1, { row, to: cut }, { row: NEW_ROW, to: cell.to })
    return { first: cut > cell.from, second: cut < cell.to }
  })
  const bothHalves = halves.some(({ first }) => first) && halves.some(({ second }) => second)
  return bothHalves ? cuts : null
}

/** All rows become the first of them. */
export function merge(arrangement: Arrangement): Cuts | null {
  const row = arrangement.zh.cells[0].row
  if (arrangement.zh.cells.length < 2) return null
  return { zh: [{ row, to: arrangement.zh.text.length }], en: [{ row, to: arrangement.en.text.length }] }
}

/**
 * Two rows exchange their English; each text keeps its place in the order of the English. (Exchanging the Chinese instead
 * would make the same pairs, as its order is that of the rows.) Nothing changes where neither row has Chinese.
 */
export function swap(arrangement: Arrangement, row: number, other: number): Cuts | null {
  const [one, two] = [row, other].map((id) => arrangement.en.cells[indexOf(arrangement.en, id)])
  const chinese = [row, other].some((id) => !isEmpty(arrangement.zh.cells[indexOf(arrangement.zh, id)]))
  if (row === other || !chinese || (isEmpty(one) && isEmpty(two))) return null
  const renamed = new Map([
    [row, other],
    [other, row],
  ])
  const cuts = cutsOf(arrangement)
  return { ...cuts, en: cuts.en.map((cut) => ({ ...cut, row: renamed.get(cut.row) ?? cut.row })) }
}

/**
 * The English of `row` goes to `target`. Where that has English of its own the two are joined in their own order if they
 * are neighbours in it (`given` rows between them are empty), and exchanged if not: joining would change the order.
 */
export function move(arrangement: Arrangement, row: number, target: number, neighbours: boolean): Cuts | null {
  const { cells } = arrangement.en
  const [at, to] = [indexOf(arrangement.en, row), indexOf(arrangement.en, target)]
  if (row === target || isEmpty(cells[at])) return null
  if (isEmpty(cells[to]) || !neighbours) return swap(arrangement, row, target)
  const cuts = cutsOf(arrangement)
  const border = at < to ? cells[at].from : cells[at].to
  for (let index = Math.min(at, to); index < Math.max(at, to); index++) cuts.en[index].to = border
  return cuts
}

function indexOf({ cells }: Column, row: number): number {
  const index = cells.findIndex((cell) => cell.row === row)
  if (index < 0) throw new Error(`row ${row} is not in the arrangement`)
  return index
}

/** The new row stands right behind `row` on both sides and ends at `to` on the one that fills it. */
function addRowAfter(cuts: Cuts, row: number, side: Side, to: number) {
  for (const each of ['zh', 'en'] as const) {
    const at = cuts[each].findIndex((cut) => cut.row === row)
    const added: Cut = { row: NEW_ROW, to: each === side ? to : cuts[each][at].to }
    cuts[each].splice(at + 1, 0, added)
  }
}

export type Standing = { status: SegmentStatus; confirmed: boolean; locked: boolean }

/** A row that a shift of many rows, or a realignment, leaves as it is. */
export function holdsStill({ status, confirmed, locked }: Standing): boolean {
  return confirmed || locked || status === 'released'
}

type Part = { status: SegmentStatus; zh: boolean; en: boolean; whole: boolean }

/**
 * The status of a row whose texts changed, from the rows they came from. A row that lacks a side is a draft. Joined rows
 * are as far as the least of them; what was only brought in, without its other side, counts as translated. Where a row
 * has lost text to another one, or got a part of one, no one has approved the pair: it has at most been translated.
 */
export function statusOfJoined(
  parts: readonly Part[],
  has: { zh: boolean; en: boolean },
  oneSided: Side | null,
): SegmentStatus {
  if (!has.en || (!has.zh && oneSided !== 'en')) return 'draft'
  const statuses = parts.map((part): SegmentStatus => (part.zh && part.en ? part.status : 'translated'))
  if (!parts.every((part) => part.whole)) statuses.push('translated')
  return statuses.reduce((least, status) => (rank(status) < rank(least) ? status : least), statuses[0] ?? 'translated')
}
