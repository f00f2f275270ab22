import type { Actor } from '../auth/actor'
import { requireMember } from '../auth/require-member'
import { acceptPieces, baseText } from '../bitext/diff'
import { db } from '../db'
import { AppError } from '../errors'
import type { SettleChangesInput } from './input'
import { loadSeenChanges, wanted } from './settle-changes'

/** Accepts tracked changes: they belong to what later changes are held against. The text stays as it is, and so does its status. */
export async function acceptChanges(actor: Actor, input: SettleChangesInput): Promise<{ acceptedVersion: number }> {
  const { projectId, segmentId, side } = input
  const member = await requireMember(actor, projectId, 'change.settle')
  return await db.$transaction(async (tx) => {
    const tracked = await loadSeenChanges(tx, input)
    const pieces = acceptPieces(tracked.changes, wanted(input.changes))
    const version = tracked.acceptedVersion + 1
    if (pieces.length > 0 && baseText(pieces) === baseText(tracked.changes)) {
      throw new AppError('conflict', 'changed-meanwhile')
    }
    await tx.acceptance.create({
      data: {
        projectId,
        documentId: tracked.documentId,
        segmentId,
        side,
        version,
        text: baseText(pieces),
        textVersion: tracked.version,
        pieces,
        memberId: member.id,
      },
    })
    return { acceptedVersion: version }
  })
}
