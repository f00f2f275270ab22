-- Long work that goes on without the page that asked for it. pg-boss (schema "pgboss") delivers; these rows are what is true:
-- what was asked, how far it is, what it came to.

CREATE TYPE "JobState" AS ENUM ('waiting', 'running', 'done', 'failed', 'cancelled');

CREATE TABLE "Job" (
  "id" UUID NOT NULL,
  "projectId" UUID NOT NULL,
  "memberId" UUID NOT NULL,
  "kind" TEXT NOT NULL,
  "title" TEXT NOT NULL DEFAULT '',
  "input" JSONB NOT NULL DEFAULT '{}',
  "state" "JobState" NOT NULL DEFAULT 'waiting',
  "phase" TEXT NOT NULL DEFAULT '',
  "share" DOUBLE PRECISION NOT NULL DEFAULT 0,
  "attempt" INTEGER NOT NULL DEFAULT 0,
  "worker" INTEGER,
  "delivery" UUID,
  "cancelAskedAt" TIMESTAMPTZ(3),
  "result" JSONB,
  "problem" JSONB,
  "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "startedAt" TIMESTAMPTZ(3),
  "endedAt" TIMESTAMPTZ(3),
  CONSTRAINT "Job_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "Job_running_has_worker" CHECK (("state" = 'running') = ("worker" IS NOT NULL)),
  CONSTRAINT "Job_ended_has_end" CHECK (("state" IN ('done', 'failed', 'cancelled')) = ("endedAt" IS NOT NULL)),
  CONSTRAINT "Job_share_is_a_share" CHECK ("share" BETWEEN 0 AND 1)
);

CREATE TABLE "JobFile" (
  "id" UUID NOT NULL,
  "jobId" UUID NOT NULL,
  "number" INTEGER NOT NULL,
  "side" "Side",
  "fileName" TEXT NOT NULL,
  "address" TEXT NOT NULL DEFAULT '',
  "bytes" BYTEA NOT NULL,
  CONSTRAINT "JobFile_pkey" PRIMARY KEY ("id")
);

CREATE INDEX "Job_projectId_createdAt_idx" ON "Job"("projectId", "createdAt");
CREATE INDEX "Job_state_idx" ON "Job"("state");
CREATE UNIQUE INDEX "JobFile_jobId_number_key" ON "JobFile"("jobId", "number");

ALTER TABLE "Job" ADD CONSTRAINT "Job_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "Project"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "Job" ADD CONSTRAINT "Job_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "JobFile" ADD CONSTRAINT "JobFile_jobId_fkey" FOREIGN KEY ("jobId") REFERENCES "Job"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Each worker process takes a number and holds an advisory lock of it as long as its connection lives: who is dead is known at once.
CREATE SEQUENCE "WorkerNumber" AS INTEGER;

-- What is done stays done; what was called off never lands after all.
CREATE FUNCTION "keepJobEnded"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD."state" IN ('done', 'cancelled') AND NEW."state" <> OLD."state" THEN
    RAISE EXCEPTION 'job % is % and stays so', OLD."id", OLD."state" USING ERRCODE = 'check_violation';
  END IF;
  IF NEW."state" = 'done' AND NEW."cancelAskedAt" IS NOT NULL THEN
    RAISE EXCEPTION 'job % was called off', OLD."id" USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "Job_stays_ended" BEFORE UPDATE OF "state" ON "Job" FOR EACH ROW EXECUTE FUNCTION "keepJobEnded"();
