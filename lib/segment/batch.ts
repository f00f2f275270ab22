/** Keeps how an act on many rows found them and left them, so that it can be undone as a whole. */
import type { Prisma, Transaction } from '../db'
import type { ActedRow } from './acted-rows'

type NewBatch = {
  projectId: string
  documentId: string
  memberId: string
  kind: 'status' | 'replace' | 'accept' | 'reject'
  detail: Prisma.InputJsonObject
}

export async function openBatch(tx: Transaction, data: NewBatch): Promise<string> {
  const batch = await tx.batch.create({ data, select: { id: true } })
  return batch.id
}

export type Changed = Pick<ActedRow, 'id' | 'status' | 'translatedBy' | 'revisedBy' | 'reviewedBy'> & {
  zhChanged?: boolean
  enChanged?: boolean
}

/**
 * `before`: the rows as the act found them. Call it after they were written: what they are now is read from them.
 * The `+ 0` keeps the planner from walking all transitions backwards by their ids until one of this row comes, for every
 * row anew: it takes the newest of a plain column from there, and 30,000 rows then need minutes instead of a second.
 */
export async function keepBatchRows(tx: Transaction, batchId: string, before: readonly Changed[]): Promise<void> {
  const found = before.map(({ id, status, translatedBy, revisedBy, reviewedBy, zhChanged, enChanged }) => ({
    id,
    status,
    translatedBy,
    revisedBy,
    reviewedBy,
    zhChanged: zhChanged ?? false,
    enChanged: enChanged ?? false,
  }))
  await tx.$executeRaw`
    INSERT INTO "BatchRow" ("batchId", "segmentId", "wasStatus", "wasTranslatedBy", "wasRevisedBy", "wasReviewedBy",
      "status", "transitionId", "zhVersion", "enVersion", "zhChanged", "enChanged")
    SELECT ${batchId}::uuid, s."id", f."status"::"SegmentStatus", f."translatedBy", f."revisedBy", f."reviewedBy",
      s."status", (SELECT max(t."id" + 0) FROM "Transition" t WHERE t."segmentId" = s."id"), s."zhVersion", s."enVersion", f."zhChanged", f."enChanged"
    FROM jsonb_to_recordset(${JSON.stringify(found)}::jsonb)
      AS f("id" int, "status" text, "translatedBy" uuid, "revisedBy" uuid, "reviewedBy" uuid, "zhChanged" bool, "enChanged" bool)
      JOIN "Segment" s ON s."id" = f."id"`
}
