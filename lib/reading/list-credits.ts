import type { Actor } from '../auth/actor'
import { requireMember } from '../auth/require-member'
import { db } from '../db'

export type Credit = { id: number; zh: string; en: string }

/** More lines of credits than this no page shows. */
const MOST_CREDITS = 50

/** The credit lines of a document, in its order. */
export async function listCredits(
  actor: Actor,
  { projectId, documentId }: { projectId: string; documentId: string },
): Promise<Credit[]> {
  await requireMember(actor, projectId, 'project.read')
  return await db.segment.findMany({
    where: { projectId, documentId, kind: 'credit', position: { not: null }, document: { deletedAt: null } },
    orderBy: { position: 'asc' },
    take: MOST_CREDITS,
    select: { id: true, zh: true, en: true },
  })
}
