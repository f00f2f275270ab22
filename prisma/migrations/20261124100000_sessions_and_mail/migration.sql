CREATE TYPE "LinkPurpose" AS ENUM ('setup', 'reset');

ALTER TABLE "SetupLink" ADD COLUMN "purpose" "LinkPurpose" NOT NULL DEFAULT 'setup';

ALTER TABLE "FailedSignIn" ADD COLUMN "kind" TEXT NOT NULL DEFAULT 'sign-in';

CREATE TABLE "Session" (
    "id" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "device" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "lastSeenAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "endedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Session_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "Session_userId_lastSeenAt_idx" ON "Session"("userId", "lastSeenAt");
ALTER TABLE "Session" ADD CONSTRAINT "Session_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

CREATE TABLE "Letter" (
    "id" BIGSERIAL NOT NULL,
    "kind" TEXT NOT NULL,
    "to" TEXT NOT NULL,
    "data" JSONB NOT NULL DEFAULT '{}',
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "dueAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "tries" INTEGER NOT NULL DEFAULT 0,
    "claimedUntil" TIMESTAMPTZ(3),
    "doneAt" TIMESTAMPTZ(3),
    "failedAt" TIMESTAMPTZ(3),
    "problem" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "Letter_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "Letter_dueAt_idx" ON "Letter"("dueAt");

-- However a person's sessions end as a whole (a new password, "sign out everywhere", disabling), each of them ends.
CREATE FUNCTION end_sessions_of_person() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE "Session" SET "endedAt" = now() WHERE "userId" = NEW."id" AND "endedAt" IS NULL;
  RETURN NULL;
END $$;
CREATE TRIGGER "User_ends_sessions" AFTER UPDATE OF "sessionVersion", "disabledAt" ON "User"
  FOR EACH ROW WHEN (NEW."sessionVersion" <> OLD."sessionVersion" OR (NEW."disabledAt" IS NOT NULL AND OLD."disabledAt" IS NULL))
  EXECUTE FUNCTION end_sessions_of_person();

-- Open streams of a session that was ended close at once.
CREATE TRIGGER live_access AFTER UPDATE OF "endedAt" OR DELETE ON "Session"
  FOR EACH STATEMENT EXECUTE FUNCTION ring_access_change();
