CREATE TABLE "Notice" (
    "id" BIGSERIAL NOT NULL,
    "userId" UUID NOT NULL,
    "projectId" UUID NOT NULL,
    "documentId" UUID NOT NULL,
    "segmentId" INTEGER,
    "kind" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "memberId" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "readAt" TIMESTAMPTZ(3),
    "mailedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Notice_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "Notice_userId_kind_subject_key" ON "Notice"("userId", "kind", "subject");
CREATE INDEX "Notice_userId_id_idx" ON "Notice"("userId", "id");
CREATE INDEX "Notice_mailedAt_createdAt_idx" ON "Notice"("mailedAt", "createdAt");
ALTER TABLE "Notice" ADD CONSTRAINT "Notice_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "Notice" ADD CONSTRAINT "Notice_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "Project"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "Notice" ADD CONSTRAINT "Notice_documentId_fkey" FOREIGN KEY ("documentId") REFERENCES "Document"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "Notice" ADD CONSTRAINT "Notice_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

CREATE TABLE "NoticeSetting" (
    "userId" UUID NOT NULL,
    "mail" JSONB NOT NULL DEFAULT '{}',
    "zone" TEXT NOT NULL DEFAULT 'UTC',
    "hour" INTEGER NOT NULL DEFAULT 8,
    "lastDigestAt" TIMESTAMPTZ(3),

    CONSTRAINT "NoticeSetting_pkey" PRIMARY KEY ("userId")
);
ALTER TABLE "NoticeSetting" ADD CONSTRAINT "NoticeSetting_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "NoticeSetting" ADD CONSTRAINT "NoticeSetting_hour_check" CHECK ("hour" BETWEEN 0 AND 23);

-- Somebody is named in a comment, or answered.
CREATE FUNCTION notice_mention() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "Notice" ("userId", "projectId", "documentId", "segmentId", "kind", "subject", "memberId")
  SELECT m."userId", c."projectId", c."documentId", c."segmentId", 'mention', c."id"::text, c."memberId"
  FROM "Comment" c JOIN "Member" m ON m."id" = NEW."memberId"
  WHERE c."id" = NEW."commentId" AND c."memberId" <> NEW."memberId"
  ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;
CREATE TRIGGER notice_mention AFTER INSERT ON "Mention" FOR EACH ROW EXECUTE FUNCTION notice_mention();

-- Read at its row, it is read here too; taken out of the comment, it is taken back.
CREATE FUNCTION notice_mention_settled() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    UPDATE "Notice" n SET "readAt" = NEW."readAt" FROM "Member" m
    WHERE m."id" = NEW."memberId" AND n."userId" = m."userId" AND n."kind" = 'mention' AND n."subject" = NEW."commentId"::text AND n."readAt" IS NULL;
  ELSE
    DELETE FROM "Notice" n USING "Member" m
    WHERE m."id" = OLD."memberId" AND n."userId" = m."userId" AND n."kind" = 'mention' AND n."subject" = OLD."commentId"::text;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER notice_mention_read AFTER UPDATE OF "readAt" ON "Mention" FOR EACH ROW WHEN (NEW."readAt" IS NOT NULL) EXECUTE FUNCTION notice_mention_settled();
CREATE TRIGGER notice_mention_gone AFTER DELETE ON "Mention" FOR EACH ROW EXECUTE FUNCTION notice_mention_settled();

-- Work is given to somebody by somebody else. Handed back to one who had it before, it is news again.
CREATE FUNCTION notice_assigned() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "Notice" ("userId", "projectId", "documentId", "kind", "subject", "memberId")
  SELECT m."userId", NEW."projectId", NEW."documentId", 'assigned', NEW."id"::text, NEW."assignedById"
  FROM "Member" m WHERE m."id" = NEW."memberId" AND m."id" <> NEW."assignedById"
  ON CONFLICT ("userId", "kind", "subject") DO UPDATE SET "createdAt" = now(), "readAt" = NULL, "mailedAt" = NULL, "memberId" = EXCLUDED."memberId";
  RETURN NULL;
END $$;
CREATE TRIGGER notice_assigned AFTER INSERT ON "Assignment" FOR EACH ROW EXECUTE FUNCTION notice_assigned();
CREATE TRIGGER notice_handed_over AFTER UPDATE OF "memberId" ON "Assignment" FOR EACH ROW
  WHEN (NEW."memberId" IS DISTINCT FROM OLD."memberId") EXECUTE FUNCTION notice_assigned();

-- A step of a discrepancy is told to those who had a hand in it before. An edition publishes many at once, and is its own news.
CREATE FUNCTION notice_discrepancy() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "Notice" ("userId", "projectId", "documentId", "segmentId", "kind", "subject", "memberId")
  SELECT DISTINCT m."userId", d."projectId", d."documentId", d."segmentId", 'discrepancy', NEW."id"::text, NEW."memberId"
  FROM "Discrepancy" d JOIN "Member" m ON m."id" IN (d."raisedById", d."proposedById", d."decidedById")
    OR m."id" IN (SELECT s."memberId" FROM "DiscrepancyStep" s WHERE s."discrepancyId" = d."id" AND s."id" < NEW."id")
  WHERE d."id" = NEW."discrepancyId" AND m."id" <> NEW."memberId" AND m."removedAt" IS NULL
  ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;
CREATE TRIGGER notice_discrepancy AFTER INSERT ON "DiscrepancyStep" FOR EACH ROW WHEN (NEW."act" <> 'publish') EXECUTE FUNCTION notice_discrepancy();
