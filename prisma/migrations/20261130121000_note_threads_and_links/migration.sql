-- What people say about a note, what they point to from it, and acts on many notes at once.
ALTER TABLE "Comment" ADD COLUMN "discrepancyId" UUID;
ALTER TABLE "Comment" ADD CONSTRAINT "Comment_discrepancyId_fkey" FOREIGN KEY ("discrepancyId") REFERENCES "Discrepancy"("id") ON DELETE CASCADE ON UPDATE CASCADE;
CREATE INDEX "Comment_discrepancyId_idx" ON "Comment"("discrepancyId");

-- A note has one thread; the note itself has the words it is about.
CREATE UNIQUE INDEX "Comment_one_thread_a_note" ON "Comment"("discrepancyId") WHERE "threadId" IS NULL;
ALTER TABLE "Comment" ADD CONSTRAINT "Comment_note" CHECK ("discrepancyId" IS NULL OR ("zhFrom" IS NULL AND "enFrom" IS NULL AND "zhQuote" = '' AND "enQuote" = ''));

-- An answer stands where its thread stands, and the thread of a note where the note stands.
CREATE OR REPLACE FUNCTION "comment_follows_thread"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  root "Comment";
BEGIN
  IF NEW."threadId" IS NULL THEN
    IF NEW."discrepancyId" IS NOT NULL THEN
      SELECT d."segmentId", d."documentId", d."projectId" INTO STRICT NEW."segmentId", NEW."documentId", NEW."projectId"
      FROM "Discrepancy" d WHERE d."id" = NEW."discrepancyId";
    END IF;
    RETURN NEW;
  END IF;
  SELECT * INTO root FROM "Comment" WHERE "id" = NEW."threadId";
  IF root."id" IS NOT NULL AND root."threadId" IS NOT NULL THEN
    RAISE EXCEPTION 'an answer begins no thread' USING ERRCODE = 'check_violation';
  END IF;
  IF root."id" IS NOT NULL THEN
    NEW."segmentId" := root."segmentId";
    NEW."documentId" := root."documentId";
    NEW."projectId" := root."projectId";
    NEW."discrepancyId" := root."discrepancyId";
  END IF;
  RETURN NEW;
END
$$;

-- Merged or split, a row's notes go with their words, and what is said about a note goes with the note.
CREATE FUNCTION "note_takes_thread_along"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE "Comment" SET "segmentId" = NEW."segmentId" WHERE "discrepancyId" = NEW."id" AND "threadId" IS NULL AND "segmentId" <> NEW."segmentId";
  RETURN NULL;
END
$$;
CREATE TRIGGER "Discrepancy_takes_thread_along" AFTER UPDATE OF "segmentId" ON "Discrepancy"
  FOR EACH ROW WHEN (NEW."segmentId" <> OLD."segmentId") EXECUTE FUNCTION "note_takes_thread_along"();

-- Sources, correspondence, a page of the issuer: addresses with a title.
ALTER TABLE "Discrepancy" ADD COLUMN "links" JSONB NOT NULL DEFAULT '[]';
ALTER TABLE "Discrepancy" ADD CONSTRAINT "Discrepancy_links" CHECK (jsonb_typeof("links") = 'array' AND jsonb_array_length("links") <= 20);

CREATE INDEX "Discrepancy_projectId_idx" ON "Discrepancy"("projectId");

-- Steps taken at once are one piece of news to each who had a hand in any of the notes, not hundreds.
ALTER TABLE "DiscrepancyStep" ADD COLUMN "batchId" UUID;
CREATE INDEX "DiscrepancyStep_batchId_idx" ON "DiscrepancyStep"("batchId") WHERE "batchId" IS NOT NULL;
CREATE OR REPLACE FUNCTION notice_discrepancy() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "Notice" ("userId", "projectId", "documentId", "segmentId", "kind", "subject", "memberId")
  SELECT DISTINCT m."userId", d."projectId", d."documentId", d."segmentId", 'discrepancy', NEW."id"::text, NEW."memberId"
  FROM "Discrepancy" d JOIN "Member" m ON m."id" IN (d."raisedById", d."proposedById", d."decidedById")
    OR m."id" IN (SELECT s."memberId" FROM "DiscrepancyStep" s WHERE s."discrepancyId" = d."id" AND s."id" < NEW."id")
  WHERE d."id" = NEW."discrepancyId" AND m."id" <> NEW."memberId" AND m."removedAt" IS NULL
    AND (NEW."batchId" IS NULL OR NOT EXISTS (
      SELECT 1 FROM "DiscrepancyStep" o JOIN "Notice" n ON n."kind" = 'discrepancy' AND n."subject" = o."id"::text
      WHERE o."batchId" = NEW."batchId" AND n."userId" = m."userId"))
  ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;
