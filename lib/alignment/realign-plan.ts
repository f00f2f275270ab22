/**
 * A realignment in values: what the aligner is given of the rows, and what its beads make of them. Rows that hold still
 * are given as confirmed beads and come back as they were; all others are cut into sentences, which go where the aligner
 * puts them. Every sentence keeps its bytes, white space included. Pure.
 */
import type { Bead } from '../bitext/align'
import type { ConfirmedBead } from '../bitext/align/bead'
import { splitSentences } from '../bitext/sentences'
import { SIDES, type Side } from '../bitext/text'
import { type Blocks, type Cut as DocumentCut, type Guides, guidesOf } from '../document/anchors'
import { type Arrangement, type Column, type Cut, type Cuts, textOf } from './arrangement'

export type RealignRow = {
  id: number
  kind: string
  label: boolean
  zhParagraph: number | null
  enParagraph: number | null
  still: boolean
}

/** `to` of the stretch of the column that the sentence stands for: with all that follows it up to the next one. */
type Piece = { row: number; text: string; to: number }

export type Task = Guides & {
  zh: string[]
  en: string[]
  confirmed: ConfirmedBead[]
  pieces: Record<Side, Piece[]>
}

/** Kinds of rows that are no prose and are never cut. */
const WHOLE = ['headline', 'dateline', 'speaker-list', 'credit', 'prevail-clause', 'caption', 'furniture']

/** `blockCuts`: boundaries that the texts as they were read have in common. */
export function realignTask(
  arrangement: Arrangement,
  rows: readonly RealignRow[],
  blockCuts: readonly DocumentCut[] = [],
): Task {
  const byId = new Map(rows.map((row) => [row.id, row]))
  const pieces = { zh: piecesOf(arrangement.zh, 'zh', byId), en: piecesOf(arrangement.en, 'en', byId) }
  const texts = (side: Side) => pieces[side].map(({ text }) => text)
  return {
    zh: texts('zh'),
    en: texts('en'),
    pieces,
    confirmed: confirmedBeads(pieces, rows),
    ...guidesOf(blockCuts, blocksOf(pieces.zh, 'zh', byId), blocksOf(pieces.en, 'en', byId)),
  }
}

function piecesOf(column: Column, side: Side, rows: ReadonlyMap<number, RealignRow>): Piece[] {
  return column.cells.flatMap((cell) => {
    const text = textOf(column, cell)
    if (text === '') return []
    const row = rows.get(cell.row)
    const whole = !row || row.still || row.label || WHOLE.includes(row.kind)
    const sentences = whole ? [] : splitSentences(text, side)
    if (sentences.length < 2) return [{ row: cell.row, text, to: cell.to }]
    return sentences.map((sentence, index) => ({
      row: cell.row,
      text: sentence.text,
      to: index < sentences.length - 1 ? cell.from + sentences[index + 1].from : cell.to,
    }))
  })
}

/** One bead for each row that holds still; `moved` where its English crosses that of another. */
function confirmedBeads(pieces: Task['pieces'], rows: readonly RealignRow[]): ConfirmedBead[] {
  const numbers = { zh: numbersByRow(pieces.zh), en: numbersByRow(pieces.en) }
  const beads = rows
    .filter((row) => row.still)
    .map(({ id }) => ({ zh: numbers.zh.get(id) ?? [], en: numbers.en.get(id) ?? [] }))
    .filter(({ zh, en }) => zh.length + en.length > 0)
  const inPlace = longestRun(beads.map(({ zh, en }) => (zh.length > 0 && en.length > 0 ? en[0] : null)))
  return beads.map((bead, index) => (inPlace.has(index) ? bead : { ...bead, moved: true }))
}

function numbersByRow(pieces: readonly Piece[]): Map<number, number[]> {
  const numbers = new Map<number, number[]>()
  pieces.forEach(({ row }, index) => {
    const known = numbers.get(row)
    if (known) known.push(index)
    else numbers.set(row, [index])
  })
  return numbers
}

