-- The journal of the alignment, and an order of the English that every row has.

CREATE TABLE "AlignmentStep" (
    "id" SERIAL NOT NULL,
    "projectId" UUID NOT NULL,
    "documentId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "rows" INTEGER NOT NULL,
    "memberId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "state" BYTEA,
    "undoneAt" TIMESTAMPTZ(3),
    "undoneById" UUID,
    "droppedAt" TIMESTAMPTZ(3),

    CONSTRAINT "AlignmentStep_pkey" PRIMARY KEY ("id")
);

CREATE UNIQUE INDEX "AlignmentStep_documentId_number_key" ON "AlignmentStep"("documentId", "number");

ALTER TABLE "AlignmentStep" ADD CONSTRAINT "AlignmentStep_documentId_fkey" FOREIGN KEY ("documentId") REFERENCES "Document"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "AlignmentStep" ADD CONSTRAINT "AlignmentStep_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "AlignmentStep" ADD CONSTRAINT "AlignmentStep_undoneById_fkey" FOREIGN KEY ("undoneById") REFERENCES "Member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- What can be undone or redone has its state; what was dropped is remembered without it.
ALTER TABLE "AlignmentStep" ADD CONSTRAINT "AlignmentStep_state" CHECK (("droppedAt" IS NULL) = ("state" IS NOT NULL));

-- Whichever of the two migrations came first: screens hear of the journal.
DO $$
BEGIN
  IF to_regprocedure('watch_document_rows(regclass, text)') IS NOT NULL THEN
    PERFORM watch_document_rows('"AlignmentStep"', 'alignment');
  END IF;
END
$$;

-- Until now only documents with moved text had an order of their English, and in them only rows with English. A row
-- without English stands behind the row before it.
UPDATE "Segment" s SET "enOrder" = o.place FROM (
  SELECT "id", 1024 * row_number() OVER (PARTITION BY "documentId" ORDER BY coalesce("enOrder", before, -1), ("enOrder" IS NULL)::int, "position") AS place
  FROM (
    SELECT "id", "documentId", "position", "enOrder", max("enOrder") OVER (PARTITION BY "documentId", stretch) AS before
    FROM (
      SELECT "id", "documentId", "position", "enOrder", count("enOrder") OVER (PARTITION BY "documentId" ORDER BY "position") AS stretch
      FROM "Segment" WHERE "position" IS NOT NULL
    ) counted
  ) placed
) o WHERE o."id" = s."id" AND EXISTS (SELECT 1 FROM "Segment" x WHERE x."documentId" = s."documentId" AND x."enOrder" IS NOT NULL);
UPDATE "Segment" SET "enOrder" = "position" WHERE "enOrder" IS NULL AND "position" IS NOT NULL;
UPDATE "Segment" SET "enOrder" = NULL WHERE "position" IS NULL;

-- Two rows never share a place, but one statement may exchange the places of many: checked at its end.
DROP INDEX "Segment_documentId_position_key";
ALTER TABLE "Segment" ADD CONSTRAINT "Segment_documentId_position_key" UNIQUE ("documentId", "position") DEFERRABLE INITIALLY IMMEDIATE;
ALTER TABLE "Segment" ADD CONSTRAINT "Segment_documentId_enOrder_key" UNIQUE ("documentId", "enOrder") DEFERRABLE INITIALLY IMMEDIATE;

-- Who writes a row without saying where its English stands means: where the row stands. A row that is gone stands nowhere.
CREATE FUNCTION "segment_has_english_order"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."position" IS NULL THEN NEW."enOrder" := NULL;
  ELSIF NEW."enOrder" IS NULL THEN NEW."enOrder" := NEW."position";
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER "Segment_has_english_order" BEFORE INSERT OR UPDATE OF "position", "enOrder" ON "Segment"
  FOR EACH ROW WHEN ((NEW."position" IS NULL) <> (NEW."enOrder" IS NULL)) EXECUTE FUNCTION "segment_has_english_order"();
ALTER TABLE "Segment" ADD CONSTRAINT "Segment_enOrder" CHECK (("position" IS NULL) = ("enOrder" IS NULL));
