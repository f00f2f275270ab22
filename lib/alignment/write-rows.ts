/** Writes rows, their histories and the transitions of their statuses: a few statements, however many rows. */
import { Prisma, type Transaction } from '../db'
import { COLUMN_TYPES, namesOf, type SegmentColumn, typesOf } from '../segment/json-columns'
import { rank } from '../segment/rules'
import type { Places } from './place-in-document'
import type { AlignedRow, RowAfter } from './rows-after'
import type { Scene } from './window'

/** A step may change any of them. */
const ALL = Object.keys(COLUMN_TYPES) as SegmentColumn[]

/** From how many rows on sorting and comparing them in memory is worth a statement of its own. */
const MANY = 1_000

/** `stored`: the row as the database has it, also one that is not in the document at present; null for a new one. */
export type Written = { stored: AlignedRow | null; after: RowAfter }

/** Those that go have to be out of the way first. */
export async function retireRows(tx: Transaction, rows: readonly { row: number; into: number }[]) {
  if (rows.length === 0) return
  await tx.$executeRaw`
    UPDATE "Segment" s SET "position" = NULL, "mergedIntoId" = x."into"
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS x("row" int, "into" int) WHERE s."id" = x."row"`
}

export async function writeRows(tx: Transaction, scene: Scene, rows: readonly Written[], places: Places) {
  if (rows.length >= MANY) await tx.$executeRaw`SET LOCAL work_mem = '64MB'`
  const stored = rows.filter((row): row is Known => row.stored !== null)
  await updateRows(tx, scene, stored, places)
  await insertRows(
    tx,
    scene,
    rows.filter((row) => row.stored === null),
    places,
  )
  await writeTransitions(tx, scene, stored.flatMap(transitionOf))
}

/**
 * Only the columns in which some row differs: of ten thousand rows the others are most of the work. The revisions come
 * from the texts the database has before and after, so that each text goes there once.
 */
async function updateRows(tx: Transaction, { projectId, member }: Scene, rows: readonly Known[], places: Places) {
  if (rows.length === 0) return
  const columns = ALL.filter((column) =>
    rows.some((row) => !isSame(row.stored[column], wantedValue(row, column, places))),
  )
  const records = rows.map((row) => ({ ...recordOf(row, columns, places), worded: isWorded(row) }))
  const sets = columns.map((column) => `"${column}" = x."${column}"`)
  const back = rows.some(({ stored }) => stored.position === null) ? ['"mergedIntoId" = NULL'] : []
  await tx.$executeRaw`
    WITH x AS MATERIALIZED (
      SELECT * FROM ROWS FROM (jsonb_to_recordset(${JSON.stringify(records)}::jsonb) AS ("id" int, "worded" bool${typesOf(columns)})) WITH ORDINALITY
    ), "is" AS (
      UPDATE "Segment" s SET ${Prisma.raw([...sets, ...back].map((set) => `${set}, `).join(''))} "changedAt" = CASE WHEN x."worded" THEN now() ELSE s."changedAt" END
      FROM x JOIN "Segment" was ON was."id" = x."id" WHERE s."id" = x."id"
      RETURNING x."ordinality", x."worded", s."id", was."zh" AS "zhWas", s."zh", s."zhVersion", was."en" AS "enWas", s."en", s."enVersion"
    )
    INSERT INTO "Revision" ("projectId", "segmentId", "side", "before", "after", "version", "kind", "memberId", "sessionId")
    SELECT ${projectId}::uuid, "is"."id", t."side"::"Side", t."before", t."after", t."version", 'align', ${member.id}::uuid, ${member.sessionId ?? null}::uuid
    FROM "is" CROSS JOIN LATERAL (VALUES
      ('zh', "is"."zhWas", "is"."zh", "is"."zhVersion"), ('en', "is"."enWas", "is"."en", "is"."enVersion")) t("side", "before", "after", "version")
    WHERE "is"."worded" AND t."before" <> t."after" ORDER BY "is"."ordinality", t."side" = 'en'`
}

