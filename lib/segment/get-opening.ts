import type { Actor } from '../auth/actor'
import { requireMember } from '../auth/require-member'
import { db } from '../db'
import { listSegments, type SegmentRow } from './queries'

/** What a screen needs to be worked on at once: how many rows there are, and those around the place asked for. */
export type Opening = { total: number; from: number; row: number; rows: SegmentRow[] }

type Asked = { projectId: string; documentId: string; row?: number; segmentId?: number }

const BEFORE = 20
const ROWS = 60

/** `row` counts from 0; a segment goes before it. Positions are counted by their index alone, whatever the length of the document. */
export async function getOpening(actor: Actor, { projectId, documentId, row, segmentId }: Asked): Promise<Opening> {
  await requireMember(actor, projectId, 'project.read')
  const [{ total }] = await db.$queryRaw<[{ total: number }]>`
    SELECT count(*)::int AS total FROM "Segment" WHERE "documentId" = ${documentId}::uuid AND "projectId" = ${projectId}::uuid AND "position" IS NOT NULL`
  const at = segmentId === undefined ? null : await findRow(projectId, documentId, segmentId)
  const here = Math.max(0, Math.min(total - 1, at ?? row ?? 0))
  const from = Math.max(0, here - BEFORE)
  const found = await db.$queryRaw<{ id: number }[]>`
    SELECT "id" FROM "Segment" WHERE "documentId" = ${documentId}::uuid AND "projectId" = ${projectId}::uuid AND "position" IS NOT NULL
    ORDER BY "position" OFFSET ${from} LIMIT ${ROWS}`
  const rows =
    found.length > 0 ? await listSegments(actor, { projectId, documentId, ids: found.map(({ id }) => id) }) : []
  return { total, from, row: here, rows }
}

/** How many rows stand before the segment; null when it is none of this document. */
async function findRow(projectId: string, documentId: string, segmentId: number): Promise<number | null> {
  const segment = await db.segment.findFirst({
    where: { id: segmentId, projectId, documentId, position: { not: null } },
    select: { position: true },
  })
  if (!segment || segment.position === null) return null
  return await db.segment.count({ where: { projectId, documentId, position: { lt: segment.position } } })
}
