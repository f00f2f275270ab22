/**
 * What an operation makes of the rows, so that it shows before the server has answered: the command's own rule
 * (lib/alignment/rules.ts) on the rows as they stand here. The white space between sentences is only the server's, so what
 * most likely stands there is put in; the answer then replaces what stands here.
 */
import {
  type Arrangement,
  arrangementOf,
  type Cuts,
  cellsByRow,
  rearranged,
  textOf,
  withoutHollowRows,
} from '@/lib/alignment/arrangement'
import { merge, move, NEW_ROW, pull, push, split, swap } from '@/lib/alignment/rules'
import { SIDES, type Side } from '@/lib/bitext/text'
import type { SegmentRow } from '@/lib/segment/queries'

export type Operation =
  /** `to`: a row further off takes the text, and what stands between goes along. */
  | { what: 'push' | 'pull'; id: number; side: Side; offset: number; to?: number }
  | { what: 'split'; id: number; side: Side; offset: number; otherOffset: number }
  | { what: 'merge'; from: number; to: number }
  | { what: 'swap'; id: number; with: number }
  | { what: 'move'; from: number; to: number }
  | { what: 'shift'; id: number; side: Side; direction: 'down' | 'up' }

export type Rearranged = {
  /** Rows that read otherwise now, in their order; a new row has a provisional number. */
  rows: SegmentRow[]
  /** The new row and the one it stands after. */
  added: { id: number; after: number } | null
  gone: number[]
}

/** A new row has no number of its own until the server gives it one. */
let nextProvisional = -2

export type NearRows = {
  get(id: number): SegmentRow | undefined
  previous(id: number): SegmentRow | undefined
  next(id: number): SegmentRow | undefined
  /** Ends included; null when one of them is not here. */
  between(from: number, to: number): SegmentRow[] | null
  areNeighbours(one: number, other: number): boolean
  isBefore(one: number, other: number): boolean
}

/** The rows an operation speaks of, in their order; only those that are here. */
export function rowsOf(operation: Operation, near: NearRows): SegmentRow[] {
  const listed = (): (SegmentRow | undefined)[] => {
    switch (operation.what) {
      case 'push':
        return carried(operation, near) ?? [near.get(operation.id), near.next(operation.id)]
      case 'pull':
        return carried(operation, near) ?? [near.previous(operation.id), near.get(operation.id)]
      case 'split':
      case 'shift':
        return [near.get(operation.id)]
      case 'merge':
        return near.between(operation.from, operation.to) ?? [near.get(operation.from), near.get(operation.to)]
      case 'swap':
        return inOrder(near, operation.id, operation.with)
      case 'move':
        return inOrder(near, operation.from, operation.to)
    }
  }
  return listed().filter((row) => row !== undefined)
}

/** All rows that text sent far passes; only its ends where some are not here. */
function carried({ id, to }: { id: number; to?: number }, near: NearRows): (SegmentRow | undefined)[] | null {
  return to === undefined ? null : (near.between(id, to) ?? inOrder(near, id, to))
}

function inOrder(near: NearRows, one: number, other: number): (SegmentRow | undefined)[] {
  return (near.isBefore(one, other) ? [one, other] : [other, one]).map(near.get)
}

/** null where the screen cannot know the outcome: rows are not here, their order in the English is another, or nothing changes. */
export function rearrange(operation: Operation, near: NearRows): Rearranged | null {
  const rows = rowsOf(operation, near)
  if (operation.what === 'shift' || rows.length < (operation.what === 'split' ? 1 : 2)) return null
  if (operation.what === 'merge' && !near.between(operation.from, operation.to)) return null
  if ('to' in operation && 'id' in operation && !near.between(operation.id, operation.to ?? operation.id)) return null
  const english =
    operation.what === 'swap' || operation.what === 'move' || !('side' in operation) || operation.side === 'en'
  if (english && rows.some((row) => row.moved)) return null
  const before = arrangementOf(
    ...both(
      rows.map((row, at) => ({
        ...row,
        zhTail: row.zh === '' ? '' : tailBetween(row, rows[at + 1], 'zh'),
        enTail: row.en === '' ? '' : tailBetween(row, rows[at + 1], 'en'),
      })),
    ),
  )
  const cuts = cutsAfter(operation, before, near)
  return cuts && compare(rows, rearranged(before, withoutHollowRows(cuts)))
}

