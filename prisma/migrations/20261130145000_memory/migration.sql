-- The translation memory: rows whose text is like another's are found without reading all texts.
--
-- Method. Of each text a signature of 256 bits is kept: every Chinese character and every Latin word of three letters sets
-- one. An edit changes at most one character or word, so two texts are at least as many edits apart as there are bits that
-- one has and the other lacks (either way). Scanning the signatures of a project therefore leaves out no match but those a
-- bound shows to be too far, and needs no index whose lists grow with the language's commonest characters: 100,000 rows
-- are 15 MB and some milliseconds. The same signatures answer which rows may hold given words.
--
-- They stand in a table of their own, beside the rows people edit: a save rewrites one narrow row and no index.

-- At least as many as there are tokens (lib/bitext/match): words, numbers and signs.
CREATE FUNCTION memory_length(words text) RETURNS integer LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT AS $$
  SELECT regexp_count(words, '[A-Za-z0-9]+|[^A-Za-z0-9[:space:]]')
$$;

CREATE FUNCTION memory_sign(words text) RETURNS bit(256) LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE STRICT AS $$
DECLARE
  bits bit(256) := repeat('0', 256)::bit(256);
  unit text;
BEGIN
  FOR unit IN SELECT m[1] FROM regexp_matches(lower(words), '[㐀-鿿]|[a-z]{3,}', 'g') m LOOP
    bits := set_bit(bits, hashtext(unit) & 255, 1);
  END LOOP;
  RETURN bits;
END
$$;

-- CreateTable
CREATE TABLE "MemorySign" (
    "segmentId" INTEGER NOT NULL,
    "projectId" UUID NOT NULL,
    "zhLength" INTEGER NOT NULL,
    "zhSign" bit(256) NOT NULL,
    "enLength" INTEGER NOT NULL,
    "enSign" bit(256) NOT NULL,

    CONSTRAINT "MemorySign_pkey" PRIMARY KEY ("segmentId")
);

-- CreateIndex
CREATE INDEX "MemorySign_projectId_idx" ON "MemorySign"("projectId");

-- AddForeignKey
ALTER TABLE "MemorySign" ADD CONSTRAINT "MemorySign_segmentId_fkey" FOREIGN KEY ("segmentId") REFERENCES "Segment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

CREATE FUNCTION memory_takes_rows() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "MemorySign" ("segmentId", "projectId", "zhLength", "zhSign", "enLength", "enSign")
    SELECT "id", "projectId", memory_length("zh"), memory_sign("zh"), memory_length("en"), memory_sign("en") FROM changed_rows;
  RETURN NULL;
END
$$;
CREATE TRIGGER memory_insert AFTER INSERT ON "Segment" REFERENCING NEW TABLE AS changed_rows
  FOR EACH STATEMENT EXECUTE FUNCTION memory_takes_rows();

-- A save changes one side; the signature of the other is not made anew.
CREATE FUNCTION memory_follows_text() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."zh" <> OLD."zh" THEN
    UPDATE "MemorySign" SET "zhLength" = memory_length(NEW."zh"), "zhSign" = memory_sign(NEW."zh") WHERE "segmentId" = NEW."id";
  END IF;
  IF NEW."en" <> OLD."en" THEN
    UPDATE "MemorySign" SET "enLength" = memory_length(NEW."en"), "enSign" = memory_sign(NEW."en") WHERE "segmentId" = NEW."id";
  END IF;
  RETURN NULL;
END
$$;
CREATE TRIGGER memory_update AFTER UPDATE OF "zh", "en" ON "Segment"
  FOR EACH ROW WHEN (NEW."zh" <> OLD."zh" OR NEW."en" <> OLD."en") EXECUTE FUNCTION memory_follows_text();

INSERT INTO "MemorySign" ("segmentId", "projectId", "zhLength", "zhSign", "enLength", "enSign")
  SELECT "id", "projectId", memory_length("zh"), memory_sign("zh"), memory_length("en"), memory_sign("en") FROM "Segment";
