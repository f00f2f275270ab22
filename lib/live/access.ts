/** Who of those that follow a document may still see it: asked for all of them at once. */
import type { MemberRole } from '../auth/roles'
import type { Query } from './change-log'

export type Holder = {
  userId: string
  sessionVersion: number
  sessionId?: string
  projectId: string
  documentId: string
}

const STILL = `
  SELECT (f.n - 1)::int AS index, m."role"
  FROM unnest($1::uuid[], $2::int[], $3::uuid[], $4::uuid[], $5::uuid[]) WITH ORDINALITY AS f(person, version, session, project, document, n)
    JOIN "User" u ON u."id" = f.person AND u."sessionVersion" = f.version AND u."disabledAt" IS NULL
    JOIN "Member" m ON m."userId" = u."id" AND m."projectId" = f.project AND m."removedAt" IS NULL
    JOIN "Project" p ON p."id" = f.project AND p."archivedAt" IS NULL
    JOIN "Document" d ON d."id" = f.document AND d."projectId" = p."id" AND d."deletedAt" IS NULL
  WHERE f.session IS NULL OR EXISTS (SELECT 1 FROM "Session" s WHERE s."id" = f.session AND s."endedAt" IS NULL)`

/** The role of each holder, or null for those who have none any more. */
export async function rolesNow(query: Query, holders: readonly Holder[]): Promise<(MemberRole | null)[]> {
  const rows = await query<{ index: number; role: MemberRole }>(STILL, [
    holders.map(({ userId }) => userId),
    holders.map(({ sessionVersion }) => sessionVersion),
    holders.map(({ sessionId }) => sessionId ?? null),
    holders.map(({ projectId }) => projectId),
    holders.map(({ documentId }) => documentId),
  ])
  const roles = new Map(rows.map(({ index, role }) => [index, role]))
  return holders.map((_, index) => roles.get(index) ?? null)
}
