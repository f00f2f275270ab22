-- CreateEnum
CREATE TYPE "SuggestionState" AS ENUM ('open', 'accepted', 'rejected', 'withdrawn');

-- AlterTable
ALTER TABLE "Segment" ADD COLUMN "hands" UUID[] NOT NULL DEFAULT ARRAY[]::UUID[];
ALTER TABLE "Revision" ADD COLUMN "authorId" UUID;
ALTER TABLE "Transition" ADD COLUMN "zhVersion" INTEGER, ADD COLUMN "enVersion" INTEGER;

-- CreateTable
CREATE TABLE "Suggestion" (
    "id" UUID NOT NULL,
    "projectId" UUID NOT NULL,
    "documentId" UUID NOT NULL,
    "segmentId" INTEGER NOT NULL,
    "side" "Side" NOT NULL,
    "baseVersion" INTEGER NOT NULL,
    "base" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "state" "SuggestionState" NOT NULL DEFAULT 'open',
    "reason" TEXT NOT NULL DEFAULT '',
    "revisionId" INTEGER,
    "suggestedById" UUID NOT NULL,
    "suggestedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "settledById" UUID,
    "settledAt" TIMESTAMPTZ(3),

    CONSTRAINT "Suggestion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Acceptance" (
    "id" SERIAL NOT NULL,
    "projectId" UUID NOT NULL,
    "documentId" UUID NOT NULL,
    "segmentId" INTEGER NOT NULL,
    "side" "Side" NOT NULL,
    "version" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "textVersion" INTEGER NOT NULL,
    "pieces" JSONB NOT NULL,
    "undo" BOOLEAN NOT NULL DEFAULT false,
    "memberId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Acceptance_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "Suggestion_revisionId_key" ON "Suggestion"("revisionId");
CREATE INDEX "Suggestion_segmentId_idx" ON "Suggestion"("segmentId");
CREATE INDEX "Suggestion_documentId_state_idx" ON "Suggestion"("documentId", "state");
CREATE UNIQUE INDEX "Acceptance_segmentId_side_version_key" ON "Acceptance"("segmentId", "side", "version");
CREATE INDEX "Transition_projectId_createdAt_idx" ON "Transition"("projectId", "createdAt");
CREATE INDEX "Acceptance_documentId_idx" ON "Acceptance"("documentId");

-- AddForeignKey
ALTER TABLE "Revision" ADD CONSTRAINT "Revision_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "Member"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "Suggestion" ADD CONSTRAINT "Suggestion_segmentId_fkey" FOREIGN KEY ("segmentId") REFERENCES "Segment"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "Suggestion" ADD CONSTRAINT "Suggestion_suggestedById_fkey" FOREIGN KEY ("suggestedById") REFERENCES "Member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "Suggestion" ADD CONSTRAINT "Suggestion_settledById_fkey" FOREIGN KEY ("settledById") REFERENCES "Member"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "Suggestion" ADD CONSTRAINT "Suggestion_revisionId_fkey" FOREIGN KEY ("revisionId") REFERENCES "Revision"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "Acceptance" ADD CONSTRAINT "Acceptance_segmentId_fkey" FOREIGN KEY ("segmentId") REFERENCES "Segment"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "Acceptance" ADD CONSTRAINT "Acceptance_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- A suggestion suggests something; it is settled by somebody at some time or not at all; a rejection says why.
ALTER TABLE "Suggestion" ADD CONSTRAINT "Suggestion_differs" CHECK ("text" <> "base");
ALTER TABLE "Suggestion" ADD CONSTRAINT "Suggestion_settled" CHECK (("state" = 'open') = ("settledAt" IS NULL) AND ("state" <> 'open' OR "settledById" IS NULL));
ALTER TABLE "Suggestion" ADD CONSTRAINT "Suggestion_reason" CHECK (("state" = 'rejected') = ("reason" <> ''));
ALTER TABLE "Suggestion" ADD CONSTRAINT "Suggestion_revision" CHECK ("revisionId" IS NULL OR "state" = 'accepted');

CREATE TRIGGER "Acceptance_append_only" BEFORE UPDATE OF "text", "textVersion", "pieces", "version", "undo", "memberId" ON "Acceptance"
  FOR EACH ROW EXECUTE FUNCTION "refuse_rewriting"();

SELECT watch_document_rows('"Suggestion"', 'suggestion');
SELECT watch_document_rows('"Acceptance"', 'acceptance');

-- Four eyes look at the words, not at the row: whoever translated a part of them is remembered when another translates
-- on, and when rows become one.
CREATE FUNCTION "segment_keeps_hands"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW."hands" := ARRAY(SELECT DISTINCT unnest(NEW."hands"
    || CASE WHEN OLD."translatedBy" IS NULL THEN '{}' ELSE ARRAY[OLD."translatedBy"] END
    || CASE WHEN OLD."zh" = NEW."zh" AND OLD."en" = NEW."en" THEN '{}' ELSE ARRAY[NEW."translatedBy"] END));
  RETURN NEW;
END
$$;
CREATE TRIGGER "Segment_keeps_hands" BEFORE UPDATE ON "Segment" FOR EACH ROW
  WHEN (NEW."translatedBy" IS NOT NULL AND (OLD."translatedBy" IS DISTINCT FROM NEW."translatedBy" OR OLD."zh" <> NEW."zh" OR OLD."en" <> NEW."en"))
  EXECUTE FUNCTION "segment_keeps_hands"();

CREATE FUNCTION "segment_passes_hands_on"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE "Segment" SET "hands" = ARRAY(SELECT DISTINCT unnest("hands" || NEW."hands" || COALESCE(NEW."translatedBy", NEW."hands"[1])))
  WHERE "id" = NEW."mergedIntoId" AND (NEW."translatedBy" IS NOT NULL OR NEW."hands" <> '{}');
  RETURN NULL;
END
$$;
CREATE TRIGGER "Segment_passes_hands_on" AFTER UPDATE OF "mergedIntoId" ON "Segment" FOR EACH ROW
  WHEN (NEW."mergedIntoId" IS NOT NULL AND OLD."mergedIntoId" IS NULL)
  EXECUTE FUNCTION "segment_passes_hands_on"();

-- What exactly was approved: the step and the row's versions belong to one moment, which timestamps cannot say.
CREATE FUNCTION "transition_says_versions"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  SELECT "zhVersion", "enVersion" INTO NEW."zhVersion", NEW."enVersion" FROM "Segment" WHERE "id" = NEW."segmentId";
  RETURN NEW;
END
$$;
CREATE TRIGGER "Transition_says_versions" BEFORE INSERT ON "Transition" FOR EACH ROW
  EXECUTE FUNCTION "transition_says_versions"();
