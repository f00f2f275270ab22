import type { Actor } from '../auth/actor'
import { requireMember } from '../auth/require-member'
import { db } from '../db'
import { AppError } from '../errors'
import type { RestoreInput } from './input'
import { type Edited, saveText } from './record-edit'

/** Brings an earlier text back, as a revision like any other: nothing after it is lost. */
export async function restoreRevision(
  actor: Actor,
  { projectId, revisionId, state, seenVersion }: RestoreInput,
): Promise<Edited & { text: string }> {
  const member = await requireMember(actor, projectId, 'segment.edit')
  const revision = await db.revision.findFirst({
    where: { id: revisionId, projectId },
    select: { segmentId: true, side: true, before: true, after: true },
  })
  if (!revision) throw new AppError('not-found', 'not-found')
  const text = revision[state]
  const edited = await saveText(
    member,
    { projectId, segmentId: revision.segmentId, side: revision.side, text, seenVersion },
    'restore',
  )
  return { ...edited, text }
}
