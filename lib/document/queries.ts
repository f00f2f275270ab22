import type { Actor } from '../auth/actor'
import { requireMember } from '../auth/require-member'
import type { GoverningRule, Side } from '../bitext/text'
import { db } from '../db'
import { AppError } from '../errors'

export type DocumentRow = {
  id: string
  title: string
  governing: GoverningRule
  hasZh: boolean
  hasEn: boolean
  isSample: boolean
  /** Rows to review: protected ones are not counted. */
  segments: number
  /** Of these, how many are revised or further. */
  approved: number
  openDiscrepancies: number
  /** How often it was published. */
  editions: number
  createdAt: Date
  version: number
}

export async function listDocuments(actor: Actor, { projectId }: { projectId: string }): Promise<DocumentRow[]> {
  await requireMember(actor, projectId, 'project.read')
  return await db.$queryRaw<DocumentRow[]>`
    SELECT d."id", d."title", d."governing", d."isSample", d."createdAt", d."version",
      EXISTS (SELECT 1 FROM "Source" s WHERE s."documentId" = d."id" AND s."side" = 'zh') AS "hasZh",
      EXISTS (SELECT 1 FROM "Source" s WHERE s."documentId" = d."id" AND s."side" = 'en') AS "hasEn",
      coalesce(c."segments", 0) AS segments, coalesce(c."approved", 0) AS approved,
      (SELECT count(*)::int FROM "Discrepancy" x WHERE x."documentId" = d."id" AND x."state" IN ('open', 'proposed')) AS "openDiscrepancies",
      (SELECT count(*)::int FROM "Edition" e WHERE e."documentId" = d."id") AS editions
    FROM "Document" d
      LEFT JOIN (
        SELECT "documentId", count(*)::int AS "segments",
          count(*) FILTER (WHERE "status" IN ('revised', 'reviewed', 'released'))::int AS "approved"
        FROM "Segment" WHERE "projectId" = ${projectId}::uuid AND "position" IS NOT NULL AND NOT "locked" GROUP BY "documentId"
      ) c ON c."documentId" = d."id"
    WHERE d."projectId" = ${projectId}::uuid AND d."deletedAt" IS NULL
    ORDER BY d."createdAt" DESC`
}

/** One document with where its texts came from; raw bytes stay where they are. */
export async function getDocument(actor: Actor, { projectId, documentId }: { projectId: string; documentId: string }) {
  await requireMember(actor, projectId, 'project.read')
  const document = await db.document.findFirst({
    where: { id: documentId, projectId, deletedAt: null },
    select: {
      id: true,
      title: true,
      governing: true,
      governingQuote: true,
      alignedBy: true,
      isSample: true,
      version: true,
      createdAt: true,
      sources: {
        select: {
          side: true,
          fileName: true,
          address: true,
          format: true,
          encoding: true,
          sha256: true,
          receivedAt: true,
        },
      },
    },
  })
  if (!document) throw new AppError('not-found', 'not-found')
  return {
    ...document,
    governing: document.governing as GoverningRule,
    sides: document.sources.map((source) => source.side as Side),
  }
}
