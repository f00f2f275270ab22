-- What is stale is asked for on the first page, over all documents of a person's projects.
CREATE INDEX "Segment_stale_idx" ON "Segment"("documentId") WHERE "stale";
