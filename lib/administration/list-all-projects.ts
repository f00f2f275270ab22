import type { Actor } from '../auth/actor'
import { db } from '../db'
import { requireAdministrator } from './require-administrator'

export type ProjectState = 'open' | 'archived' | 'deleted'

export type AdministeredProject = {
  id: string
  name: string
  state: ProjectState
  deletedAt: Date | null
  documents: number
  members: number
  managers: string[]
  /** Bytes: rows with their history, files as they came in, editions. Without indexes and what PostgreSQL adds. */
  texts: number
  sources: number
  editions: number
  lastChangeAt: Date | null
}

/** All projects there are, those open first. */
export async function listAllProjects(actor: Actor): Promise<AdministeredProject[]> {
  requireAdministrator(actor)
  const rows = await db.$queryRaw<AdministeredProject[]>`
    SELECT p."id", p."name", p."deletedAt",
      CASE WHEN p."deletedAt" IS NOT NULL THEN 'deleted' WHEN p."archivedAt" IS NOT NULL THEN 'archived' ELSE 'open' END AS "state",
      (SELECT count(*)::int FROM "Document" d WHERE d."projectId" = p."id" AND d."deletedAt" IS NULL) AS "documents",
      (SELECT count(*)::int FROM "Member" m WHERE m."projectId" = p."id" AND m."removedAt" IS NULL) AS "members",
      ARRAY(SELECT u."name" FROM "Member" m JOIN "User" u ON u."id" = m."userId"
        WHERE m."projectId" = p."id" AND m."removedAt" IS NULL AND m."role" = 'manager' ORDER BY 1) AS "managers",
      coalesce(t."bytes", 0)::float8 + coalesce(h."bytes", 0)::float8 AS "texts",
      coalesce(s."bytes", 0)::float8 AS "sources", coalesce(e."bytes", 0)::float8 AS "editions", t."changedAt" AS "lastChangeAt"
    FROM "Project" p
      LEFT JOIN (SELECT "projectId", sum(octet_length("zh") + octet_length("en") + octet_length("zhTail") + octet_length("enTail")) AS "bytes",
        max("changedAt") AS "changedAt" FROM "Segment" GROUP BY 1) t ON t."projectId" = p."id"
      LEFT JOIN (SELECT "projectId", sum(octet_length("before") + octet_length("after")) AS "bytes" FROM "Revision" GROUP BY 1) h ON h."projectId" = p."id"
      LEFT JOIN (SELECT "projectId", sum(octet_length("bytes") + octet_length("text")) AS "bytes" FROM "Source" GROUP BY 1) s ON s."projectId" = p."id"
      LEFT JOIN (SELECT "projectId", sum(octet_length("content")) AS "bytes" FROM "Edition" GROUP BY 1) e ON e."projectId" = p."id"
    ORDER BY p."deletedAt" IS NOT NULL, p."archivedAt" IS NOT NULL, lower(p."name"), p."id"`
  return rows
}
