import type { Actor } from '../auth/actor'
import { requireMember } from '../auth/require-member'
import { db } from '../db'

/** The history of a segment, newest first: its changes of text and of status. */
export async function getHistory(actor: Actor, { projectId, segmentId }: { projectId: string; segmentId: number }) {
  await requireMember(actor, projectId, 'project.read')
  const by = { member: { select: { user: { select: { name: true } } } } } as const
  // A row's history is also that of the rows that went into it.
  const ofSegment = {
    projectId,
    segment: { OR: [{ id: segmentId }, { mergedIntoId: segmentId }], document: { deletedAt: null } },
  }
  const [revisions, transitions] = await Promise.all([
    db.revision.findMany({
      where: ofSegment,
      orderBy: { id: 'desc' },
      take: 500,
      select: { id: true, side: true, before: true, after: true, version: true, kind: true, createdAt: true, ...by },
    }),
    db.transition.findMany({
      where: ofSegment,
      orderBy: { id: 'desc' },
      take: 500,
      select: { id: true, from: true, to: true, demotion: true, reason: true, createdAt: true, ...by },
    }),
  ])
  return {
    revisions: revisions.map(({ member, createdAt, ...rest }) => ({
      ...rest,
      by: member.user.name,
      at: createdAt.toISOString(),
    })),
    transitions: transitions.map(({ member, createdAt, ...rest }) => ({
      ...rest,
      by: member.user.name,
      at: createdAt.toISOString(),
    })),
  }
}

export type History = Awaited<ReturnType<typeof getHistory>>
