
-- What Prisma's schema cannot say: the values of words with hyphens, and spans that are spans.
ALTER TABLE "Project" ADD CONSTRAINT "Project_governing" CHECK ("governing" IN ('prevails-zh', 'prevails-en', 'equally-authentic', 'reference-only'));
ALTER TABLE "Document" ADD CONSTRAINT "Document_governing" CHECK ("governing" IN ('prevails-zh', 'prevails-en', 'equally-authentic', 'reference-only'));
ALTER TABLE "Discrepancy" ADD CONSTRAINT "Discrepancy_zh_span" CHECK (("zhFrom" IS NULL) = ("zhTo" IS NULL) AND ("zhFrom" IS NULL OR ("zhFrom" >= 0 AND "zhFrom" < "zhTo")));
ALTER TABLE "Discrepancy" ADD CONSTRAINT "Discrepancy_en_span" CHECK (("enFrom" IS NULL) = ("enTo" IS NULL) AND ("enFrom" IS NULL OR ("enFrom" >= 0 AND "enFrom" < "enTo")));
ALTER TABLE "Discrepancy" ADD CONSTRAINT "Discrepancy_decision" CHECK (("state" = 'decided') = ("decision" IS NOT NULL));
ALTER TABLE "Assignment" ADD CONSTRAINT "Assignment_range" CHECK ("fromPosition" <= "toPosition");

-- What was recorded stays: neither revisions nor transitions nor the audit trail are ever rewritten.
CREATE FUNCTION "refuse_rewriting"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% keeps its rows as they were written', TG_TABLE_NAME;
END
$$;
CREATE TRIGGER "Revision_append_only" BEFORE UPDATE ON "Revision" FOR EACH ROW EXECUTE FUNCTION "refuse_rewriting"();
CREATE TRIGGER "Transition_append_only" BEFORE UPDATE ON "Transition" FOR EACH ROW EXECUTE FUNCTION "refuse_rewriting"();
CREATE TRIGGER "AuditEntry_append_only" BEFORE UPDATE OR DELETE ON "AuditEntry" FOR EACH ROW EXECUTE FUNCTION "refuse_rewriting"();