/** What most likely stands between two texts: an empty line between paragraphs, a blank between English sentences. */
export function tailBetween(row: SegmentRow, next: SegmentRow | undefined, side: Side): string {
  const paragraph = `${side}Paragraph` as const
  if (next && next[side] !== '' && row[paragraph] !== next[paragraph]) return '\n\n'
  return side === 'en' ? ' ' : ''
}

function both<T>(rows: T): [T, T] {
  return [rows, rows]
}

function cutsAfter(operation: Exclude<Operation, { what: 'shift' }>, before: Arrangement, near: NearRows): Cuts | null {
  switch (operation.what) {
    case 'push':
      return push(before, operation.side, operation.id, operation.offset, operation.to)
    case 'pull':
      return pull(before, operation.side, operation.id, operation.offset, operation.to)
    case 'split':
      return split(before, operation.side, operation.id, operation.offset, operation.otherOffset)
    case 'merge':
      return merge(before)
    case 'swap':
      return swap(before, operation.id, operation.with)
    case 'move':
      return move(before, operation.from, operation.to, near.areNeighbours(operation.from, operation.to))
  }
}

function compare(rows: readonly SegmentRow[], after: Arrangement): Rearranged {
  const cells = { zh: cellsByRow(after.zh), en: cellsByRow(after.en) }
  const reads = (id: number) => {
    const [zh, en] = SIDES.map((side) => cells[side].get(id))
    return zh && en && { zh: textOf(after.zh, zh), en: textOf(after.en, en) }
  }
  const kept = rows.flatMap((row) => {
    const texts = reads(row.id)
    return texts ? [{ row, texts }] : []
  })
  const gone = rows.filter((row) => !reads(row.id))
  const changed = kept.filter(({ row, texts }) => row.zh !== texts.zh || row.en !== texts.en)
  const fresh = reads(NEW_ROW)
  const last = rows.at(-1)!
  const added = fresh ? { id: nextProvisional--, after: last.id } : null
  const notes = gone.flatMap((row) => row.discrepancies)
  return {
    rows: [
      ...changed.map(({ row, texts }, i) => ({
        ...unjudged({ ...row, ...texts }),
        discrepancies: i === 0 ? [...row.discrepancies, ...notes] : row.discrepancies,
      })),
      ...(added ? [{ ...unjudged({ ...last, ...fresh }), id: added.id, label: false, discrepancies: [] }] : []),
    ],
    added,
    gone: gone.map(({ id }) => id),
  }
}

/** Nobody has looked at this pairing yet, neither a person nor the program. */
function unjudged(row: SegmentRow): SegmentRow {
  return { ...row, confirmed: false, confidence: null }
}

const isSpace = (sign: string) => /\s/u.test(sign)

/** Where a place in a text as the screen guessed it stands in the text as the server has it: only white space may differ. */
export function followOffset(guessed: string, real: string, offset: number): number {
  if (guessed === real || offset <= 0) return Math.min(offset, real.length)
  if (offset >= guessed.length) return real.length
  let left = [...guessed.slice(0, offset)].filter((sign) => !isSpace(sign)).length
  let at = 0
  for (const sign of real) {
    if (left === 0 && !isSpace(sign)) break
    if (!isSpace(sign)) left--
    at += sign.length
  }
  return at
}

/** Whether two rows say the same, white space aside. */
export function sameWords(one: Pick<SegmentRow, Side>, other: Pick<SegmentRow, Side>): boolean {
  const bare = (text: string) => text.replace(/\s/gu, '')
  return SIDES.every((side) => bare(one[side]) === bare(other[side]))
}
