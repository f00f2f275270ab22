-- Opening a document asks which rows head something. Without these every row of it is read for that, several times over.
CREATE INDEX "Segment_heads_idx" ON "Segment" ("documentId", "position")
  WHERE "position" IS NOT NULL AND ("label" OR "kind" IN ('headline', 'heading'));
CREATE INDEX "Segment_turns_idx" ON "Segment" ("documentId", "turn", "position")
  WHERE "position" IS NOT NULL AND "turn" IS NOT NULL;
