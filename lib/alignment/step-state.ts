/** What a step of the alignment found and what it left. */
import type { Side } from '../bitext/text'
import type { Cell } from './arrangement'
import type { Face } from './rows-after'
import type { Marked } from './travel'

/** One of the two states of a step. */
export type Moment = {
  cells: Record<Side, Cell[]>
  faces: Record<number, Face>
  /** Where the rows stood; a hint, as rows may have been spread anew since. */
  places: Record<Side, [row: number, place: number][]>
}

/** What hung on the rows: `id` is unique in its table. */
export type Item = { table: string; id: string } & Marked

/** A range of an assignment, by the rows at its ends. */
export type Range = { id: string; first: number; last: number }

type Both<T> = { before: T; after: T }

export type Rearrangement = {
  texts: Record<Side, string>
  moments: Both<Moment>
  items: Both<Item>[]
  ranges: Both<Range>[]
  alignedBy?: Both<string>
}

export type Confirmation = { ids: number[]; confirmed: boolean }

export type StepState = { rearrangement: Rearrangement } | { confirmation: Confirmation }
