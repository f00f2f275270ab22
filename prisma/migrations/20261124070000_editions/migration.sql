-- Editions: what was published stays as it was published.
CREATE TABLE "Edition" (
    "id" UUID NOT NULL,
    "projectId" UUID NOT NULL,
    "documentId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "content" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "rows" INTEGER NOT NULL,
    "changes" INTEGER NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "overrideReason" TEXT NOT NULL DEFAULT '',
    "publishedById" UUID NOT NULL,
    "publishedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Edition_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "Edition_sha256" CHECK ("sha256" = encode(sha256(convert_to("content", 'UTF8')), 'hex'))
);
CREATE UNIQUE INDEX "Edition_documentId_number_key" ON "Edition"("documentId", "number");
ALTER TABLE "Edition" ADD CONSTRAINT "Edition_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "Project"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "Edition" ADD CONSTRAINT "Edition_documentId_fkey" FOREIGN KEY ("documentId") REFERENCES "Document"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "Edition" ADD CONSTRAINT "Edition_publishedById_fkey" FOREIGN KEY ("publishedById") REFERENCES "Member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Nobody changes one, and none goes but with its whole project or document: then the deletion comes from another trigger.
CREATE FUNCTION editions_stay() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' AND pg_trigger_depth() > 1 THEN RETURN OLD; END IF;
  RAISE EXCEPTION 'An edition stays as it was published.';
END
$$;
CREATE TRIGGER editions_stay BEFORE UPDATE OR DELETE ON "Edition" FOR EACH ROW EXECUTE FUNCTION editions_stay();
