import type { Actor } from '../auth/actor'
import { requireMember } from '../auth/require-member'
import { db } from '../db'
import { type Filter, mendFilter } from './filter'

export type View = {
  id: string
  name: string
  filter: Filter
  shared: boolean
  mine: boolean
  by: string
  version: number
}

/** One's own views and those shared with the project, by name. */
export async function listViews(actor: Actor, { projectId }: { projectId: string }): Promise<View[]> {
  const member = await requireMember(actor, projectId, 'project.read')
  const views = await db.savedView.findMany({
    where: { projectId, OR: [{ memberId: member.id }, { shared: true }] },
    orderBy: [{ name: 'asc' }, { createdAt: 'asc' }],
    select: {
      id: true,
      name: true,
      filter: true,
      shared: true,
      version: true,
      memberId: true,
      member: { select: { user: { select: { name: true } } } },
    },
  })
  return views.map(({ memberId, member: { user }, filter, ...view }) => ({
    ...view,
    filter: mendFilter(filter),
    mine: memberId === member.id,
    by: user.name,
  }))
}

export type Speaker = { zh: string; en: string; rows: number }

/** Who speaks in a document, in the order of their first words. */
export async function listSpeakers(
  actor: Actor,
  { projectId, documentId }: { projectId: string; documentId: string },
): Promise<Speaker[]> {
  await requireMember(actor, projectId, 'project.read')
  return await db.$queryRaw<Speaker[]>`
    SELECT s."speakerZh" AS zh, s."speakerEn" AS en, count(*)::int AS rows
    FROM "Segment" s JOIN "Document" d ON d."id" = s."documentId" AND d."deletedAt" IS NULL
    WHERE s."documentId" = ${documentId}::uuid AND s."projectId" = ${projectId}::uuid AND s."position" IS NOT NULL
      AND (s."speakerZh" <> '' OR s."speakerEn" <> '')
    GROUP BY 1, 2 ORDER BY min(s."position") LIMIT 500`
}
