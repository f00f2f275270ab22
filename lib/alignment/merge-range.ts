import type { Actor } from '../auth/actor'
import { requireMember } from '../auth/require-member'
import type { Transaction } from '../db'
import { AppError } from '../errors'
import type { MergeRangeInput, StepAnswer } from './input'
import type { AlignedRow } from './rows-after'
import { merge } from './rules'
import { cutAs, takeStep } from './take-step'
import { arrange, type Place } from './window'

/** No one joins more rows than fit on a few screens; a slip of the hand would. */
const MOST_ROWS = 200

/** Joins all rows from one to the other into the first of them. Each side is joined in its own order. */
export async function mergeRange(
  actor: Actor,
  { projectId, documentId, fromSegmentId, toSegmentId, seen }: MergeRangeInput,
): Promise<StepAnswer> {
  const member = await requireMember(actor, projectId, 'segment.align')
  const place = { projectId, documentId }
  return await takeStep(member, place, {
    kind: 'merge',
    seen,
    named: [fromSegmentId, toSegmentId],
    rows: (tx) => rowsBetween(tx, place, fromSegmentId, toSegmentId),
    plan: async (rows, tx) => {
      await requireTogether(tx, place, rows)
      return cutAs(merge(arrange(rows)))
    },
  })
}

async function rowsBetween(tx: Transaction, { documentId }: Place, one: number, other: number): Promise<number[]> {
  const found = await tx.$queryRaw<{ id: number }[]>`
    WITH ends AS (SELECT min("position") AS first, max("position") AS last FROM "Segment" WHERE "documentId" = ${documentId}::uuid AND "id" IN (${one}, ${other}))
    SELECT "id" FROM "Segment", ends WHERE "documentId" = ${documentId}::uuid AND "position" BETWEEN first AND last ORDER BY "position" LIMIT ${MOST_ROWS + 1}`
  if (found.length > MOST_ROWS) throw new AppError('invalid', 'invalid-input')
  return found.map(({ id }) => id)
}

/** Joining English between which other English stands would change its order. */
export async function requireTogether(tx: Transaction, { documentId }: Place, rows: readonly AlignedRow[]) {
  const places = rows.filter(({ en }) => en !== '').map(({ enOrder }) => enOrder)
  if (places.length < 2) return
  const between = await tx.segment.count({
    where: {
      documentId,
      en: { not: '' },
      id: { notIn: rows.map(({ id }) => id) },
      enOrder: { gt: Math.min(...places), lt: Math.max(...places) },
    },
  })
  if (between > 0) throw new AppError('invalid', 'texts-apart')
}
