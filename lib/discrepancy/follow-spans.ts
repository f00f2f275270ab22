/** Marked words through a change of their text: what is marked now, and where it stands afterwards. */
import { followSpan } from '../bitext/diff'
import type { Side } from '../bitext/text'
import { db, Prisma, type Transaction } from '../db'
import type { Waiting } from './mending'

/** Of a note `d`: decided to be mended, and not mended yet. */
export const WAITS = Prisma.sql`d."state" = 'decided' AND d."decision" LIKE 'mend-%' AND d."mendedById" IS NULL`

type MarkedNote = { id: string; from: number; to: number }

/** `rowVersion` changes with every write of the row; a save that finds another one has not seen everything. */
type Marks = { rowVersion: string; notes: MarkedNote[]; waiting: Waiting[] }

/** The marks of discrepancies and comments on one side of a segment, the notes that wait to be mended, and the state of its row, read at one moment. */
export async function findMarks(segmentId: number, side: Side): Promise<Marks | undefined> {
  const [from, to] =
    side === 'zh' ? [Prisma.sql`d."zhFrom"`, Prisma.sql`d."zhTo"`] : [Prisma.sql`d."enFrom"`, Prisma.sql`d."enTo"`]
  const [marks] = await db.$queryRaw<Marks[]>`
    SELECT s.xmin::text AS "rowVersion", coalesce((
      SELECT jsonb_agg(jsonb_build_object('id', d."id", 'from', ${from}, 'to', ${to}))
      FROM (
        SELECT "id", "segmentId", "zhFrom", "zhTo", "enFrom", "enTo" FROM "Discrepancy"
        UNION ALL SELECT "id", "segmentId", "zhFrom", "zhTo", "enFrom", "enTo" FROM "Comment"
      ) d WHERE d."segmentId" = s."id" AND ${from} IS NOT NULL), '[]'::jsonb) AS notes, coalesce((
      SELECT jsonb_agg(jsonb_build_object('id', d."id", 'decision', d."decision", 'from', ${from}, 'to', ${to}))
      FROM "Discrepancy" d WHERE d."segmentId" = s."id" AND ${WAITS}), '[]'::jsonb) AS waiting
    FROM "Segment" s WHERE s."id" = ${segmentId}`
  return marks
}

/** Where the marked words stand after their text changed; nulls when they are gone (the quotation stays). */
export function followSpans(notes: MarkedNote[], side: Side, before: string, after: string) {
  return notes.map(({ id, ...mark }) => {
    const span = followSpan(mark, before, after, side)
    return { id, from: span?.from ?? null, to: span?.to ?? null }
  })
}

/**
 * Writes the row without changing it, so that a save which has already read the notes of this segment reads them again.
 * A lock alone would not do: the save would wait for it and then go on with the notes it knew.
 */
export async function announceToSaves(tx: Transaction, segmentId: number) {
  await tx.$executeRaw`UPDATE "Segment" SET "stale" = "stale" WHERE "id" = ${segmentId}`
}
