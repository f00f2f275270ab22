/** The ledger: every note of a project or document, with the place it stands at. */
import type { Actor } from '../auth/actor'
import { requireMember } from '../auth/require-member'
import type { GoverningRule } from '../bitext/text'
import { db, type Transaction } from '../db'
import type { Decision, DiscrepancyState, DiscrepancyType, LegalEffect, Severity } from './rules'

export type LedgerFilter = {
  projectId: string
  documentId?: string
  state?: DiscrepancyState
  type?: DiscrepancyType
  severity?: Severity
}

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
  raisedBy: string
  raisedAt: Date
  decidedBy: string | null
  decidedAt: Date | null
  mended: boolean
  verifiedBy: string | null
  verifiedAt: Date | null
  version: number
}

export async function listDiscrepancies(
  actor: Actor,
  filter: LedgerFilter,
  tx: Transaction = db,
): Promise<LedgerEntry[]> {
  const { projectId, documentId = null, state = null, type = null, severity = null } = filter
  await requireMember(actor, projectId, 'project.read', tx)
  return await tx.$queryRaw<LedgerEntry[]>`
    SELECT d."id", d."documentId", doc."title" AS "documentTitle", doc."governing", d."segmentId",
      (SELECT count(*)::int FROM "Segment" b WHERE b."documentId" = s."documentId" AND b."position" <= s."position") AS row,
      d."number", d."type", d."severity", d."state", d."zhQuote", d."enQuote",
      d."zhFrom" IS NOT NULL AS "zhMarked", d."enFrom" IS NOT NULL AS "enMarked", d."note",
      d."decision", d."decisionNote", d."legalEffect", ru."name" AS "raisedBy", d."raisedAt",
      du."name" AS "decidedBy", d."decidedAt", d."mendedById" IS NOT NULL AS mended, vu."name" AS "verifiedBy", d."verifiedAt", d."version"
    FROM "Discrepancy" d
      JOIN "Document" doc ON doc."id" = d."documentId" AND doc."deletedAt" IS NULL
      JOIN "Segment" s ON s."id" = d."segmentId"
      JOIN "Member" rm ON rm."id" = d."raisedById" JOIN "User" ru ON ru."id" = rm."userId"
      LEFT JOIN "Member" dm ON dm."id" = d."decidedById" LEFT JOIN "User" du ON du."id" = dm."userId"
      LEFT JOIN "Member" vm ON vm."id" = d."verifiedById" LEFT JOIN "User" vu ON vu."id" = vm."userId"
    WHERE d."projectId" = ${projectId}::uuid
      AND (${documentId}::uuid IS NULL OR d."documentId" = ${documentId}::uuid)
      AND (${state}::text IS NULL OR d."state"::text = ${state})
      AND (${type}::text IS NULL OR d."type" = ${type})
      AND (${severity}::text IS NULL OR d."severity"::text = ${severity})
    ORDER BY doc."createdAt", s."position", d."number"
    LIMIT 5000`
}
