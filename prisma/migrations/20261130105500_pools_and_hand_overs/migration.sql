-- Work may lie in a pool, where nobody has it yet; a date is said in somebody's zone.
ALTER TABLE "Assignment" DROP CONSTRAINT "Assignment_memberId_fkey";
ALTER TABLE "Assignment" ALTER COLUMN "memberId" DROP NOT NULL;
ALTER TABLE "Assignment" ADD CONSTRAINT "Assignment_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "Assignment" ADD COLUMN "poolRole" "MemberRole";
ALTER TABLE "Assignment" ADD COLUMN "zone" TEXT NOT NULL DEFAULT 'UTC';
ALTER TABLE "Assignment" ADD CONSTRAINT "Assignment_finished_by_somebody" CHECK ("state" <> 'finished' OR "memberId" IS NOT NULL);
CREATE INDEX "Assignment_projectId_state_idx" ON "Assignment"("projectId", "state");

CREATE TABLE "HandOver" (
    "id" BIGSERIAL NOT NULL,
    "projectId" UUID NOT NULL,
    "assignmentId" UUID NOT NULL,
    "act" TEXT NOT NULL,
    "fromMemberId" UUID,
    "toMemberId" UUID,
    "memberId" UUID NOT NULL,
    "reason" TEXT NOT NULL DEFAULT '',
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "HandOver_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "HandOver_assignmentId_idx" ON "HandOver"("assignmentId");
ALTER TABLE "HandOver" ADD CONSTRAINT "HandOver_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "Project"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "HandOver" ADD CONSTRAINT "HandOver_assignmentId_fkey" FOREIGN KEY ("assignmentId") REFERENCES "Assignment"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "HandOver" ADD CONSTRAINT "HandOver_fromMemberId_fkey" FOREIGN KEY ("fromMemberId") REFERENCES "Member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "HandOver" ADD CONSTRAINT "HandOver_toMemberId_fkey" FOREIGN KEY ("toMemberId") REFERENCES "Member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "HandOver" ADD CONSTRAINT "HandOver_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Whoever gets the work is told, unless they took it themselves; whoever had it, unless they gave it away. Back in the pool,
-- the managers are told: it lies there with nobody. (Work given for the first time is announced by notice_assigned.)
DROP TRIGGER notice_handed_over ON "Assignment";
CREATE FUNCTION notice_hand_over() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "Notice" ("userId", "projectId", "documentId", "kind", "subject", "memberId")
  SELECT m."userId", a."projectId", a."documentId", 'withdrawn', a."id"::text, NEW."memberId"
  FROM "Assignment" a JOIN "Member" m ON m."id" = NEW."fromMemberId"
  WHERE a."id" = NEW."assignmentId" AND NEW."fromMemberId" <> NEW."memberId"
  ON CONFLICT ("userId", "kind", "subject") DO UPDATE SET "createdAt" = now(), "readAt" = NULL, "mailedAt" = NULL, "memberId" = EXCLUDED."memberId";
  IF NEW."act" IN ('decline', 'return') THEN
    INSERT INTO "Notice" ("userId", "projectId", "documentId", "kind", "subject", "memberId")
    SELECT m."userId", a."projectId", a."documentId", 'returned', NEW."id"::text, NEW."memberId"
    FROM "Assignment" a JOIN "Member" m ON m."projectId" = a."projectId" AND m."role" = 'manager' AND m."removedAt" IS NULL
    WHERE a."id" = NEW."assignmentId" AND m."id" IS DISTINCT FROM NEW."fromMemberId"
    ON CONFLICT DO NOTHING;
  ELSIF NEW."toMemberId" IS NOT NULL THEN
    INSERT INTO "Notice" ("userId", "projectId", "documentId", "kind", "subject", "memberId")
    SELECT m."userId", a."projectId", a."documentId", 'assigned', a."id"::text, NEW."memberId"
    FROM "Assignment" a JOIN "Member" m ON m."id" = NEW."toMemberId"
    WHERE a."id" = NEW."assignmentId" AND NEW."toMemberId" <> NEW."memberId"
    ON CONFLICT ("userId", "kind", "subject") DO UPDATE SET "createdAt" = now(), "readAt" = NULL, "mailedAt" = NULL, "memberId" = EXCLUDED."memberId";
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER notice_hand_over AFTER INSERT ON "HandOver" FOR EACH ROW EXECUTE FUNCTION notice_hand_over();

-- A new date is missed, or near, anew; and whoever no longer has the work need not hear of its date.
CREATE FUNCTION notice_dates_anew() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM "Notice" WHERE "kind" IN ('due', 'overdue') AND "subject" = NEW."id"::text AND ("readAt" IS NULL OR NEW."state" = 'active');
  RETURN NULL;
END $$;
CREATE TRIGGER notice_dates_anew AFTER UPDATE ON "Assignment" FOR EACH ROW
  WHEN (NEW."dueAt" IS DISTINCT FROM OLD."dueAt" OR NEW."memberId" IS DISTINCT FROM OLD."memberId" OR NEW."state" IS DISTINCT FROM OLD."state")
  EXECUTE FUNCTION notice_dates_anew();

-- What was given is changed: its date, its rows, what is asked. Whoever has it is told, unless they changed it themselves.
ALTER TABLE "Assignment" ADD COLUMN "editedById" UUID;
ALTER TABLE "Assignment" ADD COLUMN "editedAt" TIMESTAMPTZ(3);
ALTER TABLE "Assignment" ADD CONSTRAINT "Assignment_editedById_fkey" FOREIGN KEY ("editedById") REFERENCES "Member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
CREATE FUNCTION notice_assignment_edited() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "Notice" ("userId", "projectId", "documentId", "kind", "subject", "memberId")
  SELECT m."userId", NEW."projectId", NEW."documentId", 'changed', NEW."id"::text, NEW."editedById"
  FROM "Member" m WHERE m."id" = NEW."memberId" AND m."id" <> NEW."editedById"
  ON CONFLICT ("userId", "kind", "subject") DO UPDATE SET "createdAt" = now(), "readAt" = NULL, "mailedAt" = NULL, "memberId" = EXCLUDED."memberId";
  RETURN NULL;
END $$;
CREATE TRIGGER notice_assignment_edited AFTER UPDATE OF "editedAt" ON "Assignment" FOR EACH ROW
  WHEN (NEW."editedAt" IS DISTINCT FROM OLD."editedAt") EXECUTE FUNCTION notice_assignment_edited();
