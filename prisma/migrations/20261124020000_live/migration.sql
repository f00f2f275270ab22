-- Live: what changed in a document, told to every process that shows it.
--
-- Method. Every statement that changes a document leaves one row in a log, with the number of its transaction. Who wants
-- to know what is new keeps the snapshot of the last look (pg_current_snapshot) and asks for what that snapshot could not
-- see. So rows that commit out of order are neither missed nor told twice, and no writer waits for another.
--
-- NOTIFY is only the bell: it holds a lock over the whole commit, so that writers who all ring wait for one another's
-- disks. At commit, whoever gets the advisory lock rings; who does not get it commits beside the one who rings, and is
-- seen either by the same look or as a transaction still running, for which the listener looks again at once.
--
-- Both tables are unlogged: after a crash of the database every screen starts anew, and nothing in them is worth a disk's
-- wait. An empty log means "unknown", never "nothing".

CREATE UNLOGGED TABLE "DocumentChange" (
  "transaction" BIGINT NOT NULL DEFAULT (pg_current_xact_id()::text)::bigint,
  "seq" BIGSERIAL NOT NULL,
  "documentId" UUID NOT NULL,
  "kinds" TEXT[] NOT NULL,
  "segments" INTEGER[],
  "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "DocumentChange_pkey" PRIMARY KEY ("transaction", "seq")
);

-- The oldest row kept says from where the log is whole. This one says: from here.
INSERT INTO "DocumentChange" ("documentId", "kinds") VALUES ('00000000-0000-0000-0000-000000000000', '{}');

CREATE UNLOGGED TABLE "Presence" (
  "tab" UUID NOT NULL,
  "projectId" UUID NOT NULL,
  "documentId" UUID NOT NULL,
  "memberId" UUID NOT NULL,
  "process" UUID NOT NULL,
  "segmentId" INTEGER,
  "side" "Side",
  "editing" BOOLEAN NOT NULL DEFAULT false,
  "seenAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "Presence_pkey" PRIMARY KEY ("tab")
);

CREATE INDEX "Presence_documentId_idx" ON "Presence"("documentId");
CREATE INDEX "Presence_process_idx" ON "Presence"("process");

