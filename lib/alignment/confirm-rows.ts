import type { Actor } from '../auth/actor'
import { requireMember } from '../auth/require-member'
import type { Transaction } from '../db'
import { db } from '../db'
import { AppError } from '../errors'
import type { ConfirmInput } from '../segment/input'
import type { ConfirmToInput, StepAnswer } from './input'
import { writeStep } from './journal'
import { inDocument } from './take-step'
import type { Scene } from './window'

/** Says that the two texts of a row belong together, or takes that back. */
export async function confirmBead(
  actor: Actor,
  { projectId, segmentId, confirmed }: ConfirmInput,
): Promise<{ confirmed: boolean }> {
  const member = await requireMember(actor, projectId, 'segment.confirm')
  const segment = await db.segment.findFirst({
    where: { id: segmentId, projectId, position: { not: null }, document: { deletedAt: null } },
    select: { documentId: true },
  })
  if (!segment) throw new AppError('not-found', 'not-found')
  await inDocument(member, { projectId, documentId: segment.documentId }, (tx, scene) =>
    confirm(tx, scene, segmentId, segmentId, confirmed),
  )
  return { confirmed }
}

/** Confirms all rows up to this one: from a given row on, or from behind the last confirmed row above. */
export async function confirmTo(
  actor: Actor,
  { projectId, documentId, segmentId, fromSegmentId, confirmed }: ConfirmToInput,
): Promise<StepAnswer> {
  const member = await requireMember(actor, projectId, 'segment.confirm')
  return await inDocument(member, { projectId, documentId }, async (tx, scene) => {
    const first = fromSegmentId ?? (await firstUnconfirmed(tx, scene, segmentId))
    const answer = await confirm(tx, scene, first, segmentId, confirmed)
    if (!answer) throw new AppError('invalid', 'nothing-to-align')
    return answer
  })
}

/** The row behind the nearest confirmed one above. */
async function firstUnconfirmed(tx: Transaction, { documentId }: Scene, segmentId: number): Promise<number> {
  const [first] = await tx.$queryRaw<{ id: number }[]>`
    SELECT s."id" FROM "Segment" s JOIN "Segment" own ON own."id" = ${segmentId} AND own."documentId" = s."documentId"
    WHERE s."documentId" = ${documentId}::uuid AND s."position" <= own."position" AND s."position" > coalesce((
      SELECT max(c."position") FROM "Segment" c WHERE c."documentId" = s."documentId" AND c."confirmed" AND c."position" < own."position"), -1)
    ORDER BY s."position" LIMIT 1`
  return first?.id ?? segmentId
}

/** null: they all were so already. */
async function confirm(
  tx: Transaction,
  scene: Scene,
  one: number,
  other: number,
  confirmed: boolean,
): Promise<StepAnswer | null> {
  const { documentId } = scene
  const ends = await tx.segment.count({ where: { documentId, id: { in: [one, other] }, position: { not: null } } })
  if (ends < new Set([one, other]).size) throw new AppError('conflict', 'changed-meanwhile')
  const rows = await tx.$queryRaw<{ id: number }[]>`
    WITH ends AS (SELECT min("position") AS first, max("position") AS last FROM "Segment" WHERE "documentId" = ${documentId}::uuid AND "id" IN (${one}, ${other})),
      rows AS (SELECT "id" FROM "Segment", ends WHERE "documentId" = ${documentId}::uuid AND "position" BETWEEN first AND last
        AND "confirmed" <> ${confirmed} ORDER BY "id" FOR UPDATE OF "Segment")
    UPDATE "Segment" s SET "confirmed" = ${confirmed} FROM rows WHERE s."id" = rows."id" RETURNING s."id"`
  if (rows.length === 0) return null
  const ids = rows.map(({ id }) => id)
  const step = await writeStep(
    tx,
    scene,
    confirmed ? 'confirm' : 'unconfirm',
    { confirmation: { ids, confirmed } },
    ids.length,
  )
  return { step, changed: ids }
}
