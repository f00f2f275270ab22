/** What became of a segment: its texts, its status, what was suggested and accepted. */
import type { Actor } from '../auth/actor'
import { requireMember } from '../auth/require-member'
import { db } from '../db'

/** A row's history is also that of the rows that went into it, however many steps ago. */
export async function listMergedIds(projectId: string, segmentId: number): Promise<number[]> {
  const rows = await db.$queryRaw<{ id: number }[]>`
    WITH RECURSIVE part("id") AS (
      SELECT s."id" FROM "Segment" s JOIN "Document" d ON d."id" = s."documentId" AND d."deletedAt" IS NULL
      WHERE s."id" = ${segmentId} AND s."projectId" = ${projectId}::uuid
      UNION SELECT s."id" FROM "Segment" s JOIN part ON s."mergedIntoId" = part."id"
    ) SELECT "id" FROM part`
  return rows.map(({ id }) => id)
}

const NAME = { select: { id: true, user: { select: { name: true } } } } as const

/** No screen shows more of one row; who needs all of it exports. */
const MOST = 500

/** The history of a segment, newest first. */
export async function getHistory(actor: Actor, { projectId, segmentId }: { projectId: string; segmentId: number }) {
  await requireMember(actor, projectId, 'project.read')
  const where = { projectId, segmentId: { in: await listMergedIds(projectId, segmentId) } }
  const [revisions, transitions, suggestions, acceptances] = await Promise.all([
    db.revision.findMany({
      where,
      orderBy: { id: 'desc' },
      take: MOST,
      select: {
        id: true,
        segmentId: true,
        side: true,
        before: true,
        after: true,
        version: true,
        kind: true,
        createdAt: true,
        member: NAME,
        author: NAME,
      },
    }),
    db.transition.findMany({
      where,
      orderBy: { id: 'desc' },
      take: MOST,
      select: {
        id: true,
        from: true,
        to: true,
        demotion: true,
        verdict: true,
        reason: true,
        createdAt: true,
        member: NAME,
      },
    }),
    db.suggestion.findMany({
      where: { ...where, state: { not: 'accepted' } },
      orderBy: { suggestedAt: 'desc' },
      take: MOST,
      select: {
        id: true,
        side: true,
        base: true,
        text: true,
        note: true,
        state: true,
        reason: true,
        suggestedAt: true,
        settledAt: true,
        suggestedBy: NAME,
        settledBy: NAME,
      },
    }),
    db.acceptance.findMany({
      where,
      orderBy: { id: 'desc' },
      take: MOST,
      select: { id: true, side: true, undo: true, createdAt: true, member: NAME },
    }),
  ])
  return {
    revisions: revisions.map(({ member, author, createdAt, ...rest }) => ({
      ...rest,
      by: member.user.name,
      byId: member.id,
      /** Whose words they are, where a suggestion was taken over. */
      author: author?.user.name ?? null,
      authorId: author?.id ?? null,
      at: createdAt.toISOString(),
    })),
    transitions: transitions.map(told),
    suggestions: suggestions.map(({ suggestedBy, settledBy, suggestedAt, settledAt, ...rest }) => ({
      ...rest,
      by: suggestedBy.user.name,
      byId: suggestedBy.id,
      settledBy: settledBy?.user.name ?? null,
      at: suggestedAt.toISOString(),
      settledAt: settledAt?.toISOString() ?? null,
    })),
    acceptances: acceptances.map(told),
  }
}

function told<Entry extends { member: { id: string; user: { name: string } }; createdAt: Date }>({
  member,
  createdAt,
  ...rest
}: Entry) {
  return { ...rest, by: member.user.name, byId: member.id, at: createdAt.toISOString() }
}

export type History = Awaited<ReturnType<typeof getHistory>>
