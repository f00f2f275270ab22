/** The statement that saves a text: all of it, or, where anything is no longer as it was seen, nothing. */
import type { Side } from '../bitext/text'

/**
 * $1 segment, $2 project, $3 the version that was seen, $4 the text, $5 to $7 status, staleness and translator afterwards,
 * $8 the text before, $9 the kind, $10 who saves, $11 the status before, $12 where marks stand now, $13 the version of the row,
 * $14 to $16 author, id and hands of a suggestion, $17 the session, $18 the notes that are mended, $19 the verdict on a stale row.
 * `side` is one of two words of ours, never input: nothing else is put into the text of the statement.
 */
export function saveStatement(side: Side): string {
  const other = side === 'zh' ? 'en' : 'zh'
  return `
    WITH saved AS (
      UPDATE "Segment" SET "${side}" = $4, "${side}Version" = $3 + 1, "status" = $5::"SegmentStatus", "stale" = $6,
        "translatedBy" = $7::uuid, "hands" = "hands" || $16::uuid[], "changedAt" = now(),
        "revisedBy" = CASE WHEN $5 = $11 THEN "revisedBy" END, "reviewedBy" = CASE WHEN $5 = $11 THEN "reviewedBy" END
      WHERE "id" = $1 AND "projectId" = $2::uuid AND "${side}Version" = $3 AND "status" = $11::"SegmentStatus" AND "position" IS NOT NULL
        AND xmin::text = $13
        AND ($15::uuid IS NULL OR EXISTS (SELECT 1 FROM "Suggestion" taken WHERE taken."id" = $15::uuid AND taken."segmentId" = $1 AND taken."state" = 'open'))
      RETURNING "id", "projectId", "${side}Version" AS version
    ), revision AS (
      INSERT INTO "Revision" ("projectId", "segmentId", "side", "before", "after", "version", "kind", "memberId", "authorId", "sessionId")
      SELECT "projectId", "id", '${side}', $8, $4, version, $9, $10::uuid, $14::uuid, $17::uuid FROM saved RETURNING "id"
    ), demoted AS (
      INSERT INTO "Transition" ("projectId", "segmentId", "from", "to", "demotion", "memberId", "sessionId")
      SELECT "projectId", "id", $11::"SegmentStatus", $5::"SegmentStatus", true, $10::uuid, $17::uuid FROM saved WHERE $5 <> $11
    ), judged AS (
      INSERT INTO "Transition" ("projectId", "segmentId", "from", "to", "verdict", "memberId", "sessionId")
      SELECT "projectId", "id", $5::"SegmentStatus", $5::"SegmentStatus", $19::text, $10::uuid, $17::uuid FROM saved WHERE $19 IS NOT NULL
    ), settled AS (
      UPDATE "Suggestion" SET "state" = 'accepted', "settledById" = $10::uuid, "settledAt" = now(), "revisionId" = revision."id"
      FROM revision WHERE "Suggestion"."id" = $15::uuid
    ), notes AS (
      SELECT note."id", moved."id" IS NOT NULL AS is_marked, moved."from", moved."to",
        note."id" = ANY($18::uuid[]) AS is_mended
      FROM saved JOIN "Discrepancy" note ON note."segmentId" = saved."id"
        LEFT JOIN jsonb_to_recordset($12::jsonb) AS moved("id" uuid, "from" int, "to" int) ON moved."id" = note."id"
    ), followed AS (
      UPDATE "Discrepancy" SET
        "${side}From" = CASE WHEN notes.is_marked THEN notes."from" ELSE "${side}From" END,
        "${side}To" = CASE WHEN notes.is_marked THEN notes."to" ELSE "${side}To" END,
        "mendedById" = CASE WHEN notes.is_mended THEN revision."id" ELSE "mendedById" END
      FROM notes, revision WHERE "Discrepancy"."id" = notes."id"
    ), remarks AS (
      UPDATE "Comment" SET "${side}From" = moved."from", "${side}To" = moved."to"
      FROM saved, jsonb_to_recordset($12::jsonb) AS moved("id" uuid, "from" int, "to" int)
      WHERE "Comment"."id" = moved."id" AND "Comment"."segmentId" = saved."id"
    )
    SELECT version FROM saved -- the ${other} text is not touched`
}
