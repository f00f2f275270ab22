/** What Align mode holds beside the screen: the carets, how the rows are drawn, what is on its way to the server. */
import type { AlignmentState } from '@/lib/alignment/input'
import type { Side } from '@/lib/bitext/text'
import { type Cell, type Cells, cell, cells } from '../state/cell'
import type { Screen } from '../state/screen'
import type { Why } from './why'

/** A question of Align mode that is open. */
export type AlignAsking = { what: 'realign'; from: number | null; to: number | null } | { what: 'confirm-sure' }

/** What is held in the hand, and the row under it; `null` where there is none. Rows count from 0. */
export type Drag = { fromId: number; fromRow: number; side: Side; over: { id: number; row: number } | null } & (
  | { what: 'border'; offset: number }
  | { what: 'text' }
)

export type LeftCaret = { id: number; side: Side; at: number }

/** `cancel`: it can be called off. */
export type Working = { says: string; cancel?: () => void }

export type AlignState = {
  /** The caret a person set in the other text of the row before changing sides: where a split cuts that text. */
  left: Cell<LeftCaret | null>
  ribbon: Cell<boolean>
  asking: Cell<AlignAsking | null>
  drag: Cell<Drag | null>
  /** Operations done on the screen and not yet answered for. */
  pending: Cell<number>
  /** Rows an operation has been sent for whose outcome could not be shown beforehand. */
  waiting: Cell<ReadonlySet<number>>
  /** What was done last, in words. */
  said: Cell<string>
  /** Something long under way. */
  working: Cell<Working | null>
  journal: Cell<AlignmentState | null>
  whys: Cells<number, Why>
  /** Where the English of moved rows stands, by id; fetched for the ribbon view. */
  order: Cell<ReadonlyMap<number, number> | null>
}

const states = new WeakMap<Screen, AlignState>()

export function alignOf(screen: Screen): AlignState {
  const known = states.get(screen)
  if (known) return known
  const fresh: AlignState = {
    left: cell<LeftCaret | null>(null),
    ribbon: cell(false),
    asking: cell<AlignAsking | null>(null),
    drag: cell<Drag | null>(null),
    pending: cell(0),
    waiting: cell<ReadonlySet<number>>(new Set()),
    said: cell(''),
    working: cell<Working | null>(null),
    journal: cell<AlignmentState | null>(null),
    whys: cells(),
    order: cell<ReadonlyMap<number, number> | null>(null),
  }
  states.set(screen, fresh)
  return fresh
}
