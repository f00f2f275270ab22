-- Tracked changes of many rows are accepted or rejected as one act, and that act is taken back as one.
ALTER TABLE "Batch" DROP CONSTRAINT "Batch_kind";
ALTER TABLE "Batch" ADD CONSTRAINT "Batch_kind" CHECK ("kind" IN ('status', 'replace', 'accept', 'reject'));

ALTER TABLE "Acceptance" ADD COLUMN "batchId" UUID;
ALTER TABLE "Acceptance" ADD CONSTRAINT "Acceptance_batchId_fkey" FOREIGN KEY ("batchId") REFERENCES "Batch"("id") ON DELETE SET NULL ON UPDATE CASCADE;
CREATE INDEX "Acceptance_batchId_idx" ON "Acceptance"("batchId");
