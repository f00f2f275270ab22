/** Rows an act on many is about to change: locked, and judged as they are now against what the person saw. */
import { db, Prisma, type Transaction } from '../db'
import type { SegmentStatus } from './rules'

export type ActedRow = {
  id: number
  status: SegmentStatus
  stale: boolean
  locked: boolean
  translatedBy: string | null
  revisedBy: string | null
  hands: string[]
  reviewedBy: string | null
  zh: string
  en: string
  zhVersion: number
  enVersion: number
  /** Something about the row was written after the snapshot the person saw. */
  changed: boolean
}

type Asked = { projectId: string; documentId: string; ids: number[]; texts?: boolean }

/** The rows as they are, and the moment at which they were so. */
export async function readActedRows(asked: Asked): Promise<{ rows: ActedRow[]; snapshot: string }> {
  return await db.$transaction(
    async (tx) => {
      const [{ snapshot }] = await tx.$queryRaw<[{ snapshot: string }]>`SELECT pg_current_snapshot()::text AS snapshot`
      return { snapshot, rows: await select(tx, asked, Prisma.sql`false`, Prisma.empty) }
    },
    // One moment for both statements: nothing can come between what is counted and what is said to have been seen.
    { isolationLevel: 'RepeatableRead', timeout: 60_000 },
  )
}

/**
 * The rows, held until the transaction ends, in the order of their ids as every command takes them.
 * `xmin` is the transaction that last wrote the row; its upper half is that of the present one, or of the one before
 * where the counter has gone round in between.
 */
export async function lockActedRows(tx: Transaction, asked: Asked, snapshot: string): Promise<ActedRow[]> {
  const changed = Prisma.sql`NOT pg_visible_in_snapshot(((now_id.id >> 32 << 32) + s.xmin::text::bigint
    - CASE WHEN s.xmin::text::bigint > (now_id.id & 4294967295) THEN 4294967296 ELSE 0 END)::text::xid8, ${snapshot}::pg_snapshot)`
  return await select(tx, asked, changed, Prisma.sql`FOR UPDATE OF s`)
}

async function select(tx: Transaction, asked: Asked, changed: Prisma.Sql, lock: Prisma.Sql): Promise<ActedRow[]> {
  const texts = asked.texts ? Prisma.sql`s."zh", s."en"` : Prisma.sql`'' AS zh, '' AS en`
  return await tx.$queryRaw<ActedRow[]>`
    SELECT s."id", s."status", s."stale", s."locked", s."translatedBy", s."revisedBy", s."reviewedBy", s."hands", ${texts},
      s."zhVersion", s."enVersion", ${changed} AS changed
    FROM "Segment" s JOIN "Document" d ON d."id" = s."documentId" AND d."deletedAt" IS NULL
      CROSS JOIN (SELECT pg_snapshot_xmax(pg_current_snapshot())::text::bigint AS id) now_id
    WHERE s."documentId" = ${asked.documentId}::uuid AND s."projectId" = ${asked.projectId}::uuid
      AND s."position" IS NOT NULL AND s."id" = ANY(${asked.ids}::int[])
    ORDER BY s."id" ${lock}`
}
