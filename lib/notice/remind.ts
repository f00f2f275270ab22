import { db, Prisma } from '../db'

const SOON_HOURS = 24

/** The moments of work that is still to be told of, in projects and documents that are there. */
const OPEN = Prisma.sql`"Assignment" a JOIN "Document" d ON d."id" = a."documentId" AND d."deletedAt" IS NULL
  JOIN "Project" p ON p."id" = a."projectId" AND p."archivedAt" IS NULL`

/**
 * Tells managers of work that fell due and is not done, at somebody else's or in the pool: once for each piece.
 */
async function remindManagers(): Promise<number> {
  return db.$executeRaw`
    INSERT INTO "Notice" ("userId", "projectId", "documentId", "kind", "subject")
    SELECT m."userId", a."projectId", a."documentId", 'late', a."id"::text
    FROM ${OPEN} JOIN "Member" m ON m."projectId" = a."projectId" AND m."role" = 'manager' AND m."removedAt" IS NULL
    WHERE a."state" = 'active' AND a."dueAt" < now() AND a."memberId" IS DISTINCT FROM m."id"
    ON CONFLICT DO NOTHING`
}

/**
 * Tells those who have work that falls due within a day, or has fallen due: once each, however often this runs and in
 * however many processes. Work given with less than a day to go is not announced twice.
 */
export async function remindOfDates(): Promise<number> {
  const told = await db.$executeRaw`
    INSERT INTO "Notice" ("userId", "projectId", "documentId", "kind", "subject")
    SELECT m."userId", a."projectId", a."documentId", CASE WHEN a."dueAt" < now() THEN 'overdue' ELSE 'due' END, a."id"::text
    FROM ${OPEN} JOIN "Member" m ON m."id" = a."memberId" AND m."removedAt" IS NULL
    WHERE a."state" = 'active' AND a."dueAt" < now() + make_interval(hours => ${SOON_HOURS}::int)
      AND (a."dueAt" < now() OR a."createdAt" < a."dueAt" - make_interval(hours => ${SOON_HOURS}::int))
    ON CONFLICT DO NOTHING`
  return told + (await remindManagers())
}
