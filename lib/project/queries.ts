/** What the pages about projects and members show. */
import type { Actor } from '../auth/actor'
import { requireMember } from '../auth/require-member'
import type { MemberRole } from '../auth/roles'
import type { GoverningRule } from '../bitext/text'
import { db } from '../db'
import { AppError } from '../errors'

export type ProjectRow = {
  id: string
  name: string
  governing: GoverningRule
  role: MemberRole
  documents: number
  members: number
  /** Rows to review: protected ones are not counted, as in the list of documents. */
  segments: number
  /** Of these, how many are revised or further. */
  approved: number
  openDiscrepancies: number
}

/** The projects a person is in, by name. */
export async function listProjects(actor: Actor): Promise<ProjectRow[]> {
  // One statement: counted by Prisma it would be one query a figure, over rows that need not leave the database.
  return db.$queryRaw<ProjectRow[]>`
    SELECT p.id, p.name, p.governing, m.role::text AS role,
      (SELECT count(*)::int FROM "Document" d WHERE d."projectId" = p.id AND d."deletedAt" IS NULL) AS documents,
      (SELECT count(*)::int FROM "Member" o WHERE o."projectId" = p.id AND o."removedAt" IS NULL) AS members,
      coalesce(s.segments, 0) AS segments, coalesce(s.approved, 0) AS approved,
      (SELECT count(*)::int FROM "Discrepancy" x JOIN "Document" d ON d.id = x."documentId"
        WHERE x."projectId" = p.id AND x.state IN ('open', 'proposed') AND d."deletedAt" IS NULL) AS "openDiscrepancies"
    FROM "Member" m JOIN "Project" p ON p.id = m."projectId"
    LEFT JOIN LATERAL (
      SELECT count(*)::int AS segments, count(*) FILTER (WHERE g.status IN ('revised', 'reviewed', 'released'))::int AS approved
      FROM "Segment" g JOIN "Document" d ON d.id = g."documentId"
      WHERE g."projectId" = p.id AND d."deletedAt" IS NULL AND g.position IS NOT NULL AND NOT g.locked) s ON true
    WHERE m."userId" = ${actor.userId}::uuid AND m."removedAt" IS NULL AND p."archivedAt" IS NULL
    ORDER BY lower(p.name), p.id`
}

/** For the header: as light as can be, it is read with every page. */
export async function listProjectNames(actor: Actor): Promise<{ id: string; name: string; role: MemberRole }[]> {
  const members = await db.member.findMany({
    where: { userId: actor.userId, removedAt: null, project: { archivedAt: null } },
    select: { role: true, project: { select: { id: true, name: true } } },
    orderBy: { project: { name: 'asc' } },
  })
  return members.map(({ role, project }) => ({ ...project, role }))
}

export type ProjectView = {
  id: string
  name: string
  governing: GoverningRule
  fourEyes: boolean
  version: number
  memberId: string
  role: MemberRole
}

/** A project as one of its members sees it. */
export async function getProject(actor: Actor, projectId: string): Promise<ProjectView> {
  const member = await requireMember(actor, projectId, 'project.read')
  const project = await db.project.findFirst({
    where: { id: projectId, archivedAt: null },
    select: { id: true, name: true, governing: true, fourEyes: true, version: true },
  })
  if (!project) throw new AppError('not-found', 'not-found')
  return { ...project, governing: project.governing as GoverningRule, memberId: member.id, role: member.role }
}

export type MemberRow = {
  id: string
  userId: string
  name: string
  email: string
  role: MemberRole
  /** Has not set a password yet. */
  pending: boolean
  since: Date
}

/** The present members of a project, managers first, then by name. */
export async function listMembers(actor: Actor, projectId: string): Promise<MemberRow[]> {
  await requireMember(actor, projectId, 'project.read')
  const members = await db.member.findMany({
    where: { projectId, removedAt: null },
    select: {
      id: true,
      userId: true,
      role: true,
      createdAt: true,
      user: { select: { name: true, email: true, passwordHash: true } },
    },
    orderBy: [{ role: 'asc' }, { user: { name: 'asc' } }],
  })
  return members.map(({ user, createdAt, ...member }) => ({
    ...member,
    name: user.name,
    email: user.email,
    pending: user.passwordHash === null,
    since: createdAt,
  }))
}
