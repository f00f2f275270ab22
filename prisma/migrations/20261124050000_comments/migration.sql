-- Keys a person has changed, by mode and act.
ALTER TABLE "User" ADD COLUMN "keys" JSONB NOT NULL DEFAULT '{}';

-- CreateTable
CREATE TABLE "Comment" (
    "id" UUID NOT NULL,
    "projectId" UUID NOT NULL,
    "documentId" UUID NOT NULL,
    "segmentId" INTEGER NOT NULL,
    "threadId" UUID,
    "zhFrom" INTEGER,
    "zhTo" INTEGER,
    "zhQuote" TEXT NOT NULL DEFAULT '',
    "enFrom" INTEGER,
    "enTo" INTEGER,
    "enQuote" TEXT NOT NULL DEFAULT '',
    "body" TEXT NOT NULL,
    "memberId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "editedAt" TIMESTAMPTZ(3),
    "deletedAt" TIMESTAMPTZ(3),
    "resolvedAt" TIMESTAMPTZ(3),
    "resolvedById" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Comment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Mention" (
    "commentId" UUID NOT NULL,
    "memberId" UUID NOT NULL,
    "name" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "readAt" TIMESTAMPTZ(3),

    CONSTRAINT "Mention_pkey" PRIMARY KEY ("commentId","memberId")
);

-- CreateIndex
CREATE INDEX "Comment_segmentId_idx" ON "Comment"("segmentId");

-- CreateIndex
CREATE INDEX "Comment_threadId_idx" ON "Comment"("threadId");

-- CreateIndex
CREATE INDEX "Comment_documentId_idx" ON "Comment"("documentId");

-- CreateIndex
CREATE INDEX "Mention_memberId_readAt_idx" ON "Mention"("memberId", "readAt");

-- AddForeignKey
ALTER TABLE "Comment" ADD CONSTRAINT "Comment_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "Project"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Comment" ADD CONSTRAINT "Comment_documentId_fkey" FOREIGN KEY ("documentId") REFERENCES "Document"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Comment" ADD CONSTRAINT "Comment_segmentId_fkey" FOREIGN KEY ("segmentId") REFERENCES "Segment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Comment" ADD CONSTRAINT "Comment_threadId_fkey" FOREIGN KEY ("threadId") REFERENCES "Comment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Comment" ADD CONSTRAINT "Comment_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Comment" ADD CONSTRAINT "Comment_resolvedById_fkey" FOREIGN KEY ("resolvedById") REFERENCES "Member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Mention" ADD CONSTRAINT "Mention_commentId_fkey" FOREIGN KEY ("commentId") REFERENCES "Comment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Mention" ADD CONSTRAINT "Mention_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What Prisma's schema cannot say. Words are marked, and a thread is resolved, where the thread begins and nowhere else.
ALTER TABLE "Comment" ADD CONSTRAINT "Comment_zh_span" CHECK (("zhFrom" IS NULL) = ("zhTo" IS NULL) AND ("zhFrom" IS NULL OR ("zhFrom" >= 0 AND "zhFrom" < "zhTo")));
ALTER TABLE "Comment" ADD CONSTRAINT "Comment_en_span" CHECK (("enFrom" IS NULL) = ("enTo" IS NULL) AND ("enFrom" IS NULL OR ("enFrom" >= 0 AND "enFrom" < "enTo")));
ALTER TABLE "Comment" ADD CONSTRAINT "Comment_answer" CHECK ("threadId" IS NULL OR ("zhFrom" IS NULL AND "enFrom" IS NULL AND "zhQuote" = '' AND "enQuote" = '' AND "resolvedAt" IS NULL));
ALTER TABLE "Comment" ADD CONSTRAINT "Comment_deleted" CHECK ("deletedAt" IS NULL OR "body" = '');

-- An answer stands where its thread stands: it is put there when written, and goes along when the thread's row is merged or split.
CREATE FUNCTION "comment_follows_thread"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  root "Comment";
BEGIN
  IF NEW."threadId" IS NULL THEN
    RETURN NEW;
  END IF;
  SELECT * INTO root FROM "Comment" WHERE "id" = NEW."threadId";
  IF root."id" IS NOT NULL AND root."threadId" IS NOT NULL THEN
    RAISE EXCEPTION 'an answer begins no thread' USING ERRCODE = 'check_violation';
  END IF;
  IF root."id" IS NOT NULL THEN
    NEW."segmentId" := root."segmentId";
    NEW."documentId" := root."documentId";
    NEW."projectId" := root."projectId";
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER "Comment_follows_thread" BEFORE INSERT OR UPDATE OF "threadId", "segmentId", "documentId", "projectId" ON "Comment"
  FOR EACH ROW EXECUTE FUNCTION "comment_follows_thread"();

CREATE FUNCTION "comment_takes_answers_along"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE "Comment" SET "segmentId" = NEW."segmentId" WHERE "threadId" = NEW."id" AND "segmentId" <> NEW."segmentId";
  RETURN NULL;
END
$$;
CREATE TRIGGER "Comment_takes_answers_along" AFTER UPDATE OF "segmentId" ON "Comment"
  FOR EACH ROW WHEN (NEW."threadId" IS NULL AND NEW."segmentId" <> OLD."segmentId") EXECUTE FUNCTION "comment_takes_answers_along"();

SELECT watch_document_rows('"Comment"', 'comment');
