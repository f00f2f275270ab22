-- The audit log: one hash chain over everything that changed rights, texts, statuses, discrepancies and editions.
-- Saves write what they always wrote (AuditEntry, Revision, Transition); "sealAudit" links it into the chain behind them, so no save waits for another.

ALTER TABLE "AuditEntry" ADD COLUMN "sessionId" UUID;
ALTER TABLE "Revision" ADD COLUMN "sessionId" UUID;
ALTER TABLE "Transition" ADD COLUMN "sessionId" UUID;

CREATE TABLE "AuditLog" (
  "number" BIGINT NOT NULL,
  "source" TEXT NOT NULL,
  "sourceId" BIGINT NOT NULL,
  "projectId" UUID,
  "documentId" UUID,
  "userId" UUID NOT NULL,
  "sessionId" UUID,
  "action" TEXT NOT NULL,
  "at" TIMESTAMPTZ(3) NOT NULL,
  "subject" TEXT,
  "detail" JSONB,
  "address" TEXT,
  "salt" TEXT,
  "contentHash" TEXT NOT NULL,
  "previousHash" TEXT NOT NULL,
  "hash" TEXT NOT NULL,
  "erasedAt" TIMESTAMPTZ(3),
  CONSTRAINT "AuditLog_pkey" PRIMARY KEY ("number"),
  CONSTRAINT "AuditLog_erased_whole" CHECK (("erasedAt" IS NULL) = ("salt" IS NOT NULL))
);

CREATE TABLE "AuditMark" (
  "source" TEXT NOT NULL,
  "upTo" BIGINT NOT NULL DEFAULT 0,
  CONSTRAINT "AuditMark_pkey" PRIMARY KEY ("source")
);

CREATE UNIQUE INDEX "AuditLog_source_sourceId_key" ON "AuditLog"("source", "sourceId");
CREATE INDEX "AuditLog_projectId_number_idx" ON "AuditLog"("projectId", "number");
CREATE INDEX "AuditLog_userId_number_idx" ON "AuditLog"("userId", "number");
CREATE INDEX "AuditLog_documentId_number_idx" ON "AuditLog"("documentId", "number");

-- Append-only, whoever asks.
CREATE FUNCTION "refuseAuditChange"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the audit log is append-only' USING ERRCODE = 'insufficient_privilege';
END $$;
-- (AuditEntry and Revision refuse UPDATE and DELETE since the first migration.)
CREATE TRIGGER "AuditEntry_no_truncate" BEFORE TRUNCATE ON "AuditEntry" EXECUTE FUNCTION "refuseAuditChange"();
CREATE TRIGGER "AuditLog_no_delete" BEFORE DELETE ON "AuditLog" FOR EACH ROW EXECUTE FUNCTION "refuseAuditChange"();
CREATE TRIGGER "AuditLog_no_truncate" BEFORE TRUNCATE ON "AuditLog" EXECUTE FUNCTION "refuseAuditChange"();

-- One change is allowed: forgetting what a link says, never that it was, by whom, when, or its hashes.
CREATE FUNCTION "allowAuditErasure"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE kept "AuditLog" := OLD;
BEGIN
  kept."subject" := NULL; kept."detail" := NULL; kept."address" := NULL; kept."salt" := NULL; kept."erasedAt" := NEW."erasedAt";
  IF OLD."erasedAt" IS NULL AND NEW."erasedAt" IS NOT NULL AND NEW IS NOT DISTINCT FROM kept THEN RETURN NEW; END IF;
  RAISE EXCEPTION 'the audit log is append-only' USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE TRIGGER "AuditLog_append_only" BEFORE UPDATE ON "AuditLog" FOR EACH ROW EXECUTE FUNCTION "allowAuditErasure"();

CREATE FUNCTION "auditHash"(text) RETURNS text LANGUAGE sql IMMUTABLE STRICT AS $$
  SELECT encode(sha256(convert_to($1, 'UTF8')), 'hex')
