import type { Actor } from '../auth/actor'
import { requireMember } from '../auth/require-member'
import { AppError } from '../errors'
import type { ConfirmSureInput, StepAnswer } from './input'
import { writeStep } from './journal'
import { inDocument } from './take-step'

/**
 * Confirms, as one step, every open row the program is at least this sure of. Rows without one side, out of order or
 * protected are left for a person, however sure the program is of them.
 */
export async function confirmSure(
  actor: Actor,
  { projectId, documentId, leastConfidence }: ConfirmSureInput,
): Promise<StepAnswer> {
  const member = await requireMember(actor, projectId, 'segment.confirm')
  return await inDocument(member, { projectId, documentId }, async (tx, scene) => {
    const rows = await tx.$queryRaw<{ id: number }[]>`
      WITH rows AS (SELECT "id" FROM "Segment" WHERE "documentId" = ${documentId}::uuid AND "projectId" = ${projectId}::uuid
        AND "position" IS NOT NULL AND NOT "confirmed" AND NOT "locked" AND NOT "moved" AND "zh" <> '' AND "en" <> ''
        AND "confidence" >= ${leastConfidence} ORDER BY "id" FOR UPDATE)
      UPDATE "Segment" s SET "confirmed" = true FROM rows WHERE s."id" = rows."id" RETURNING s."id"`
    if (rows.length === 0) throw new AppError('invalid', 'nothing-to-align')
    const ids = rows.map(({ id }) => id)
    const step = await writeStep(tx, scene, 'confirm', { confirmation: { ids, confirmed: true } }, ids.length)
    return { step, changed: ids }
  })
}
