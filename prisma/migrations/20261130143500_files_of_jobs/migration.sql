-- What a job made for somebody to fetch, kept for a while; and notices of what ended while nobody looked: a file that is ready, a job
-- that failed, an edition that came out, work that is overdue at somebody else's.

CREATE TABLE "JobOutput" (
  "jobId" UUID NOT NULL,
  "projectId" UUID NOT NULL,
  "fileName" TEXT NOT NULL,
  "mediaType" TEXT NOT NULL,
  "bytes" BYTEA NOT NULL,
  "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "JobOutput_pkey" PRIMARY KEY ("jobId")
);
CREATE INDEX "JobOutput_createdAt_idx" ON "JobOutput"("createdAt");
ALTER TABLE "JobOutput" ADD CONSTRAINT "JobOutput_jobId_fkey" FOREIGN KEY ("jobId") REFERENCES "Job"("id") ON DELETE CASCADE ON UPDATE CASCADE;
-- A Word file is a zip archive already.
ALTER TABLE "JobOutput" ALTER COLUMN "bytes" SET STORAGE EXTERNAL;

-- An import that failed has no document yet.
ALTER TABLE "Notice" ALTER COLUMN "documentId" DROP NOT NULL;

CREATE FUNCTION notice_job() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE told text := CASE WHEN NEW."state" = 'failed' THEN 'failed' WHEN NEW."state" = 'done' AND NEW."kind" = 'document.export' THEN 'export' END;
BEGIN
  -- Begun again, or put away: the failure is no news any more.
  IF OLD."state" = 'failed' THEN
    DELETE FROM "Notice" WHERE "kind" = 'failed' AND "subject" = NEW."id"::text;
  END IF;
  IF told IS NOT NULL THEN
    INSERT INTO "Notice" ("userId", "projectId", "documentId", "kind", "subject")
    SELECT m."userId", NEW."projectId", d."id", told, NEW."id"::text
    FROM "Member" m LEFT JOIN "Document" d ON d."id"::text = NEW."input" ->> 'documentId' AND d."projectId" = NEW."projectId"
    WHERE m."id" = NEW."memberId" AND m."removedAt" IS NULL
    ON CONFLICT DO NOTHING;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER notice_job AFTER UPDATE OF "state" ON "Job" FOR EACH ROW
  WHEN (NEW."state" IS DISTINCT FROM OLD."state") EXECUTE FUNCTION notice_job();

-- Everybody in the project hears of an edition, but who published it.
CREATE FUNCTION notice_edition() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "Notice" ("userId", "projectId", "documentId", "kind", "subject", "memberId")
  SELECT m."userId", NEW."projectId", NEW."documentId", 'published', NEW."id"::text, NEW."publishedById"
  FROM "Member" m WHERE m."projectId" = NEW."projectId" AND m."removedAt" IS NULL AND m."id" <> NEW."publishedById"
  ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;
CREATE TRIGGER notice_edition AFTER INSERT ON "Edition" FOR EACH ROW EXECUTE FUNCTION notice_edition();
