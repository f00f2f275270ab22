-- What administrators do to the whole, and a tighter audit log: saved texts and steps cannot be deleted one by one, verification
-- misses what is gone, retention forgets what AuditEntry says too, and what a job does tells the browser that asked for it.

ALTER TABLE "AuditEntry" ADD COLUMN "erasedAt" TIMESTAMPTZ(3);
ALTER TABLE "Job" ADD COLUMN "sessionId" UUID;
ALTER TABLE "User" ADD COLUMN "anonymisedAt" TIMESTAMPTZ(3);
ALTER TABLE "Document" ADD COLUMN "deletedById" UUID;
ALTER TABLE "Project" ADD COLUMN "deletedAt" TIMESTAMPTZ(3), ADD COLUMN "deletedById" UUID;

CREATE TABLE "InstanceSetting" (
  "key" TEXT NOT NULL,
  "value" JSONB NOT NULL,
  "version" INTEGER NOT NULL DEFAULT 1,
  "changedById" UUID NOT NULL,
  "changedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "InstanceSetting_pkey" PRIMARY KEY ("key")
);

CREATE SEQUENCE "FormerMember";

-- Rows of these go only with the document or project they belong to: by the reference, never by themselves.
CREATE FUNCTION "refuseSingleDelete"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF pg_trigger_depth() > 1 THEN RETURN OLD; END IF;
  RAISE EXCEPTION '% keeps its rows as they were written', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE TRIGGER "Revision_no_delete" BEFORE DELETE ON "Revision" FOR EACH ROW EXECUTE FUNCTION "refuseSingleDelete"();
CREATE TRIGGER "Transition_no_delete" BEFORE DELETE ON "Transition" FOR EACH ROW EXECUTE FUNCTION "refuseSingleDelete"();
CREATE TRIGGER "Revision_no_truncate" BEFORE TRUNCATE ON "Revision" EXECUTE FUNCTION "refuseAuditChange"();
CREATE TRIGGER "Transition_no_truncate" BEFORE TRUNCATE ON "Transition" EXECUTE FUNCTION "refuseAuditChange"();

-- As with the log: what an entry says may be forgotten, never that it was.
DROP TRIGGER "AuditEntry_append_only" ON "AuditEntry";
CREATE FUNCTION "allowEntryErasure"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE kept "AuditEntry" := OLD;
BEGIN
  kept."subject" := ''; kept."detail" := '{}'; kept."erasedAt" := NEW."erasedAt";
  IF OLD."erasedAt" IS NULL AND NEW."erasedAt" IS NOT NULL AND NEW IS NOT DISTINCT FROM kept THEN RETURN NEW; END IF;
  RAISE EXCEPTION 'the audit log is append-only' USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE TRIGGER "AuditEntry_append_only" BEFORE UPDATE ON "AuditEntry" FOR EACH ROW EXECUTE FUNCTION "allowEntryErasure"();
CREATE TRIGGER "AuditEntry_no_delete" BEFORE DELETE ON "AuditEntry" FOR EACH ROW EXECUTE FUNCTION "refuseAuditChange"();

-- Overrides of four eyes were written down with 'segment 12' for a subject.
CREATE OR REPLACE FUNCTION "auditDocument"(subject text, detail jsonb) RETURNS uuid LANGUAGE plpgsql STABLE AS $$
DECLARE asked uuid; found uuid;
BEGIN
  IF detail ->> 'documentId' ~ '^[0-9a-f-]{36}$' THEN RETURN (detail ->> 'documentId')::uuid; END IF;
  IF subject ~ '^(segment )?[0-9]{1,9}$' THEN
    SELECT s."documentId" INTO found FROM "Segment" s WHERE s."id" = replace(subject, 'segment ', '')::int;
    RETURN found;
  END IF;
  IF subject !~ '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$' THEN RETURN NULL; END IF;
  asked := subject::uuid;
  SELECT COALESCE(
    (SELECT "id" FROM "Document" WHERE "id" = asked),
    (SELECT "documentId" FROM "Discrepancy" WHERE "id" = asked),
    (SELECT "documentId" FROM "Comment" WHERE "id" = asked),
    (SELECT "documentId" FROM "Assignment" WHERE "id" = asked),
    (SELECT "documentId" FROM "Edition" WHERE "id" = asked)) INTO found;
  RETURN found;
END $$;

-- A document or project that was deleted for good takes its rows along; the act stands in the chain after them.
CREATE FUNCTION "auditPurged"(link bigint, document uuid, project uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (SELECT FROM "AuditLog" p WHERE p."number" > link AND (
    (p."action" = 'document.purge' AND p."documentId" = document) OR (p."action" = 'project.purge' AND p."projectId" = project)))
$$;

CREATE OR REPLACE FUNCTION "verifyAudit"() RETURNS TABLE ("number" bigint, "problem" text) LANGUAGE sql STABLE AS $$
  SELECT * FROM (
    SELECT l."number", CASE
      WHEN l."number" <> l.place THEN 'missing'
      WHEN l."previousHash" <> l.before THEN 'chain'
      WHEN l."hash" <> "auditLinkHash"((SELECT x FROM "AuditLog" x WHERE x."number" = l."number")) THEN 'link'
      WHEN l."salt" IS NOT NULL AND l."contentHash" <> "auditContentHash"(l."salt", l."subject", l."detail", l."address") THEN 'content'
      WHEN l."source" = 'revision' AND l."salt" IS NOT NULL AND EXISTS (SELECT FROM "Revision" r WHERE r."id" = l."sourceId"
        AND (l."detail" ->> 'before' <> "auditHash"(r."before") OR l."detail" ->> 'after' <> "auditHash"(r."after"))) THEN 'text'
      WHEN l."source" = 'entry' AND NOT EXISTS (SELECT FROM "AuditEntry" e WHERE e."id" = l."sourceId") THEN 'gone'
      WHEN l."source" = 'revision' AND NOT EXISTS (SELECT FROM "Revision" r WHERE r."id" = l."sourceId")
        AND NOT "auditPurged"(l."number", l."documentId", l."projectId") THEN 'gone'
      WHEN l."source" = 'transition' AND NOT EXISTS (SELECT FROM "Transition" t WHERE t."id" = l."sourceId")
        AND NOT "auditPurged"(l."number", l."documentId", l."projectId") THEN 'gone'
    END AS problem
    FROM (SELECT *, row_number() OVER (ORDER BY "number") AS place, lag("hash", 1, '') OVER (ORDER BY "number") AS before FROM "AuditLog") l
  ) judged WHERE judged.problem IS NOT NULL ORDER BY 1
$$;