$$;

-- What a link says, salted: once the salt is forgotten the hash tells nothing of a name or an address.
CREATE FUNCTION "auditContentHash"(salt text, subject text, detail jsonb, address text) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT "auditHash"(jsonb_build_array(salt, subject, detail, address)::text)
$$;

CREATE FUNCTION "auditLinkHash"(link "AuditLog") RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT "auditHash"(jsonb_build_array(link."previousHash", link."number", link."source", link."sourceId", link."projectId", link."documentId",
    link."userId", link."sessionId", link."action", floor(extract(epoch FROM link."at") * 1000)::bigint, link."contentHash")::text)
$$;

CREATE FUNCTION "auditDocument"(subject text, detail jsonb) RETURNS uuid LANGUAGE plpgsql STABLE AS $$
DECLARE asked uuid; found uuid;
BEGIN
  IF detail ->> 'documentId' ~ '^[0-9a-f-]{36}$' THEN RETURN (detail ->> 'documentId')::uuid; END IF;
  IF subject ~ '^[0-9]{1,9}$' THEN
    SELECT s."documentId" INTO found FROM "Segment" s WHERE s."id" = subject::int;
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

-- What has not been linked yet. A transaction that began earlier may commit later, so the last hour is looked through again.
CREATE FUNCTION "auditPending"(lim integer)
RETURNS TABLE ("source" text, "sourceId" bigint, "projectId" uuid, "documentId" uuid, "userId" uuid, "sessionId" uuid, "action" text, "at" timestamptz, "subject" text, "detail" jsonb)
LANGUAGE sql STABLE AS $$
  SELECT * FROM (
    SELECT 'entry'::text AS source, e."id" AS "sourceId", e."projectId", "auditDocument"(e."subject", e."detail"), e."userId", e."sessionId", e."action", e."createdAt" AS at, e."subject", e."detail"
    FROM "AuditEntry" e
    WHERE e."id" > COALESCE((SELECT "upTo" FROM "AuditMark" m WHERE m."source" = 'entry'), 0)
      AND NOT EXISTS (SELECT FROM "AuditLog" l WHERE l."source" = 'entry' AND l."sourceId" = e."id")
    UNION ALL
    SELECT 'revision', r."id", r."projectId", s."documentId", m."userId", r."sessionId", 'text.' || r."kind", r."createdAt", r."segmentId"::text,
      jsonb_build_object('side', r."side", 'version', r."version", 'before', "auditHash"(r."before"), 'after', "auditHash"(r."after"))
    FROM "Revision" r JOIN "Segment" s ON s."id" = r."segmentId" JOIN "Member" m ON m."id" = r."memberId"
    WHERE r."id" > COALESCE((SELECT "upTo" FROM "AuditMark" m WHERE m."source" = 'revision'), 0)
      AND NOT EXISTS (SELECT FROM "AuditLog" l WHERE l."source" = 'revision' AND l."sourceId" = r."id")
    UNION ALL
    SELECT 'transition', t."id", t."projectId", s."documentId", m."userId", t."sessionId", CASE WHEN t."demotion" THEN 'status.demoted' ELSE 'status.set' END, t."createdAt", t."segmentId"::text,
      jsonb_build_object('from', t."from", 'to', t."to", 'reason', t."reason")
    FROM "Transition" t JOIN "Segment" s ON s."id" = t."segmentId" JOIN "Member" m ON m."id" = t."memberId"
    WHERE t."id" > COALESCE((SELECT "upTo" FROM "AuditMark" m WHERE m."source" = 'transition'), 0)
      AND NOT EXISTS (SELECT FROM "AuditLog" l WHERE l."source" = 'transition' AND l."sourceId" = t."id")
  ) pending ORDER BY at, source, "sourceId" LIMIT lim
$$;

-- Links what is pending into the chain, in order, one sealer at a time. Answers how many it linked.
CREATE FUNCTION "sealAudit"(lim integer DEFAULT 2000) RETURNS integer LANGUAGE plpgsql AS $$
DECLARE
  link "AuditLog";
  pending record;
  linked integer := 0;
