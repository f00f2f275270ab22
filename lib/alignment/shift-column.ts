import type { Actor } from '../auth/actor'
import { requireMember } from '../auth/require-member'
import type { Side } from '../bitext/text'
import type { Transaction } from '../db'
import { AppError } from '../errors'
import type { ShiftInput, StepAnswer } from './input'
import { shiftDown, shiftUp } from './rules'
import { cutAs, takeStep } from './take-step'
import { arrange, cellsFrom, type Place } from './window'

/** Cells read first while looking for the end of a shift; where it is farther off, eight times as many each time. */
const AT_ONCE = 256
const GROWTH = 8

/**
 * Moves the texts of one side one row down from a row on, which opens a gap there, or one row up, which closes the gap
 * there (or right above). The next empty cell of the side takes up the difference; confirmed, released and protected rows
 * end the shift: if there was no empty cell before them, a new row in front of them takes the last text.
 */
export async function shiftColumn(
  actor: Actor,
  { projectId, documentId, segmentId, side, direction, seen }: ShiftInput,
): Promise<StepAnswer> {
  const member = await requireMember(actor, projectId, 'segment.align')
  const place = { projectId, documentId }
  return await takeStep(member, place, {
    kind: direction === 'down' ? 'shift-down' : 'shift-up',
    seen,
    named: [segmentId],
    rows: async (tx) => {
      const above = direction === 'up' ? await gapAbove(tx, place, side, segmentId) : []
      return [...above, ...(await runFrom(tx, place, side, segmentId))]
    },
    plan: (rows) => {
      if (direction === 'down') return cutAs(shiftDown(arrange(rows), side, segmentId))
      const cuts = shiftUp(arrange(rows), side, segmentId)
      if (!cuts) throw new AppError('invalid', 'no-gap')
      return { cuts }
    },
  })
}

/** The cell before, if it is an empty one that may be filled. */
async function gapAbove(tx: Transaction, place: Place, side: Side, segmentId: number): Promise<number[]> {
  const [own, above] = await cellsFrom(tx, place, side, segmentId, 2, true)
  return own && !own.empty && above?.empty && !above.still ? [above.id] : []
}

/** From the row on: its text and those right below it, up to and with the next empty cell behind them. */
async function runFrom(tx: Transaction, place: Place, side: Side, segmentId: number): Promise<number[]> {
  const run: number[] = []
  let worded = false
  let next = segmentId
  for (let count = AT_ONCE; ; count *= GROWTH) {
    const cells = await cellsFrom(tx, place, side, next, count)
    for (const cell of run.length === 0 ? cells : cells.slice(1)) {
      if (cell.still && run.length > 0) return run
      run.push(cell.id)
      if (cell.empty && worded) return run
      worded ||= !cell.empty
    }
    if (cells.length < count) return run
    next = run[run.length - 1]
  }
}
