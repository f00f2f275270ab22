-- AlterTable
ALTER TABLE "Project" ADD COLUMN     "termsVersion" INTEGER NOT NULL DEFAULT 1;

-- CreateTable
CREATE TABLE "CheckRun" (
    "documentId" UUID NOT NULL,
    "projectId" UUID NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 0,
    "hash" TEXT NOT NULL DEFAULT '',
    "checkedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "CheckRun_pkey" PRIMARY KEY ("documentId")
);

-- CreateTable
CREATE TABLE "CheckedRow" (
    "segmentId" INTEGER NOT NULL,
    "documentId" UUID NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "CheckedRow_pkey" PRIMARY KEY ("segmentId")
);

-- CreateTable
CREATE TABLE "Finding" (
    "id" SERIAL NOT NULL,
    "projectId" UUID NOT NULL,
    "documentId" UUID NOT NULL,
    "segmentId" INTEGER NOT NULL,
    "check" TEXT NOT NULL,
    "severity" TEXT NOT NULL,
    "says" TEXT NOT NULL,
    "values" JSONB NOT NULL,
    "zhFrom" INTEGER,
    "zhTo" INTEGER,
    "enFrom" INTEGER,
    "enTo" INTEGER,
    "zhWords" TEXT NOT NULL,
    "enWords" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "wide" BOOLEAN NOT NULL,
    "foundAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Finding_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Dismissal" (
    "id" UUID NOT NULL,
    "projectId" UUID NOT NULL,
    "documentId" UUID,
    "segmentId" INTEGER,
    "check" TEXT NOT NULL,
    "says" TEXT NOT NULL,
    "values" JSONB NOT NULL,
    "zhWords" TEXT NOT NULL,
    "enWords" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "memberId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "undoneAt" TIMESTAMPTZ(3),
    "undoneById" UUID,

    CONSTRAINT "Dismissal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "FindingOutcome" (
    "id" SERIAL NOT NULL,
    "projectId" UUID NOT NULL,
    "documentId" UUID NOT NULL,
    "segmentId" INTEGER NOT NULL,
    "check" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "outcome" TEXT NOT NULL,
    "memberId" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "FindingOutcome_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CheckSetting" (
    "projectId" UUID NOT NULL,
    "check" TEXT NOT NULL,
    "off" BOOLEAN NOT NULL DEFAULT false,
    "severity" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "memberId" UUID NOT NULL,
    "changedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "CheckSetting_pkey" PRIMARY KEY ("projectId","check")
);

-- CreateTable
CREATE TABLE "Concept" (
    "id" UUID NOT NULL,
    "projectId" UUID NOT NULL,
    "fileId" TEXT NOT NULL DEFAULT '',
    "definition" TEXT NOT NULL DEFAULT '',
    "subject" TEXT NOT NULL DEFAULT '',
    "version" INTEGER NOT NULL DEFAULT 1,
    "memberId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "changedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Concept_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Term" (
    "id" SERIAL NOT NULL,
    "conceptId" UUID NOT NULL,
    "place" INTEGER NOT NULL,
    "side" "Side" NOT NULL,
    "text" TEXT NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'preferred',
    "partOfSpeech" TEXT,
    "note" TEXT NOT NULL DEFAULT '',
    "source" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "Term_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "CheckedRow_documentId_idx" ON "CheckedRow"("documentId");

-- CreateIndex
CREATE INDEX "Finding_documentId_idx" ON "Finding"("documentId");

-- CreateIndex
CREATE INDEX "Finding_segmentId_idx" ON "Finding"("segmentId");

-- CreateIndex
CREATE INDEX "Dismissal_projectId_key_idx" ON "Dismissal"("projectId", "key");

-- CreateIndex
CREATE INDEX "Dismissal_segmentId_idx" ON "Dismissal"("segmentId");

-- CreateIndex
CREATE INDEX "FindingOutcome_projectId_check_idx" ON "FindingOutcome"("projectId", "check");

-- CreateIndex
CREATE UNIQUE INDEX "FindingOutcome_segmentId_key_outcome_key" ON "FindingOutcome"("segmentId", "key", "outcome");

-- CreateIndex
CREATE INDEX "Concept_projectId_idx" ON "Concept"("projectId");

-- CreateIndex
CREATE UNIQUE INDEX "Term_conceptId_place_key" ON "Term"("conceptId", "place");

-- AddForeignKey
ALTER TABLE "CheckRun" ADD CONSTRAINT "CheckRun_documentId_fkey" FOREIGN KEY ("documentId") REFERENCES "Document"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CheckedRow" ADD CONSTRAINT "CheckedRow_segmentId_fkey" FOREIGN KEY ("segmentId") REFERENCES "Segment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Finding" ADD CONSTRAINT "Finding_documentId_fkey" FOREIGN KEY ("documentId") REFERENCES "Document"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Finding" ADD CONSTRAINT "Finding_segmentId_fkey" FOREIGN KEY ("segmentId") REFERENCES "Segment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Dismissal" ADD CONSTRAINT "Dismissal_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "Project"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Dismissal" ADD CONSTRAINT "Dismissal_documentId_fkey" FOREIGN KEY ("documentId") REFERENCES "Document"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Dismissal" ADD CONSTRAINT "Dismissal_segmentId_fkey" FOREIGN KEY ("segmentId") REFERENCES "Segment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Dismissal" ADD CONSTRAINT "Dismissal_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Dismissal" ADD CONSTRAINT "Dismissal_undoneById_fkey" FOREIGN KEY ("undoneById") REFERENCES "Member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FindingOutcome" ADD CONSTRAINT "FindingOutcome_segmentId_fkey" FOREIGN KEY ("segmentId") REFERENCES "Segment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FindingOutcome" ADD CONSTRAINT "FindingOutcome_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CheckSetting" ADD CONSTRAINT "CheckSetting_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "Project"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CheckSetting" ADD CONSTRAINT "CheckSetting_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Concept" ADD CONSTRAINT "Concept_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "Project"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Concept" ADD CONSTRAINT "Concept_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Term" ADD CONSTRAINT "Term_conceptId_fkey" FOREIGN KEY ("conceptId") REFERENCES "Concept"("id") ON DELETE CASCADE ON UPDATE CASCADE;



-- A finding says one thing about one stretch of words on either side.
ALTER TABLE "Finding" ADD CONSTRAINT "Finding_spans" CHECK (("zhFrom" IS NULL) = ("zhTo" IS NULL) AND ("enFrom" IS NULL) = ("enTo" IS NULL)
  AND coalesce("zhFrom" >= 0 AND "zhFrom" <= "zhTo", true) AND coalesce("enFrom" >= 0 AND "enFrom" <= "enTo", true)),
  ADD CONSTRAINT "Finding_severity" CHECK ("severity" IN ('error', 'warning', 'note'));
ALTER TABLE "CheckSetting" ADD CONSTRAINT "CheckSetting_severity" CHECK ("severity" IN ('error', 'warning', 'note'));
ALTER TABLE "FindingOutcome" ADD CONSTRAINT "FindingOutcome_outcome" CHECK ("outcome" IN ('raised', 'mended'));
ALTER TABLE "Term" ADD CONSTRAINT "Term_status" CHECK ("status" IN ('preferred', 'admitted', 'forbidden')),
  ADD CONSTRAINT "Term_text" CHECK ("text" <> '');

-- A place is in a document; a dismissal that was taken back says by whom.
ALTER TABLE "Dismissal" ADD CONSTRAINT "Dismissal_scope" CHECK ("segmentId" IS NULL OR "documentId" IS NOT NULL),
  ADD CONSTRAINT "Dismissal_undone" CHECK (("undoneAt" IS NULL) = ("undoneById" IS NULL));
-- The same thing is not dismissed twice for the same scope.
CREATE UNIQUE INDEX "Dismissal_once" ON "Dismissal" ("projectId", "documentId", "segmentId", "key") NULLS NOT DISTINCT WHERE "undoneAt" IS NULL;

-- Findings, what a person says of them, how the project wants its checks, and its terms: all screens that show them are told.
SELECT watch_document_rows('"Finding"', 'finding');

CREATE FUNCTION dismissals_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM notify_document_change(c."documentId", '{finding}', c.ids) FROM (
    SELECT d."id" AS "documentId", CASE WHEN bool_and(r."segmentId" IS NOT NULL) THEN array_agg(DISTINCT r."segmentId") END AS ids
    FROM changed_rows r JOIN "Document" d ON d."id" = r."documentId" OR (r."documentId" IS NULL AND d."projectId" = r."projectId")
    GROUP BY d."id") c;
  RETURN NULL;
END
$$;

CREATE TRIGGER live_insert AFTER INSERT ON "Dismissal" REFERENCING NEW TABLE AS changed_rows
  FOR EACH STATEMENT EXECUTE FUNCTION dismissals_changed();
CREATE TRIGGER live_update AFTER UPDATE ON "Dismissal" REFERENCING NEW TABLE AS changed_rows
  FOR EACH STATEMENT EXECUTE FUNCTION dismissals_changed();

-- For tables whose rows belong to a project: every document of it is told.
CREATE FUNCTION rows_of_project_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM notify_document_change(d."id", ARRAY[TG_ARGV[0]], NULL)
  FROM "Document" d WHERE d."deletedAt" IS NULL AND d."projectId" IN (SELECT "projectId" FROM changed_rows);
  RETURN NULL;
END
$$;

CREATE TRIGGER live_insert AFTER INSERT ON "CheckSetting" REFERENCING NEW TABLE AS changed_rows
  FOR EACH STATEMENT EXECUTE FUNCTION rows_of_project_changed('finding');
CREATE TRIGGER live_update AFTER UPDATE ON "CheckSetting" REFERENCING NEW TABLE AS changed_rows
  FOR EACH STATEMENT EXECUTE FUNCTION rows_of_project_changed('finding');

-- Every change of the termbase raises the project's number for it.
CREATE FUNCTION terms_changed() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  document uuid;
BEGIN
  IF NEW."termsVersion" <> OLD."termsVersion" THEN
    FOR document IN SELECT "id" FROM "Document" WHERE "projectId" = NEW."id" AND "deletedAt" IS NULL
    LOOP PERFORM notify_document_change(document, '{term}', NULL); END LOOP;
  END IF;
  RETURN NULL;
END
$$;

CREATE TRIGGER live_terms AFTER UPDATE OF "termsVersion" ON "Project"
  FOR EACH ROW EXECUTE FUNCTION terms_changed();

-- No row need have changed for a document to have been checked: its screens are told that it was.
CREATE FUNCTION document_was_checked() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM notify_document_change(NEW."documentId", '{finding}', '{}');
  RETURN NULL;
END
$$;

CREATE TRIGGER live_update AFTER UPDATE OF "hash" ON "CheckRun"
  FOR EACH ROW WHEN (NEW."hash" <> OLD."hash") EXECUTE FUNCTION document_was_checked();
