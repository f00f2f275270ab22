/** One step of the alignment, from the locked document to its entry in the journal, in one transaction. */
import type { ActingMember } from '../auth/require-member'
import { db, type Transaction } from '../db'
import { AppError } from '../errors'
import { type Cuts, withoutHollowRows } from './arrangement'
import type { SeenRow, StepAnswer, StepKind } from './input'
import { writeStep } from './journal'
import { rearrange, type Wanted } from './rearrange'
import type { AlignedRow } from './rows-after'
import { lockRows, openScene, type Place, requireSeen, type Scene } from './window'

/** Two transactions that waited for each other: PostgreSQL ended one of them, and it may simply try again. */
const MOST_TRIES = 5

export async function inDocument<T>(
  member: ActingMember,
  place: Place,
  act: (tx: Transaction, scene: Scene) => Promise<T>,
): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await db.$transaction(async (tx) => act(tx, await openScene(tx, member, place)), {
        timeout: 300_000,
        maxWait: 30_000,
      })
    } catch (error) {
      if (tries === MOST_TRIES || !isDeadlock(error)) throw error
    }
  }
}

function isDeadlock(error: unknown): boolean {
  return (
    error instanceof Error &&
    /40P01|deadlock detected|P2034/.test(`${(error as { code?: string }).code ?? ''} ${error.message}`)
  )
}

type Move = {
  kind: StepKind
  seen: readonly SeenRow[]
  /** Rows the command names; they have to be among the seen ones. */
  named: readonly number[]
  /** All rows whose texts may change. */
  rows: (tx: Transaction, scene: Scene) => Promise<readonly number[]>
  /** null: nothing would change. */
  plan: (rows: AlignedRow[], tx: Transaction, scene: Scene) => Promise<Wanted | null> | Wanted | null
}

/** What a rule answered, as something to carry out. */
export function cutAs(cuts: Cuts | null, more: Omit<Wanted, 'cuts'> = {}): Wanted | null {
  return cuts && { ...more, cuts }
}

/** Rows are checked against what the person saw before anything is written; whatever is refused leaves everything as it was. */
export async function takeStep(
  member: ActingMember,
  place: Place,
  { kind, seen, named, rows: find, plan }: Move,
): Promise<StepAnswer> {
  return await inDocument(member, place, async (tx, scene) => {
    // What the person saw is checked as well where it is not part of the window.
    const seenIds = seen.map(({ id }) => id)
    const window = new Set(await find(tx, scene))
    const locked = await lockRows(tx, scene, [...seenIds, ...window])
    requireSeen(locked, seen, named)
    const rows = locked.filter((row) => window.has(row.id))
    const wanted = await plan(rows, tx, scene)
    if (!wanted) throw new AppError('invalid', 'nothing-to-align')
    const { rearrangement, changed } = await rearrange(tx, scene, rows, {
      ...wanted,
      cuts: withoutHollowRows(wanted.cuts),
    })
    const step = await writeStep(tx, scene, kind, { rearrangement }, changed.length)
    return { step, changed }
  })
}
