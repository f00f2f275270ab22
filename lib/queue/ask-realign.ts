import type { RealignInput } from '../alignment/input'
import type { Actor } from '../auth/actor'
import { requireMember } from '../auth/require-member'
import { db } from '../db'
import { AppError } from '../errors'
import { readyToSend } from '../jobs/boss'
import { startJob } from '../jobs/start-job'
import { ROWS_REALIGNED_AT_ONCE } from './rules'

/** Hands a long alignment anew to a worker; null where it is short, and is done while one waits (lib/alignment/realign.ts). */
export async function askRealign(
  actor: Actor,
  { projectId, documentId, range }: RealignInput,
  atOnce = ROWS_REALIGNED_AT_ONCE,
): Promise<{ jobId: string } | null> {
  const member = await requireMember(actor, projectId, 'segment.align')
  const document = await db.document.findFirst({
    where: { id: documentId, projectId, deletedAt: null },
    select: { title: true },
  })
  if (!document) throw new AppError('not-found', 'not-found')
  if ((await countRows({ projectId, documentId, range })) <= atOnce) return null
  await readyToSend()
  const job = {
    ...{ projectId, memberId: member.id, sessionId: actor.sessionId ?? null },
    ...{ kind: 'alignment.realign' as const, title: document.title, input: { documentId, range } },
  }
  return await db.$transaction((tx) => startJob(tx, job))
}

async function countRows({ projectId, documentId, range }: RealignInput): Promise<number> {
  const here = { projectId, documentId }
  if (!range) return await db.segment.count({ where: { ...here, position: { not: null } } })
  const ends = await db.segment.findMany({
    where: { ...here, id: { in: [range.fromSegmentId, range.toSegmentId] } },
    select: { position: true },
  })
  const positions = ends.flatMap(({ position }) => position ?? [])
  if (positions.length === 0) return 0
  const between = { gte: Math.min(...positions), lte: Math.max(...positions) }
  return await db.segment.count({ where: { ...here, position: between } })
}
