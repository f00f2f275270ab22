-- How a project scores quality.
CREATE TABLE "QualitySetting" (
    "projectId" UUID NOT NULL,
    "unit" "Side" NOT NULL DEFAULT 'en',
    "threshold" DOUBLE PRECISION NOT NULL,
    "acceptable" DOUBLE PRECISION NOT NULL,
    "failOnCritical" BOOLEAN NOT NULL DEFAULT true,
    "difficulty" DOUBLE PRECISION NOT NULL,
    "purpose" INTEGER NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "QualitySetting_pkey" PRIMARY KEY ("projectId")
);

ALTER TABLE "QualitySetting" ADD CONSTRAINT "QualitySetting_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "Project"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Outside these the formulas say nothing: a threshold of 100 leaves no points to lose, no acceptable points divide by nought.
ALTER TABLE "QualitySetting" ADD CONSTRAINT "QualitySetting_threshold" CHECK ("threshold" > 0 AND "threshold" < 100);
ALTER TABLE "QualitySetting" ADD CONSTRAINT "QualitySetting_acceptable" CHECK ("acceptable" > 0 AND "acceptable" <= 1000);
ALTER TABLE "QualitySetting" ADD CONSTRAINT "QualitySetting_difficulty" CHECK ("difficulty" >= 0.5 AND "difficulty" <= 1);
ALTER TABLE "QualitySetting" ADD CONSTRAINT "QualitySetting_purpose" CHECK ("purpose" BETWEEN 1 AND 4);
