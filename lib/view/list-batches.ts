import { z } from 'zod'
import type { Actor } from '../auth/actor'
import { requireMember } from '../auth/require-member'
import { db } from '../db'
import type { SegmentStatus } from '../segment/rules'
import { type BatchStep, mayUndoBatch } from './rules'

export const BatchesInput = z.object({ projectId: z.uuid(), documentId: z.uuid() })
export type BatchesInput = z.infer<typeof BatchesInput>

export type BatchLine = {
  id: string
  kind: 'status' | 'replace' | 'accept' | 'reject'
  /** Where a status was led to. */
  to: SegmentStatus | null
  /** What was replaced, and by what; a form that was chosen for all places replaces whatever stood there. */
  text: string | null
  replacement: string | null
  by: string
  at: string
  rows: number
  undone: boolean
  /** Whether this member may take it back now. */
  mayUndo: boolean
}

/** So many that the one a person thinks of is among them; the timeline has them all. */
const MOST = 20

type Found = Omit<BatchLine, 'mayUndo' | 'at'> & { memberId: string; at: Date; steps: BatchStep[] }

/** The last acts on many rows of a document, newest first. */
export async function listBatches(actor: Actor, { projectId, documentId }: BatchesInput): Promise<BatchLine[]> {
  const member = await requireMember(actor, projectId, 'project.read')
  const found = await db.$queryRaw<Found[]>`
    WITH act AS (
      SELECT b.* FROM "Batch" b JOIN "Document" d ON d."id" = b."documentId" AND d."deletedAt" IS NULL
      WHERE b."documentId" = ${documentId}::uuid AND b."projectId" = ${projectId}::uuid ORDER BY b."createdAt" DESC LIMIT ${MOST}
    )
    SELECT b."id", b."kind", b."detail" ->> 'to' AS to, b."detail" -> 'query' ->> 'text' AS text, coalesce(b."detail" ->> 'replacement', b."detail" ->> 'form') AS replacement,
      u."name" AS by, b."createdAt" AS at, b."undoneAt" IS NOT NULL AS undone, b."memberId", rows.count AS rows, rows.steps
    FROM act b JOIN "Member" m ON m."id" = b."memberId" JOIN "User" u ON u."id" = m."userId"
      CROSS JOIN LATERAL (SELECT count(*)::int AS count, coalesce(jsonb_agg(DISTINCT jsonb_build_object('from', r."wasStatus", 'to', r."status")), '[]'::jsonb) AS steps
        FROM "BatchRow" r WHERE r."batchId" = b."id") rows
    ORDER BY b."createdAt" DESC`
  return found.map(({ memberId, steps, at, ...line }) => ({
    ...line,
    at: at.toISOString(),
    mayUndo: !line.undone && mayUndoBatch(member, { kind: line.kind, memberId, steps }),
  }))
}