-- One change of one document. More segments than a screen shows are "many": null.
CREATE FUNCTION notify_document_change(document uuid, what text[], ids integer[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "DocumentChange" ("documentId", "kinds", "segments")
  VALUES (document, what, CASE WHEN cardinality(ids) <= 200 THEN ids END);
END
$$;

CREATE FUNCTION ring_document_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF pg_try_advisory_xact_lock(hashtextextended('document_change', 0)) THEN PERFORM pg_notify('document_change', ''); END IF;
  RETURN NULL;
END
$$;

-- Deferred: the bell is rung by a transaction that is about to commit, not by one that may go on for a minute.
CREATE CONSTRAINT TRIGGER ring AFTER INSERT ON "DocumentChange" DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION ring_document_change();

-- Segments: `structure` is what moves rows or what the outline alone shows, `text` the words, `row` everything else.
CREATE FUNCTION segments_came_or_went() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM notify_document_change(c."documentId", '{structure}', c.ids)
  FROM (SELECT "documentId", array_agg("id") AS ids FROM changed_rows GROUP BY "documentId") c;
  RETURN NULL;
END
$$;

-- One row, as every save is, is compared by itself. Many are compared by set operations, not by a join: the plan is kept
-- from a call with a few rows and must serve one with ten thousand.
CREATE FUNCTION segments_changed() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  o "Segment";
  n "Segment";
  how_many bigint := (SELECT count(*) FROM new_rows);
BEGIN
  IF how_many = 1 THEN
    SELECT * INTO o FROM old_rows;
    SELECT * INTO n FROM new_rows;
    IF o IS NOT DISTINCT FROM n THEN RETURN NULL; END IF;
    PERFORM notify_document_change(n."documentId",
      CASE WHEN (o."position", o."mergedIntoId", o."enOrder", o."turn", o."kind", o."label", o."locked", o."moved")
          IS DISTINCT FROM (n."position", n."mergedIntoId", n."enOrder", n."turn", n."kind", n."label", n."locked", n."moved")
        THEN ARRAY['structure'] ELSE '{}' END
      || CASE WHEN o."zhVersion" <> n."zhVersion" OR o."enVersion" <> n."enVersion" THEN ARRAY['text'] ELSE '{}' END
      || ARRAY['row'], ARRAY[n."id"]);
  ELSIF how_many > 1 THEN
    PERFORM notify_document_change(c."documentId",
      CASE WHEN c."documentId" IN (
          SELECT m."documentId" FROM (
            SELECT "documentId", "id", "position", "mergedIntoId", "enOrder", "turn", "kind", "label", "locked", "moved" FROM new_rows
            EXCEPT SELECT "documentId", "id", "position", "mergedIntoId", "enOrder", "turn", "kind", "label", "locked", "moved" FROM old_rows) m)
        THEN ARRAY['structure'] ELSE '{}' END
      || CASE WHEN c."documentId" IN (
          SELECT w."documentId" FROM (
            SELECT "documentId", "id", "zhVersion", "enVersion" FROM new_rows
            EXCEPT SELECT "documentId", "id", "zhVersion", "enVersion" FROM old_rows) w)
        THEN ARRAY['text'] ELSE '{}' END
      || ARRAY['row'], c.ids)
    FROM (
      SELECT r."documentId", array_agg(r."id") AS ids FROM (SELECT * FROM new_rows EXCEPT SELECT * FROM old_rows) r GROUP BY r."documentId"
    ) c;
  END IF;
  RETURN NULL;
END
$$;

CREATE TRIGGER live_insert AFTER INSERT ON "Segment" REFERENCING NEW TABLE AS changed_rows
  FOR EACH STATEMENT EXECUTE FUNCTION segments_came_or_went();
CREATE TRIGGER live_delete AFTER DELETE ON "Segment" REFERENCING OLD TABLE AS changed_rows
  FOR EACH STATEMENT EXECUTE FUNCTION segments_came_or_went();
CREATE TRIGGER live_update AFTER UPDATE ON "Segment" REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION segments_changed();

-- For every table whose rows belong to a document; its kind is the trigger's argument.
CREATE FUNCTION rows_of_segments_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM notify_document_change(c."documentId", ARRAY[TG_ARGV[0]], c.ids)
  FROM (SELECT "documentId", array_agg(DISTINCT "segmentId") FILTER (WHERE "segmentId" IS NOT NULL) AS ids FROM changed_rows GROUP BY "documentId") c;
  RETURN NULL;
END
$$;

CREATE FUNCTION rows_of_document_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM notify_document_change(c."documentId", ARRAY[TG_ARGV[0]], NULL) FROM (SELECT DISTINCT "documentId" FROM changed_rows) c;
  RETURN NULL;
END
$$;

-- `SELECT watch_document_rows('"Comment"', 'comment')`: from then on its changes are told. The table has a column
-- "documentId"; where it has "segmentId" as well, it is told which rows.
CREATE FUNCTION watch_document_rows(watched regclass, kind text) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  teller text := CASE WHEN EXISTS (SELECT 1 FROM pg_attribute WHERE attrelid = watched AND attname = 'segmentId' AND NOT attisdropped)
    THEN 'rows_of_segments_changed' ELSE 'rows_of_document_changed' END;
BEGIN
  EXECUTE format('CREATE OR REPLACE TRIGGER live_insert AFTER INSERT ON %s REFERENCING NEW TABLE AS changed_rows FOR EACH STATEMENT EXECUTE FUNCTION %s(%L)', watched, teller, kind);
  EXECUTE format('CREATE OR REPLACE TRIGGER live_update AFTER UPDATE ON %s REFERENCING NEW TABLE AS changed_rows FOR EACH STATEMENT EXECUTE FUNCTION %s(%L)', watched, teller, kind);
  EXECUTE format('CREATE OR REPLACE TRIGGER live_delete AFTER DELETE ON %s REFERENCING OLD TABLE AS changed_rows FOR EACH STATEMENT EXECUTE FUNCTION %s(%L)', watched, teller, kind);
END
$$;

SELECT watch_document_rows('"Discrepancy"', 'discrepancy');
SELECT watch_document_rows('"Assignment"', 'assignment');

-- Tables of other migrations, whichever of us came first.
DO $$
BEGIN
  IF to_regclass('"AlignmentStep"') IS NOT NULL THEN PERFORM watch_document_rows('"AlignmentStep"', 'alignment'); END IF;
  IF to_regclass('"Comment"') IS NOT NULL THEN PERFORM watch_document_rows('"Comment"', 'comment'); END IF;
  IF to_regclass('"Suggestion"') IS NOT NULL THEN PERFORM watch_document_rows('"Suggestion"', 'suggestion'); END IF;
END
$$;

-- Who may see what has changed: open streams are looked over at once.
CREATE FUNCTION ring_access_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('access_change', '');
  RETURN NULL;
END
$$;

CREATE TRIGGER live_access AFTER UPDATE OF "role", "removedAt" OR DELETE ON "Member"
  FOR EACH STATEMENT EXECUTE FUNCTION ring_access_change();
CREATE TRIGGER live_access AFTER UPDATE OF "sessionVersion", "disabledAt" OR DELETE ON "User"
  FOR EACH STATEMENT EXECUTE FUNCTION ring_access_change();
CREATE TRIGGER live_access AFTER UPDATE OF "archivedAt" OR DELETE ON "Project"
  FOR EACH STATEMENT EXECUTE FUNCTION ring_access_change();
CREATE TRIGGER live_access AFTER UPDATE OF "deletedAt" OR DELETE ON "Document"
  FOR EACH STATEMENT EXECUTE FUNCTION ring_access_change();