BEGIN
  IF NOT pg_try_advisory_xact_lock(25718, 1) THEN RETURN 0; END IF;
  SELECT COALESCE(max("number"), 0) INTO link."number" FROM "AuditLog";
  SELECT "hash" INTO link."hash" FROM "AuditLog" WHERE "number" = link."number";
  link."hash" := COALESCE(link."hash", '');
  FOR pending IN SELECT * FROM "auditPending"(lim) LOOP
    link."previousHash" := link."hash";
    link."number" := link."number" + 1;
    link."source" := pending."source"; link."sourceId" := pending."sourceId"; link."projectId" := pending."projectId";
    link."documentId" := pending."documentId"; link."userId" := pending."userId"; link."sessionId" := pending."sessionId";
    link."action" := pending."action"; link."at" := pending."at"; link."subject" := pending."subject"; link."detail" := pending."detail";
    SELECT "address" INTO link."address" FROM "Session" WHERE "id" = pending."sessionId";
    link."salt" := replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', '');
    link."contentHash" := "auditContentHash"(link."salt", link."subject", link."detail", link."address");
    link."hash" := "auditLinkHash"(link);
    INSERT INTO "AuditLog" SELECT link.*;
    linked := linked + 1;
  END LOOP;
  IF linked < lim THEN
    INSERT INTO "AuditMark" ("source", "upTo")
      SELECT 'entry', max("id") FROM "AuditEntry" WHERE "id" > COALESCE((SELECT "upTo" FROM "AuditMark" WHERE "source" = 'entry'), 0) AND "createdAt" < now() - interval '1 hour' HAVING max("id") IS NOT NULL
      UNION ALL SELECT 'revision', max("id") FROM "Revision" WHERE "id" > COALESCE((SELECT "upTo" FROM "AuditMark" WHERE "source" = 'revision'), 0) AND "createdAt" < now() - interval '1 hour' HAVING max("id") IS NOT NULL
      UNION ALL SELECT 'transition', max("id") FROM "Transition" WHERE "id" > COALESCE((SELECT "upTo" FROM "AuditMark" WHERE "source" = 'transition'), 0) AND "createdAt" < now() - interval '1 hour' HAVING max("id") IS NOT NULL
    ON CONFLICT ("source") DO UPDATE SET "upTo" = excluded."upTo" WHERE "AuditMark"."upTo" < excluded."upTo";
  END IF;
  RETURN linked;
END $$;

-- Everything that does not hold, by the number of the link: the order, the chain, what it says, and the texts it speaks of.
CREATE FUNCTION "verifyAudit"() RETURNS TABLE ("number" bigint, "problem" text) LANGUAGE sql STABLE AS $$
  SELECT * FROM (
    SELECT l."number", CASE
      WHEN l."number" <> l.place THEN 'missing'
      WHEN l."previousHash" <> l.before THEN 'chain'
      WHEN l."hash" <> "auditLinkHash"((SELECT x FROM "AuditLog" x WHERE x."number" = l."number")) THEN 'link'
      WHEN l."salt" IS NOT NULL AND l."contentHash" <> "auditContentHash"(l."salt", l."subject", l."detail", l."address") THEN 'content'
      WHEN l."source" = 'revision' AND l."salt" IS NOT NULL AND EXISTS (SELECT FROM "Revision" r WHERE r."id" = l."sourceId"
        AND (l."detail" ->> 'before' <> "auditHash"(r."before") OR l."detail" ->> 'after' <> "auditHash"(r."after"))) THEN 'text'
    END AS problem
    FROM (SELECT *, row_number() OVER (ORDER BY "number") AS place, lag("hash", 1, '') OVER (ORDER BY "number") AS before FROM "AuditLog") l
  ) judged WHERE judged.problem IS NOT NULL ORDER BY 1
$$;
