-- What was said of a stale row, and steps that only take other steps back: "since it was last held right" goes by them.
ALTER TABLE "Transition" ADD COLUMN "verdict" TEXT, ADD COLUMN "undo" BOOLEAN NOT NULL DEFAULT false;
ALTER TABLE "Transition" DISABLE TRIGGER "Transition_append_only";
UPDATE "Transition" SET "verdict" = 'still-correct' WHERE "from" = "to" AND NOT "demotion";
ALTER TABLE "Transition" ENABLE TRIGGER "Transition_append_only";
ALTER TABLE "Transition" ADD CONSTRAINT "Transition_verdict" CHECK ("verdict" IN ('still-correct', 'changed'));

-- Which versions an edition holds: what was published is told from what has changed since, word by word and by whom.
CREATE TABLE "EditionRow" (
    "editionId" UUID NOT NULL,
    "segmentId" INTEGER NOT NULL,
    "zhVersion" INTEGER NOT NULL,
    "enVersion" INTEGER NOT NULL,

    CONSTRAINT "EditionRow_pkey" PRIMARY KEY ("editionId", "segmentId")
);
CREATE INDEX "EditionRow_segmentId_idx" ON "EditionRow"("segmentId");
ALTER TABLE "EditionRow" ADD CONSTRAINT "EditionRow_editionId_fkey" FOREIGN KEY ("editionId") REFERENCES "Edition"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "EditionRow" ADD CONSTRAINT "EditionRow_segmentId_fkey" FOREIGN KEY ("segmentId") REFERENCES "Segment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- By the database, in the snapshot the edition was written from: they cannot differ from what it says.
CREATE FUNCTION "edition_names_versions"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "EditionRow" ("editionId", "segmentId", "zhVersion", "enVersion")
    SELECT NEW."id", s."id", s."zhVersion", s."enVersion" FROM "Segment" s
    WHERE s."documentId" = NEW."documentId" AND s."position" IS NOT NULL;
  RETURN NULL;
END
$$;
CREATE TRIGGER "Edition_names_versions" AFTER INSERT ON "Edition" FOR EACH ROW EXECUTE FUNCTION "edition_names_versions"();

-- Editions from before: what stood there when they were published.
INSERT INTO "EditionRow" ("editionId", "segmentId", "zhVersion", "enVersion")
  SELECT e."id", s."id",
    COALESCE((SELECT max(r."version") FROM "Revision" r WHERE r."segmentId" = s."id" AND r."side" = 'zh' AND r."createdAt" <= e."publishedAt"), 1),
    COALESCE((SELECT max(r."version") FROM "Revision" r WHERE r."segmentId" = s."id" AND r."side" = 'en' AND r."createdAt" <= e."publishedAt"), 1)
  FROM "Edition" e JOIN "Segment" s ON s."documentId" = e."documentId" AND s."position" IS NOT NULL;
