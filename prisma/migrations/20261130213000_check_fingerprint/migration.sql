-- What tells cheaply that a document is as it was checked: the database makes it of the texts where they are, nobody reads them.
ALTER TABLE "CheckRun" ADD COLUMN "fingerprint" TEXT NOT NULL DEFAULT '';
