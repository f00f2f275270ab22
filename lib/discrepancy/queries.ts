/** The notes of a document or a project as the ledger lists them, each with the place it stands at. */
import type { Actor } from '../auth/actor'
import { requireMember } from '../auth/require-member'
import type { GoverningRule } from '../bitext/text'
import { db, Prisma, type Transaction } from '../db'
import type { Decision, DiscrepancyState, DiscrepancyType, LegalEffect, NoteLink, Severity } from './rules'

export type LedgerEntry = {
  id: string
  documentId: string
  documentTitle: string
  governing: GoverningRule
  segmentId: number
  /** 1-based row number in the review. */
  row: number
  number: number
  type: DiscrepancyType
  severity: Severity
  state: DiscrepancyState
  zhQuote: string
  enQuote: string
  /** The marked words are still in the text. */
  zhMarked: boolean
  enMarked: boolean
  note: string
  decision: Decision | null
  decisionNote: string
  legalEffect: LegalEffect | null
  raisedById: string
  raisedBy: string
  raisedAt: Date
  proposedById: string | null
  proposedBy: string | null
  proposedAt: Date | null
  decidedBy: string | null
  decidedAt: Date | null
  mended: boolean
  verifiedBy: string | null
  verifiedAt: Date | null
  links: NoteLink[]
  /** How many comments stand in its thread. */
  comments: number
  version: number
}

/** Of the notes in `listed` (columns "id" and "nth"), what the ledger shows, in the order of "nth". */
export function entriesOf(listed: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`
    WITH listed AS MATERIALIZED (${listed}),
    concerned AS MATERIALIZED (SELECT DISTINCT n."documentId" FROM listed l JOIN "Discrepancy" n ON n."id" = l."id"),
    place AS MATERIALIZED (
      SELECT b."id", row_number() OVER (PARTITION BY b."documentId" ORDER BY b."position")::int AS row
      FROM concerned c JOIN "Segment" b ON b."documentId" = c."documentId" AND b."position" IS NOT NULL)
    SELECT d."id", d."documentId", doc."title" AS "documentTitle", doc."governing", d."segmentId", coalesce(place.row, 0) AS row,
      d."number", d."type", d."severity", d."state", d."zhQuote", d."enQuote",
      d."zhFrom" IS NOT NULL AS "zhMarked", d."enFrom" IS NOT NULL AS "enMarked", d."note",
      d."decision", d."decisionNote", d."legalEffect", d."raisedById", ru."name" AS "raisedBy", d."raisedAt",
      d."proposedById", pu."name" AS "proposedBy", CASE WHEN d."proposedById" IS NOT NULL THEN (
        SELECT max(p."at") FROM "DiscrepancyStep" p WHERE p."discrepancyId" = d."id" AND p."act" = 'propose') END AS "proposedAt",
      du."name" AS "decidedBy", d."decidedAt", d."mendedById" IS NOT NULL AS mended, vu."name" AS "verifiedBy", d."verifiedAt", d."links",
      (SELECT count(*)::int FROM "Comment" c WHERE c."discrepancyId" = d."id" AND c."deletedAt" IS NULL) AS comments, d."version"
    FROM listed JOIN "Discrepancy" d ON d."id" = listed."id"
      JOIN "Document" doc ON doc."id" = d."documentId" LEFT JOIN place ON place."id" = d."segmentId"
      JOIN "Member" rm ON rm."id" = d."raisedById" JOIN "User" ru ON ru."id" = rm."userId"
      LEFT JOIN "Member" pm ON pm."id" = d."proposedById" LEFT JOIN "User" pu ON pu."id" = pm."userId"
      LEFT JOIN "Member" dm ON dm."id" = d."decidedById" LEFT JOIN "User" du ON du."id" = dm."userId"
      LEFT JOIN "Member" vm ON vm."id" = d."verifiedById" LEFT JOIN "User" vu ON vu."id" = vm."userId"
    ORDER BY listed."nth"`
}

/** Every note of a document, or of the whole project, in the order of the texts. */
export async function listDiscrepancies(
  actor: Actor,
  { projectId, documentId = null }: { projectId: string; documentId?: string | null },
  tx: Transaction = db,
): Promise<LedgerEntry[]> {
  await requireMember(actor, projectId, 'project.read', tx)
  return await tx.$queryRaw<LedgerEntry[]>(
    entriesOf(Prisma.sql`
      SELECT d."id", row_number() OVER (ORDER BY doc."createdAt", doc."id", s."position", d."number") AS nth
      FROM "Discrepancy" d JOIN "Document" doc ON doc."id" = d."documentId" AND doc."deletedAt" IS NULL
        JOIN "Segment" s ON s."id" = d."segmentId"
      WHERE d."projectId" = ${projectId}::uuid AND (${documentId}::uuid IS NULL OR d."documentId" = ${documentId}::uuid)`),
  )
}
