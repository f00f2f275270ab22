import type { Transaction } from '../db'
import { AppError } from '../errors'
import type { Range } from './input'

export type DocumentPlace = { projectId: string; documentId: string }

/** Positions of rows, ends included. */
export type Places = { from: number; to: number }

/** Where a range stands, its ends in order. Held until it is written: rows that are replaced or moved in this moment must not leave it pointing elsewhere. */
export async function findPlaces(tx: Transaction, document: DocumentPlace, range: Range): Promise<Places> {
  // Locks are taken in the order of ids, as every command takes them.
  const one = await positionOf(tx, document, Math.min(range.fromSegmentId, range.toSegmentId))
  const other = await positionOf(tx, document, Math.max(range.fromSegmentId, range.toSegmentId))
  return { from: Math.min(one, other), to: Math.max(one, other) }
}

async function positionOf(tx: Transaction, { projectId, documentId }: DocumentPlace, segmentId: number) {
  const [segment] = await tx.$queryRaw<{ position: number }[]>`
    SELECT s."position" FROM "Segment" s JOIN "Document" d ON d."id" = s."documentId" AND d."deletedAt" IS NULL
    WHERE s."id" = ${segmentId} AND s."projectId" = ${projectId}::uuid AND s."documentId" = ${documentId}::uuid
      AND s."position" IS NOT NULL FOR SHARE OF s`
  if (!segment) throw new AppError('invalid', 'range-outside-document')
  return segment.position
}
