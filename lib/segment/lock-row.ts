import type { Transaction } from '../db'
import { AppError } from '../errors'

export type LockedRow = { documentId: string; zh: string; en: string; zhVersion: number; enVersion: number }

/**
 * The row, held to the end of the transaction: no save moves its words and no merge takes it away in the meantime. What
 * hangs something on a row locks it first; a row that has gone into another by then is not found.
 */
export async function lockRow(tx: Transaction, projectId: string, segmentId: number): Promise<LockedRow> {
  const [row] = await tx.$queryRaw<LockedRow[]>`
    SELECT s."documentId", s."zh", s."en", s."zhVersion", s."enVersion"
    FROM "Segment" s JOIN "Document" d ON d."id" = s."documentId" AND d."deletedAt" IS NULL
    WHERE s."id" = ${segmentId} AND s."projectId" = ${projectId}::uuid AND s."position" IS NOT NULL FOR UPDATE OF s`
  if (!row) throw new AppError('not-found', 'not-found')
  return row
}
