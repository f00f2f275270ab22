/** Writes new texts of many rows at once, each as a revision; the rows are locked and were judged. */
import type { ActingMember } from '../auth/require-member'
import type { GoverningRule, Side } from '../bitext/text'
import { Prisma, type Transaction } from '../db'
import { followSpans, WAITS } from '../discrepancy/follow-spans'
import { mendedBy, type Waiting } from '../discrepancy/mending'
import type { SegmentStatus } from '../segment/rules'

export type TextChange = {
  id: number
  before: string
  after: string
  /** Of the text before. */
  version: number
  from: SegmentStatus
  to: SegmentStatus
  translatedBy: string | null
  revisedBy: string | null
  reviewedBy: string | null
}

type By = { member: ActingMember; projectId: string; kind: 'replace' | 'restore' | 'reject' }

/** Answers how many were written; fewer than given means that somebody else's write came between, and nothing must stay. */
export async function writeTexts(
  tx: Transaction,
  { member, projectId, kind }: By,
  side: Side,
  changes: readonly TextChange[],
): Promise<number> {
  if (changes.length === 0) return 0
  const spans = await followedSpans(tx, side, changes)
  const mended = await mendedNotes(tx, side, changes)
  const { text, version, from, to } = COLUMNS[side]
  const rows = await tx.$queryRaw<{ id: number }[]>`
    WITH change AS (
      SELECT * FROM jsonb_to_recordset(${JSON.stringify(changes)}::jsonb) AS c("id" int, "before" text, "after" text, "version" int,
        "from" "SegmentStatus", "to" "SegmentStatus", "translatedBy" uuid, "revisedBy" uuid, "reviewedBy" uuid)
    ), saved AS (
      UPDATE "Segment" s SET ${text} = c."after", ${version} = c."version" + 1, "status" = c."to", "changedAt" = now(),
        "translatedBy" = c."translatedBy", "revisedBy" = c."revisedBy", "reviewedBy" = c."reviewedBy"
      FROM change c
      WHERE s."id" = c."id" AND s."projectId" = ${projectId}::uuid AND s.${version} = c."version" AND s."position" IS NOT NULL
      RETURNING s."id", c."before", c."after", c."version" + 1 AS version, c."from", c."to"
    ), revision AS (
      INSERT INTO "Revision" ("projectId", "segmentId", "side", "before", "after", "version", "kind", "memberId", "sessionId")
      SELECT ${projectId}::uuid, "id", ${side}::"Side", "before", "after", version, ${kind}, ${member.id}::uuid, ${member.sessionId ?? null}::uuid FROM saved
      RETURNING "id", "segmentId"
    ), moved_status AS (
      INSERT INTO "Transition" ("projectId", "segmentId", "from", "to", "demotion", "undo", "memberId", "sessionId")
      SELECT ${projectId}::uuid, "id", "from", "to", "to" < "from", "to" > "from", ${member.id}::uuid, ${member.sessionId ?? null}::uuid FROM saved WHERE "from" <> "to"
    ), span AS (
      SELECT * FROM jsonb_to_recordset(${JSON.stringify(spans)}::jsonb) AS m("id" uuid, "from" int, "to" int)
    ), note AS (
      SELECT n."id", span."id" IS NOT NULL AS is_marked, span."from", span."to", revision."id" AS revision,
        n."id" = ANY(${mended}::uuid[]) AS is_mended
      FROM revision JOIN "Discrepancy" n ON n."segmentId" = revision."segmentId" LEFT JOIN span ON span."id" = n."id"
    ), followed AS (
      UPDATE "Discrepancy" n SET
        ${from} = CASE WHEN note.is_marked THEN note."from" ELSE n.${from} END,
        ${to} = CASE WHEN note.is_marked THEN note."to" ELSE n.${to} END,
        "mendedById" = CASE WHEN note.is_mended THEN note.revision ELSE n."mendedById" END
      FROM note WHERE n."id" = note."id"
    ), remarks AS (
      UPDATE "Comment" r SET ${from} = span."from", ${to} = span."to" FROM span, saved
      WHERE r."id" = span."id" AND r."segmentId" = saved."id"
    )
    SELECT "id" FROM saved`
  return rows.length
}

type Span = { id: string; segmentId: number; from: number; to: number }

/** Where the marked words of these rows stand afterwards. */
async function followedSpans(tx: Transaction, side: Side, changes: readonly TextChange[]) {
  const { from, to } = COLUMNS[side]
  const ids = changes.map(({ id }) => id)
  const marks = await tx.$queryRaw<Span[]>`
    SELECT "id", "segmentId", ${from} AS "from", ${to} AS "to" FROM "Discrepancy" WHERE "segmentId" = ANY(${ids}::int[]) AND ${from} IS NOT NULL
    UNION ALL SELECT "id", "segmentId", ${from}, ${to} FROM "Comment" WHERE "segmentId" = ANY(${ids}::int[]) AND ${from} IS NOT NULL`
  const changeOf = new Map(changes.map((change) => [change.id, change]))
  return marks.flatMap(({ segmentId, ...mark }) => {
    const change = changeOf.get(segmentId)
    return change ? followSpans([mark], side, change.before, change.after) : []
  })
}

type WaitingNote = Waiting & { segmentId: number; rule: GoverningRule }

/** The notes on these rows that their changes mend. */
async function mendedNotes(tx: Transaction, side: Side, changes: readonly TextChange[]): Promise<string[]> {
  const { from, to } = COLUMNS[side]
  const ids = changes.map(({ id }) => id)
  const waiting = await tx.$queryRaw<WaitingNote[]>`
    SELECT d."id", d."segmentId", d."decision", d.${from} AS "from", d.${to} AS "to", doc."governing" AS rule
    FROM "Discrepancy" d JOIN "Document" doc ON doc."id" = d."documentId" WHERE d."segmentId" = ANY(${ids}::int[]) AND ${WAITS}`
  const changeOf = new Map(changes.map((change) => [change.id, change]))
  return waiting.flatMap((note) => mendedBy([note], changeOf.get(note.segmentId)!, side, note.rule))
}

const COLUMNS = {
  zh: {
    text: Prisma.sql`"zh"`,
    version: Prisma.sql`"zhVersion"`,
    from: Prisma.sql`"zhFrom"`,
    to: Prisma.sql`"zhTo"`,
  },
  en: {
    text: Prisma.sql`"en"`,
    version: Prisma.sql`"enVersion"`,
    from: Prisma.sql`"enFrom"`,
    to: Prisma.sql`"enTo"`,
  },
}
