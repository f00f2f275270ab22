import type { Actor } from '../auth/actor'
import { requireMember } from '../auth/require-member'
import type { Transaction } from '../db'
import type { MoveInput, StepAnswer } from './input'
import { move } from './rules'
import { cutAs, takeStep } from './take-step'
import { arrange, type Place, withNeighbours } from './window'

/**
 * Brings the English of one row to any other. An empty cell takes it; with the English that stands there it is joined
 * if the two follow each other in the English text, and exchanged if not.
 */
export async function moveEnglish(
  actor: Actor,
  { projectId, documentId, fromSegmentId, toSegmentId, seen }: MoveInput,
): Promise<StepAnswer> {
  const member = await requireMember(actor, projectId, 'segment.align')
  const place = { projectId, documentId }
  let neighbours = false
  return await takeStep(member, place, {
    kind: 'move',
    seen,
    named: [fromSegmentId, toSegmentId],
    rows: async (tx) => {
      const between = await emptyBetween(tx, place, fromSegmentId, toSegmentId)
      neighbours = between !== null
      return [...(between ?? []), ...(await withNeighbours(tx, place, [fromSegmentId, toSegmentId]))]
    },
    plan: (rows) => cutAs(move(arrange(rows), fromSegmentId, toSegmentId, neighbours), { crosses: true }),
  })
}

/** Rows without English that stand between the two in its order; null when there are others, with English. */
async function emptyBetween(
  tx: Transaction,
  { documentId }: Place,
  one: number,
  other: number,
): Promise<number[] | null> {
  const between = await tx.$queryRaw<{ id: number; worded: boolean }[]>`
    WITH ends AS (SELECT min("enOrder") AS first, max("enOrder") AS last FROM "Segment" WHERE "documentId" = ${documentId}::uuid AND "id" IN (${one}, ${other}))
    SELECT "id", "en" <> '' AS worded FROM "Segment", ends
    WHERE "documentId" = ${documentId}::uuid AND "enOrder" > first AND "enOrder" < last ORDER BY "en" = '', "enOrder" LIMIT 100`
  return between.length === 100 || between.some(({ worded }) => worded) ? null : between.map(({ id }) => id)
}
