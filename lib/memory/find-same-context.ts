import type { Side } from '../bitext/text'
import { db, Prisma } from '../db'

/** Which of these rows stand between the same texts as `segmentId`: the same before it, the same after it, not both nothing. */
export async function findSameContext(
  segmentId: number,
  side: Side,
  ids: readonly number[],
): Promise<ReadonlySet<number>> {
  if (ids.length === 0) return new Set()
  const around = side === 'zh' ? Prisma.sql`n."zh"` : Prisma.sql`n."en"`
  const rows = await db.$queryRaw<{ id: number }[]>`
    WITH around AS MATERIALIZED (
      SELECT s."id",
        (SELECT ${around} FROM "Segment" n WHERE n."documentId" = s."documentId" AND n."position" < s."position" ORDER BY n."position" DESC LIMIT 1) AS before,
        (SELECT ${around} FROM "Segment" n WHERE n."documentId" = s."documentId" AND n."position" > s."position" ORDER BY n."position" LIMIT 1) AS after
      FROM "Segment" s WHERE s."id" = ANY(${[segmentId, ...ids]}::int[]))
    SELECT other."id" FROM around own JOIN around other ON other."id" <> own."id"
      AND other.before IS NOT DISTINCT FROM own.before AND other.after IS NOT DISTINCT FROM own.after
    WHERE own."id" = ${segmentId} AND coalesce(own.before, '') || coalesce(own.after, '') <> ''`
  return new Set(rows.map(({ id }) => id))
}
