-- Whoever is invited to a project accepts, or does not: an invitation says nothing of whether its address has an account here.
CREATE TABLE "Invitation" (
  "id" UUID NOT NULL,
  "projectId" UUID NOT NULL,
  "email" TEXT NOT NULL,
  "name" TEXT NOT NULL,
  "role" "MemberRole" NOT NULL,
  "secretHash" TEXT NOT NULL,
  "invitedById" UUID NOT NULL,
  "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "expiresAt" TIMESTAMPTZ(3) NOT NULL,
  "acceptedAt" TIMESTAMPTZ(3),
  "withdrawnAt" TIMESTAMPTZ(3),
  CONSTRAINT "Invitation_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "Invitation_secretHash_key" ON "Invitation"("secretHash");
CREATE INDEX "Invitation_email_idx" ON "Invitation"("email");
-- Of one address only the latest is open in a project.
CREATE UNIQUE INDEX "Invitation_open" ON "Invitation"("projectId", "email") WHERE "acceptedAt" IS NULL AND "withdrawnAt" IS NULL;
ALTER TABLE "Invitation" ADD CONSTRAINT "Invitation_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "Project"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "Invitation" ADD CONSTRAINT "Invitation_invitedById_fkey" FOREIGN KEY ("invitedById") REFERENCES "Member"("id") ON DELETE CASCADE ON UPDATE CASCADE;