async function insertRows(tx: Transaction, { projectId, documentId }: Scene, rows: readonly Written[], places: Places) {
  if (rows.length === 0) return
  const records = rows.map((row) => recordOf(row, ALL, places))
  await tx.$executeRaw`
    INSERT INTO "Segment" ("id", "projectId", "documentId", "changedAt"${namesOf(ALL)})
    SELECT x."id", ${projectId}::uuid, ${documentId}::uuid, now()${namesOf(ALL, 'x.')}
    FROM jsonb_to_recordset(${JSON.stringify(records)}::jsonb) AS x("id" int${typesOf(ALL)}) ORDER BY x."position"`
}

function recordOf(row: Written, columns: readonly SegmentColumn[], places: Places): Record<string, unknown> {
  const record: Record<string, unknown> = { id: row.after.id }
  for (const column of columns) record[column] = wantedValue(row, column, places)
  return record
}

function wantedValue({ stored, after }: Written, column: SegmentColumn, { zh, en }: Places): unknown {
  switch (column) {
    case 'position':
      return zh.get(after.id)
    case 'enOrder':
      return en.get(after.id)
    case 'zhVersion':
      return (stored?.zhVersion ?? 1) + Number(stored !== null && stored.zh !== after.zh)
    case 'enVersion':
      return (stored?.enVersion ?? 1) + Number(stored !== null && stored.en !== after.en)
    default:
      return after[column]
  }
}

function isSame(one: unknown, other: unknown): boolean {
  if (Array.isArray(one) && Array.isArray(other))
    return one.length === other.length && one.every((each, index) => each === other[index])
  return one === other
}

function isWorded({ stored, after }: Known): boolean {
  return stored.zh !== after.zh || stored.en !== after.en
}

type Known = { stored: AlignedRow; after: RowAfter }

function transitionOf({ stored, after }: Known) {
  if (stored.status === after.status) return []
  // No one's will, whichever way it goes: undoing a step brings back what it had taken.
  const demotion = rank(after.status) < rank(stored.status)
  return [{ row: stored.id, from: stored.status, to: after.status, demotion }]
}

async function writeTransitions(
  tx: Transaction,
  { projectId, member }: Scene,
  transitions: readonly ReturnType<typeof transitionOf>[number][],
) {
  if (transitions.length === 0) return
  await tx.$executeRaw`
    INSERT INTO "Transition" ("projectId", "segmentId", "from", "to", "demotion", "undo", "memberId", "sessionId")
    SELECT ${projectId}::uuid, x."row", x."from", x."to", x."demotion", NOT x."demotion", ${member.id}::uuid, ${member.sessionId ?? null}::uuid
    FROM jsonb_to_recordset(${JSON.stringify(transitions)}::jsonb) AS x("row" int, "from" "SegmentStatus", "to" "SegmentStatus", "demotion" bool)`
}

/** English stands moved where it crosses that of the row with English before or after it. Answers where that changed. */
export async function judgeMoved(
  tx: Transaction,
  { documentId }: Scene,
  ids: readonly number[],
): Promise<Map<number, boolean>> {
  const beside = (place: 'before' | 'after') =>
    Prisma.sql`(SELECT n."enOrder" FROM "Segment" n WHERE n."documentId" = ${documentId}::uuid AND n."en" <> ''
      AND n."position" ${Prisma.raw(place === 'before' ? '<' : '>')} s."position" ORDER BY n."position" ${Prisma.raw(place === 'before' ? 'DESC' : 'ASC')} LIMIT 1)`
  const rows = await tx.$queryRaw<{ id: number; moved: boolean }[]>`
    UPDATE "Segment" s SET "moved" = j."moved" FROM (
      SELECT s."id", s."en" <> '' AND (coalesce(${beside('before')} > s."enOrder", false) OR coalesce(${beside('after')} < s."enOrder", false)) AS "moved"
      FROM "Segment" s WHERE s."id" = ANY(${[...ids]}::int[]) AND s."position" IS NOT NULL
    ) j WHERE j."id" = s."id" AND j."moved" <> s."moved" RETURNING s."id", s."moved"`
  return new Map(rows.map(({ id, moved }) => [id, moved]))
}
