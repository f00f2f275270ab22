-- Signatures of the memory, where many texts change in one statement. Text that goes from row to row, as it does in every
-- step of the alignment, is no new text: it takes its signature along. Of ten thousand rows shifted by one the signatures
-- cost more than all the rest, made anew one by one. A single row, as every save is, is treated by itself.
DROP TRIGGER memory_update ON "Segment";
DROP FUNCTION memory_follows_text();

CREATE FUNCTION memory_follows_texts() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  o "Segment";
  n "Segment";
BEGIN
  IF (SELECT count(*) FROM new_rows) = 1 THEN
    SELECT * INTO o FROM old_rows;
    SELECT * INTO n FROM new_rows;
    -- The signature of a side that stays as it is is not made anew.
    IF n."zh" <> o."zh" THEN
      UPDATE "MemorySign" SET "zhLength" = memory_length(n."zh"), "zhSign" = memory_sign(n."zh") WHERE "segmentId" = n."id";
    END IF;
    IF n."en" <> o."en" THEN
      UPDATE "MemorySign" SET "enLength" = memory_length(n."en"), "enSign" = memory_sign(n."en") WHERE "segmentId" = n."id";
    END IF;
  ELSIF EXISTS (SELECT 1 FROM new_rows r JOIN old_rows w ON w."id" = r."id" WHERE r."zh" <> w."zh" OR r."en" <> w."en") THEN
    -- Planned for as many rows as there are.
    EXECUTE $many$
      WITH changed AS MATERIALIZED (
        SELECT r."id", r."zh", r."en", w."zh" AS "zhWas", w."en" AS "enWas", m."zhLength", m."zhSign", m."enLength", m."enSign"
        FROM new_rows r JOIN old_rows w ON w."id" = r."id" JOIN "MemorySign" m ON m."segmentId" = r."id"
        WHERE r."zh" <> w."zh" OR r."en" <> w."en"
      ), zh AS (
        SELECT "zhWas" AS words, max("zhLength") AS length, (array_agg("zhSign"))[1] AS sign FROM changed GROUP BY "zhWas"
      ), en AS (
        SELECT "enWas" AS words, max("enLength") AS length, (array_agg("enSign"))[1] AS sign FROM changed GROUP BY "enWas"
      )
      UPDATE "MemorySign" m SET
        "zhLength" = coalesce(zh.length, memory_length(c."zh")), "zhSign" = coalesce(zh.sign, memory_sign(c."zh")),
        "enLength" = coalesce(en.length, memory_length(c."en")), "enSign" = coalesce(en.sign, memory_sign(c."en"))
      FROM changed c LEFT JOIN zh ON zh.words = c."zh" LEFT JOIN en ON en.words = c."en"
      WHERE m."segmentId" = c."id"
    $many$;
  END IF;
  RETURN NULL;
END
$$;

CREATE TRIGGER memory_update AFTER UPDATE ON "Segment" REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION memory_follows_texts();
