import type { Actor } from '../auth/actor'
import { requireMember } from '../auth/require-member'
import { db, Prisma } from '../db'
import { listSegments, type SegmentRow } from './queries'

/** What a screen needs to be worked on at once: how many rows there are, and those around the place asked for. */
export type Opening = { total: number; from: number; row: number; rows: SegmentRow[] }

type Asked = { projectId: string; documentId: string; row?: number; segmentId?: number }

const BEFORE = 20
const ROWS = 60

/**
 * `row` counts from 0; a segment goes before it. The rows are sought by the position of the one asked for, to both sides of
 * it; only a bare row number has to be counted off, and that along the index alone.
 */
export async function getOpening(actor: Actor, { projectId, documentId, row, segmentId }: Asked): Promise<Opening> {
  await requireMember(actor, projectId, 'project.read')
  // No other column than the index has: it is counted, and a row counted off, without a look at the rows.
  const document = Prisma.sql`"documentId" = (SELECT "id" FROM "Document" WHERE "id" = ${documentId}::uuid AND "projectId" = ${projectId}::uuid)
    AND "position" IS NOT NULL`
  const [{ total }] = await db.$queryRaw<
    [{ total: number }]
  >`SELECT count(*)::int AS total FROM "Segment" WHERE ${document}`
  if (total === 0) return { total, from: 0, row: 0, rows: [] }
  const place = (segmentId && (await findSegment(document, segmentId))) || (await findRow(document, row ?? 0, total))
  const found = await db.$queryRaw<{ id: number; before: boolean }[]>`
    (SELECT "id", "position", true AS before FROM "Segment" WHERE ${document} AND "position" < ${place.position} ORDER BY "position" DESC LIMIT ${BEFORE})
    UNION ALL (SELECT "id", "position", false FROM "Segment" WHERE ${document} AND "position" >= ${place.position} ORDER BY "position" LIMIT ${ROWS})
    ORDER BY "position" LIMIT ${ROWS}`
  const rows = await listSegments(actor, { projectId, documentId, ids: found.map(({ id }) => id) })
  return { total, from: place.row - found.filter(({ before }) => before).length, row: place.row, rows }
}

type Place = { position: number; row: number }

/** The segment with how many rows stand before it; null when it is none of this document. */
async function findSegment(document: Prisma.Sql, segmentId: number): Promise<Place | null> {
  const [place] = await db.$queryRaw<Place[]>`
    SELECT s."position", (SELECT count(*)::int FROM "Segment" WHERE ${document} AND "position" < s."position") AS row
    FROM (SELECT "position" FROM "Segment" WHERE ${document} AND "id" = ${segmentId}) s`
  return place ?? null
}

async function findRow(document: Prisma.Sql, asked: number, total: number): Promise<Place> {
  const row = Math.max(0, Math.min(total - 1, asked))
  const [place] = await db.$queryRaw<{ position: number }[]>`
    SELECT "position" FROM "Segment" WHERE ${document} ORDER BY "position" OFFSET ${row} LIMIT 1`
  return { position: place?.position ?? 0, row }
}
