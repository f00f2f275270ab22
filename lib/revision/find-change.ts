import { z } from 'zod'
import type { Actor } from '../auth/actor'
import { requireMember } from '../auth/require-member'
import { db } from '../db'
import { loadTracked } from './tracked'

export const FindChangeInput = z.object({
  projectId: z.uuid(),
  documentId: z.uuid(),
  segmentId: z.coerce.number().int().positive(),
  direction: z.enum(['next', 'previous']),
})
export type FindChangeInput = z.infer<typeof FindChangeInput>

/** Rows looked at in one go; most changed rows still have a change that waits. */
const AT_ONCE = 40

/** The nearest row after (or before) this one with changes that nobody has accepted; null when there is none. */
export async function findChange(
  actor: Actor,
  { projectId, documentId, segmentId, direction }: FindChangeInput,
): Promise<{ segmentId: number | null }> {
  await requireMember(actor, projectId, 'project.read')
  let from = segmentId
  for (;;) {
    const ids = await changedRows(projectId, documentId, from, direction)
    const tracked = await loadTracked({ projectId, ids, base: 'accepted' })
    const waiting = new Set(
      tracked.filter(({ changes }) => changes.some(({ change }) => change !== null)).map((one) => one.segmentId),
    )
    const found = ids.find((id) => waiting.has(id))
    if (found !== undefined) return { segmentId: found }
    if (ids.length < AT_ONCE) return { segmentId: null }
    from = ids.at(-1) ?? from
  }
}

async function changedRows(projectId: string, documentId: string, from: number, direction: 'next' | 'previous') {
  const { position } = (await db.segment.findFirst({
    where: { id: from, projectId, documentId },
    select: { position: true },
  })) ?? { position: null }
  if (position === null) return []
  const next = direction === 'next'
  const rows = await db.segment.findMany({
    where: {
      projectId,
      documentId,
      document: { deletedAt: null },
      position: next ? { gt: position } : { lt: position },
      OR: [{ zhVersion: { gt: 1 } }, { enVersion: { gt: 1 } }],
    },
    orderBy: { position: next ? 'asc' : 'desc' },
    take: AT_ONCE,
    select: { id: true },
  })
  return rows.map(({ id }) => id)
}
