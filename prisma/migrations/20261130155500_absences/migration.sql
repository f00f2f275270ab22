-- People say when they are away, so that work is not given to an empty chair. Days are calendar days on the clock of the zone.
CREATE TABLE "Absence" (
  "id" UUID NOT NULL,
  "userId" UUID NOT NULL,
  "from" DATE NOT NULL,
  "to" DATE NOT NULL,
  "zone" TEXT NOT NULL,
  "reason" TEXT NOT NULL DEFAULT '',
  "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "Absence_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "Absence_days" CHECK ("from" <= "to")
);
CREATE INDEX "Absence_userId_to_idx" ON "Absence"("userId", "to");
ALTER TABLE "Absence" ADD CONSTRAINT "Absence_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;
