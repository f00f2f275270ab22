-- Ten thousand rows whose status changes in one statement took 20 seconds to find that none of their texts had: the question
-- was asked by a plan made for one row. It is part of the statement that is planned each time now.
CREATE OR REPLACE FUNCTION memory_follows_texts() RETURNS trigger LANGUAGE plpgsql AS $$
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
  ELSE
    -- Planned for as many rows as there are, each time: a plan that is kept is one for the few rows of the first statement,
    -- and reads all of them once for each.
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
