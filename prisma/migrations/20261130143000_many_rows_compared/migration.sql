-- Of more rows than a screen shows it matters only that they are many: they are compared once, by a join that is planned for
-- as many as there are, and not three times over.
CREATE OR REPLACE FUNCTION segments_changed() RETURNS trigger LANGUAGE plpgsql AS $$
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
  ELSIF how_many > 200 THEN
    EXECUTE $many$
      SELECT notify_document_change(c."documentId",
        CASE WHEN c.structure THEN ARRAY['structure'] ELSE '{}' END || CASE WHEN c.words THEN ARRAY['text'] ELSE '{}' END || ARRAY['row'], c.ids)
      FROM (
        SELECT n."documentId", array_agg(n."id") AS ids,
          bool_or((o."position", o."mergedIntoId", o."enOrder", o."turn", o."kind", o."label", o."locked", o."moved")
            IS DISTINCT FROM (n."position", n."mergedIntoId", n."enOrder", n."turn", n."kind", n."label", n."locked", n."moved")) AS structure,
          bool_or(o."zhVersion" <> n."zhVersion" OR o."enVersion" <> n."enVersion") AS words
        FROM new_rows n JOIN old_rows o ON o."id" = n."id"
        WHERE o.* IS DISTINCT FROM n.* GROUP BY n."documentId"
      ) c
    $many$;
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

-- Half of each page stays free for the next version of its rows: a change of a text, or of the pairing, then writes no index
-- anew, and the space of what it replaces is used again by the next one.
ALTER TABLE "Segment" SET (fillfactor = 50);
