import { db } from '../db'

const SOON_HOURS = 24

/**
 * Tells those who have work that falls due within a day, or has fallen due: once each, however often this runs and in
 * however many processes. Work given with less than a day to go is not announced twice.
 */
export async function remindOfDates(): Promise<number> {
  return db.$executeRaw`
    INSERT INTO "Notice" ("userId", "projectId", "documentId", "kind", "subject")
    SELECT m."userId", a."projectId", a."documentId", CASE WHEN a."dueAt" < now() THEN 'overdue' ELSE 'due' END, a."id"::text
    FROM "Assignment" a JOIN "Member" m ON m."id" = a."memberId" AND m."removedAt" IS NULL
      JOIN "Document" d ON d."id" = a."documentId" AND d."deletedAt" IS NULL
      JOIN "Project" p ON p."id" = a."projectId" AND p."archivedAt" IS NULL
    WHERE a."state" = 'active' AND a."dueAt" < now() + make_interval(hours => ${SOON_HOURS}::int)
      AND (a."dueAt" < now() OR a."createdAt" < a."dueAt" - make_interval(hours => ${SOON_HOURS}::int))
    ON CONFLICT DO NOTHING`
}