/** Indexes of the longest increasing run; those without a value belong to any. */
function longestRun(values: readonly (number | null)[]): Set<number> {
  const ends: number[] = []
  const before = new Array<number>(values.length).fill(-1)
  values.forEach((value, index) => {
    if (value === null) return
    let [low, high] = [0, ends.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((values[ends[middle]] as number) < value) low = middle + 1
      else high = middle
    }
    before[index] = low > 0 ? ends[low - 1] : -1
    ends[low] = index
  })
  const run = new Set(values.flatMap((value, index) => (value === null ? [index] : [])))
  for (let at = ends.at(-1) ?? -1; at >= 0; at = before[at]) run.add(at)
  return run
}

/** A text takes the number of its paragraph along, wherever it goes. */
function blocksOf(pieces: readonly Piece[], side: Side, rows: ReadonlyMap<number, RealignRow>): Blocks {
  return pieces.map(({ row }) => rows.get(row)?.[`${side}Paragraph`] ?? null)
}

/** What the aligner says of a row that it made. */
export type Found = { confidence: number; moved: boolean }

export type Realigned = { cuts: Cuts; found: Map<number, Found> }

/** The beads as rows. A row keeps its number where its text goes, as long as rows keep their order. */
export function realigned({ pieces }: Task, rows: readonly RealignRow[], beads: readonly Bead[]): Realigned {
  const numbers = numberBeads(pieces, rows, beads)
  const found = new Map(
    beads.map((bead, index) => [numbers[index], { confidence: bead.confidence, moved: bead.moved ?? false }]),
  )
  const english = englishOrder(beads)
  const zh = cutsOn(
    'zh',
    pieces,
    beads,
    numbers,
    beads.map((_, index) => index),
  )
  const en = cutsOn('en', pieces, beads, numbers, english)
  return { cuts: { zh, en }, found }
}

function numberBeads(pieces: Task['pieces'], rows: readonly RealignRow[], beads: readonly Bead[]): number[] {
  const place = new Map(rows.map(({ id }, index) => [id, index]))
  const rowsOfBead = beads.map((bead) => SIDES.flatMap((side) => bead[side].map((index) => pieces[side][index].row)))
  const stillAt = rowsOfBead.map(([row]) => (row !== undefined && rows[place.get(row) as number].still ? row : null))
  let next = rows.length
  const bound = new Array<number>(beads.length)
  for (let index = beads.length - 1; index >= 0; index--) {
    bound[index] = next
    const still = stillAt[index]
    if (still !== null) next = Math.min(next, place.get(still) as number)
  }
  let last = -1
  let fresh = 0
  return beads.map((_, index) => {
    const still = stillAt[index]
    const fits = (row: number) => {
      const at = place.get(row) as number
      return at > last && at < bound[index] && !rows[at].still
    }
    const row = still ?? rowsOfBead[index].find(fits) ?? --fresh
    last = Math.max(last, place.get(row) ?? -1)
    return row
  })
}

/** Numbers of the beads in the order of the English; one without English stands behind the one before it. */
function englishOrder(beads: readonly Bead[]): number[] {
  let key = -1
  const keyed = beads.map(({ en }, index) => {
    key = en[0] ?? key
    return { index, key, follows: en.length === 0 }
  })
  return keyed
    .sort((a, b) => a.key - b.key || Number(a.follows) - Number(b.follows) || a.index - b.index)
    .map(({ index }) => index)
}

function cutsOn(
  side: Side,
  pieces: Task['pieces'],
  beads: readonly Bead[],
  numbers: readonly number[],
  order: readonly number[],
): Cut[] {
  let to = 0
  return order.map((index) => {
    const last = beads[index][side].at(-1)
    if (last !== undefined) to = pieces[side][last].to
    return { row: numbers[index], to }
  })
}
