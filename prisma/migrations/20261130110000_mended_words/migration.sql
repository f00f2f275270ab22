-- What an amended note said before it was put otherwise.
ALTER TABLE "DiscrepancyStep" ADD COLUMN "was" JSONB;

-- A text that falls back opens its notes again, by whatever way it was written: the quoted words the mending took away are
-- there once more, also where several edits took them away one after the other; or the whole text is what it was before the
-- mending, or, where nothing was marked on that side, at any moment since the note was raised. Moving text between rows
-- writes no words.
CREATE OR REPLACE FUNCTION discrepancies_fall_back() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  WITH fallen AS (
    SELECT DISTINCT ON (d."id") d."id", d."projectId", d."state", d."decision", f."memberId"
    FROM fresh f JOIN "Discrepancy" d ON d."segmentId" = f."segmentId" AND d."state" IN ('decided', 'verified', 'published')
      JOIN "Revision" m ON m."id" = d."mendedById" AND m."id" < f."id" AND m."side" = f."side",
      LATERAL (SELECT CASE f."side" WHEN 'zh' THEN d."zhQuote" ELSE d."enQuote" END AS quote) q
    WHERE f."kind" <> 'align' AND f."before" <> f."after" AND (
      (m."segmentId" = f."segmentId" AND f."after" = m."before")
      OR (q.quote = '' AND EXISTS (SELECT 1 FROM "Revision" r WHERE r."segmentId" = f."segmentId" AND r."side" = f."side"
        AND r."id" < m."id" AND r."createdAt" >= d."raisedAt" AND r."before" = f."after"))
      OR (occurrences(m."after", q.quote) < greatest(occurrences(m."before", q.quote), 1)
        AND occurrences(f."before", q.quote) < occurrences(f."after", q.quote)))
  ), opened AS (
    UPDATE "Discrepancy" d SET "state" = 'open', "decision" = NULL, "decisionNote" = '', "legalEffect" = NULL, "mendedById" = NULL,
      "proposedById" = NULL, "decidedById" = NULL, "decidedAt" = NULL, "verifiedById" = NULL, "verifiedAt" = NULL,
      "version" = d."version" + 1
    FROM fallen WHERE d."id" = fallen."id"
  )
  INSERT INTO "DiscrepancyStep" ("projectId", "discrepancyId", "act", "from", "to", "decision", "memberId")
  SELECT "projectId", "id", 'fall-back', "state", 'open', "decision", "memberId" FROM fallen;
  RETURN NULL;
END
$$;
