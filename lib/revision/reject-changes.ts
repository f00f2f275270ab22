import type { Actor } from '../auth/actor'
import { requireMember } from '../auth/require-member'
import { presentText, rejectPieces } from '../bitext/diff'
import { db } from '../db'
import type { SettleChangesInput } from './input'
import { type Edited, saveText } from './record-edit'
import { loadSeenChanges, wanted } from './settle-changes'

/**
 * Rejects tracked changes: their words are taken back by an edit of its own, which demotes like any other.
 * In the governing text this is a substantive correction. `revisionId` is what restoring would undo.
 */
export async function rejectChanges(
  actor: Actor,
  input: SettleChangesInput,
): Promise<Edited & { text: string; revisionId: number | null }> {
  const { projectId, segmentId, side, seenVersion } = input
  const member = await requireMember(actor, projectId, 'change.settle')
  const tracked = await db.$transaction((tx) => loadSeenChanges(tx, input))
  const text = presentText(rejectPieces(tracked.changes, wanted(input.changes)))
  const save = { projectId, segmentId, side, text, seenVersion, correction: 'substantive' as const }
  const edited = await saveText(member, save, 'reject')
  const revision = await db.revision.findUnique({
    where: { segmentId_side_version: { segmentId, side, version: edited.version } },
    select: { id: true },
  })
  return { ...edited, text, revisionId: edited.changed ? (revision?.id ?? null) : null }
}
