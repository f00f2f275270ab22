-- A person can be forgotten and what they did stays: the address a link tells of is hashed by itself, so that it can go without the rest
-- and the chain still verifies. A verdict on a stale row and a step turned back are called by their own names in the log.

ALTER TABLE "AuditLog" ADD COLUMN "addressSalt" TEXT, ADD COLUMN "addressHash" TEXT;

-- Two changes are allowed: forgetting the address alone, and forgetting all a link says; never that it was, by whom, when, or its hashes.
CREATE OR REPLACE FUNCTION "allowAuditErasure"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE kept "AuditLog" := OLD;
BEGIN
  kept."address" := NULL; kept."addressSalt" := NULL;
  IF OLD."addressHash" IS NOT NULL AND NEW IS NOT DISTINCT FROM kept THEN RETURN NEW; END IF;
  kept."subject" := NULL; kept."detail" := NULL; kept."salt" := NULL; kept."erasedAt" := NEW."erasedAt";
  IF OLD."erasedAt" IS NULL AND NEW."erasedAt" IS NOT NULL AND NEW IS NOT DISTINCT FROM kept THEN RETURN NEW; END IF;
  RAISE EXCEPTION 'the audit log is append-only' USING ERRCODE = 'insufficient_privilege';
END $$;

CREATE OR REPLACE FUNCTION "auditPending"(lim integer)
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
    SELECT 'transition', t."id", t."projectId", s."documentId", m."userId", t."sessionId", CASE WHEN t."demotion" THEN 'status.demoted' WHEN t."verdict" IS NOT NULL THEN 'status.judged' WHEN t."undo" THEN 'status.undone' ELSE 'status.set' END, t."createdAt", t."segmentId"::text,
      jsonb_build_object('from', t."from", 'to', t."to", 'reason', t."reason")
        || CASE WHEN t."verdict" IS NULL THEN '{}' ELSE jsonb_build_object('verdict', t."verdict") END
    FROM "Transition" t JOIN "Segment" s ON s."id" = t."segmentId" JOIN "Member" m ON m."id" = t."memberId"
    WHERE t."id" > COALESCE((SELECT "upTo" FROM "AuditMark" m WHERE m."source" = 'transition'), 0)
      AND NOT EXISTS (SELECT FROM "AuditLog" l WHERE l."source" = 'transition' AND l."sourceId" = t."id")
  ) pending ORDER BY at, source, "sourceId" LIMIT lim
$$;

CREATE OR REPLACE FUNCTION "sealAudit"(lim integer DEFAULT 2000) RETURNS integer LANGUAGE plpgsql AS $$
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
    link."addressSalt" := CASE WHEN link."address" IS NOT NULL THEN replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', '') END;
    link."addressHash" := "auditHash"(link."addressSalt" || link."address");
    link."contentHash" := "auditContentHash"(link."salt", link."subject", link."detail", link."addressHash");
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

CREATE OR REPLACE FUNCTION "verifyAudit"() RETURNS TABLE ("number" bigint, "problem" text) LANGUAGE sql STABLE AS $$
  SELECT * FROM (
    SELECT l."number", CASE
      WHEN l."number" <> l.place THEN 'missing'
      WHEN l."previousHash" <> l.before THEN 'chain'
      WHEN l."hash" <> "auditLinkHash"((SELECT x FROM "AuditLog" x WHERE x."number" = l."number")) THEN 'link'
      WHEN l."salt" IS NOT NULL AND l."contentHash" <> "auditContentHash"(l."salt", l."subject", l."detail", coalesce(l."addressHash", l."address")) THEN 'content'
      WHEN l."addressHash" IS NOT NULL AND l."address" IS NOT NULL AND l."addressHash" IS DISTINCT FROM "auditHash"(l."addressSalt" || l."address") THEN 'content'
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
