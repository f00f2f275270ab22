-- The project's register of people with their titles, offices, outlets and places.
CREATE TABLE "RegisterEntry" (
    "id" UUID NOT NULL,
    "projectId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "zh" TEXT[],
    "en" TEXT[],
    "note" TEXT NOT NULL DEFAULT '',
    "version" INTEGER NOT NULL DEFAULT 1,
    "memberId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "changedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "RegisterEntry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RegisterTitle" (
    "id" SERIAL NOT NULL,
    "entryId" UUID NOT NULL,
    "place" INTEGER NOT NULL,
    "zh" TEXT[],
    "en" TEXT[],

    CONSTRAINT "RegisterTitle_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "RegisterEntry_projectId_idx" ON "RegisterEntry"("projectId");

-- CreateIndex
CREATE UNIQUE INDEX "RegisterTitle_entryId_place_key" ON "RegisterTitle"("entryId", "place");

-- AddForeignKey
ALTER TABLE "RegisterEntry" ADD CONSTRAINT "RegisterEntry_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "Project"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RegisterEntry" ADD CONSTRAINT "RegisterEntry_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RegisterTitle" ADD CONSTRAINT "RegisterTitle_entryId_fkey" FOREIGN KEY ("entryId") REFERENCES "RegisterEntry"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- An entry has a name in one language at least, a title its words; nothing of them is empty.
ALTER TABLE "RegisterEntry" ADD CONSTRAINT "RegisterEntry_kind" CHECK ("kind" IN ('person', 'title', 'outlet', 'place')),
  ADD CONSTRAINT "RegisterEntry_forms" CHECK (coalesce(cardinality("zh"), 0) + coalesce(cardinality("en"), 0) > 0
    AND '' <> ALL (coalesce("zh", '{}')) AND '' <> ALL (coalesce("en", '{}')));
ALTER TABLE "RegisterTitle" ADD CONSTRAINT "RegisterTitle_forms" CHECK (coalesce(cardinality("zh"), 0) + coalesce(cardinality("en"), 0) > 0
  AND '' <> ALL (coalesce("zh", '{}')) AND '' <> ALL (coalesce("en", '{}')));
