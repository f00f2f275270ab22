-- Saved views, and changes of many rows at once that are undone as a whole.

-- A filter somebody wants to find again. `filter` is a Filter of lib/view/filter.ts.
CREATE TABLE "SavedView" (
  "id" UUID NOT NULL,
  "projectId" UUID NOT NULL,
  "memberId" UUID NOT NULL,
  "name" TEXT NOT NULL,
  "filter" JSONB NOT NULL,
  "shared" BOOLEAN NOT NULL DEFAULT false,
  "version" INTEGER NOT NULL DEFAULT 1,
  "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "SavedView_pkey" PRIMARY KEY ("id")
);

CREATE UNIQUE INDEX "SavedView_memberId_name_key" ON "SavedView"("memberId", "name");
CREATE INDEX "SavedView_projectId_idx" ON "SavedView"("projectId");

-- One act on many rows: a bulk change of status, or a replacement.
CREATE TABLE "Batch" (
  "id" UUID NOT NULL,
  "projectId" UUID NOT NULL,
  "documentId" UUID NOT NULL,
  "memberId" UUID NOT NULL,
  "kind" TEXT NOT NULL,
  "detail" JSONB NOT NULL DEFAULT '{}',
  "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "undoneAt" TIMESTAMPTZ(3),
  CONSTRAINT "Batch_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "Batch_kind" CHECK ("kind" IN ('status', 'replace'))
);

CREATE INDEX "Batch_documentId_createdAt_idx" ON "Batch"("documentId", "createdAt");

-- How the batch found a row (`was…`) and how it left it: a row that is no longer as it was left is not undone.
CREATE TABLE "BatchRow" (
  "batchId" UUID NOT NULL,
  "segmentId" INTEGER NOT NULL,
  "wasStatus" "SegmentStatus" NOT NULL,
  "wasTranslatedBy" UUID,
  "wasRevisedBy" UUID,
  "wasReviewedBy" UUID,
  "status" "SegmentStatus" NOT NULL,
  "transitionId" INTEGER,
  "zhVersion" INTEGER NOT NULL,
  "enVersion" INTEGER NOT NULL,
  "zhChanged" BOOLEAN NOT NULL DEFAULT false,
  "enChanged" BOOLEAN NOT NULL DEFAULT false,
  CONSTRAINT "BatchRow_pkey" PRIMARY KEY ("batchId", "segmentId")
);

CREATE INDEX "BatchRow_segmentId_idx" ON "BatchRow"("segmentId");

ALTER TABLE "SavedView" ADD CONSTRAINT "SavedView_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "Project"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "SavedView" ADD CONSTRAINT "SavedView_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "Batch" ADD CONSTRAINT "Batch_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "Project"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "Batch" ADD CONSTRAINT "Batch_documentId_fkey" FOREIGN KEY ("documentId") REFERENCES "Document"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "Batch" ADD CONSTRAINT "Batch_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "BatchRow" ADD CONSTRAINT "BatchRow_batchId_fkey" FOREIGN KEY ("batchId") REFERENCES "Batch"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "BatchRow" ADD CONSTRAINT "BatchRow_segmentId_fkey" FOREIGN KEY ("segmentId") REFERENCES "Segment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "SavedView" ADD CONSTRAINT "SavedView_name" CHECK (length("name") BETWEEN 1 AND 80);

-- The outline joins what is open to the rows; all else about a note is of no interest to it.
CREATE INDEX "Discrepancy_open_idx" ON "Discrepancy"("documentId", "segmentId") WHERE "state" = 'open';
