-- The life of a discrepancy: open, proposed, decided, verified, published. A type made anew, since values added to an
-- old one cannot be used by the rules below before the migration is through.
DROP INDEX "Discrepancy_open_idx";
ALTER TABLE "Discrepancy" DROP CONSTRAINT "Discrepancy_decision";
ALTER TABLE "Discrepancy" ALTER COLUMN "state" DROP DEFAULT;
ALTER TYPE "DiscrepancyState" RENAME TO "DiscrepancyState_before";
CREATE TYPE "DiscrepancyState" AS ENUM ('open', 'proposed', 'decided', 'verified', 'published');
ALTER TABLE "Discrepancy" ALTER COLUMN "state" TYPE "DiscrepancyState" USING "state"::text::"DiscrepancyState";
ALTER TABLE "Discrepancy" ALTER COLUMN "state" SET DEFAULT 'open';
DROP TYPE "DiscrepancyState_before";

ALTER TABLE "Discrepancy"
  ADD COLUMN "proposedById" UUID,
  ADD COLUMN "verifiedById" UUID,
  ADD COLUMN "verifiedAt" TIMESTAMPTZ(3);
ALTER TABLE "Discrepancy" ADD CONSTRAINT "Discrepancy_proposedById_fkey" FOREIGN KEY ("proposedById") REFERENCES "Member"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "Discrepancy" ADD CONSTRAINT "Discrepancy_verifiedById_fkey" FOREIGN KEY ("verifiedById") REFERENCES "Member"("id") ON DELETE SET NULL ON UPDATE CASCADE;
CREATE INDEX "Discrepancy_open_idx" ON "Discrepancy"("documentId", "segmentId") WHERE "state" IN ('open', 'proposed');

-- What a state says is on record with it.
ALTER TABLE "Discrepancy" ADD CONSTRAINT "Discrepancy_decision" CHECK (("state" = 'open') = ("decision" IS NULL));
ALTER TABLE "Discrepancy" ADD CONSTRAINT "Discrepancy_decided" CHECK (("state" IN ('decided', 'verified', 'published')) = ("decidedAt" IS NOT NULL));
ALTER TABLE "Discrepancy" ADD CONSTRAINT "Discrepancy_verified" CHECK (("state" IN ('verified', 'published')) = ("verifiedAt" IS NOT NULL));

-- Every step of it, for good.
CREATE TABLE "DiscrepancyStep" (
    "id" SERIAL NOT NULL,
    "projectId" UUID NOT NULL,
    "discrepancyId" UUID NOT NULL,
    "act" TEXT NOT NULL,
    "from" "DiscrepancyState" NOT NULL,
    "to" "DiscrepancyState" NOT NULL,
    "decision" TEXT,
    "reason" TEXT NOT NULL DEFAULT '',
    "memberId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "DiscrepancyStep_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "DiscrepancyStep_discrepancyId_idx" ON "DiscrepancyStep"("discrepancyId");
ALTER TABLE "DiscrepancyStep" ADD CONSTRAINT "DiscrepancyStep_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "Project"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "DiscrepancyStep" ADD CONSTRAINT "DiscrepancyStep_discrepancyId_fkey" FOREIGN KEY ("discrepancyId") REFERENCES "Discrepancy"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "DiscrepancyStep" ADD CONSTRAINT "DiscrepancyStep_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What was decided before steps were kept.
INSERT INTO "DiscrepancyStep" ("projectId", "discrepancyId", "act", "from", "to", "decision", "reason", "memberId", "at")
SELECT "projectId", "id", 'decide', 'open', 'decided', "decision", "decisionNote", coalesce("decidedById", "raisedById"), "decidedAt"
FROM "Discrepancy" WHERE "state" = 'decided';

CREATE FUNCTION occurrences(body text, words text) RETURNS integer LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT CASE WHEN words = '' THEN 0 ELSE (length(body) - length(replace(body, words, ''))) / length(words) END
$$;

-- A text that falls back opens its notes again, by whatever way it was written: the quoted words the mending took away are
-- there once more, or the whole text is what it was before the mending. Moving text between rows writes no words.
CREATE FUNCTION discrepancies_fall_back() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  WITH fallen AS (
    SELECT DISTINCT ON (d."id") d."id", d."projectId", d."state", d."decision", f."memberId"
    FROM fresh f JOIN "Discrepancy" d ON d."segmentId" = f."segmentId" AND d."state" IN ('decided', 'verified', 'published')
      JOIN "Revision" m ON m."id" = d."mendedById" AND m."id" < f."id" AND m."side" = f."side",
      LATERAL (SELECT CASE f."side" WHEN 'zh' THEN d."zhQuote" ELSE d."enQuote" END AS quote) q
    WHERE f."kind" <> 'align' AND (
      (m."segmentId" = f."segmentId" AND f."after" = m."before" AND f."before" <> f."after")
      OR (occurrences(m."after", q.quote) < occurrences(m."before", q.quote)
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
CREATE TRIGGER discrepancies_fall_back AFTER INSERT ON "Revision" REFERENCING NEW TABLE AS fresh
  FOR EACH STATEMENT EXECUTE FUNCTION discrepancies_fall_back();
