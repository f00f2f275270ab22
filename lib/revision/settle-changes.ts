/** What accepting and rejecting share: the changes as the person saw them, on a row that holds still. */

import type { Transaction } from '../db'
import { AppError } from '../errors'
import { lockRow } from '../segment/lock-row'
import type { SettleChangesInput } from './input'
import { loadTracked, type TrackedSide } from './tracked'

/** Another text or another acceptance than the person saw is a conflict: the numbers of the changes would mean others. */
export async function loadSeenChanges(
  tx: Transaction,
  input: SettleChangesInput,
): Promise<TrackedSide & { documentId: string }> {
  const { projectId, segmentId, side, seenVersion, seenAccepted } = input
  const row = await lockRow(tx, projectId, segmentId)
  const tracked = (await loadTracked({ projectId, ids: [segmentId], base: 'accepted' }, tx)).find(
    (one) => one.side === side,
  )
  if (!tracked) throw new AppError('conflict', 'changed-meanwhile')
  if (tracked.version !== seenVersion) {
    throw new AppError('conflict', 'segment-changed', { version: tracked.version, text: row[side] })
  }
  if (tracked.acceptedVersion !== seenAccepted) throw new AppError('conflict', 'changed-meanwhile')
  return { ...tracked, documentId: row.documentId }
}

export function wanted(changes: SettleChangesInput['changes']): (change: number) => boolean {
  return changes === 'all' ? () => true : (change) => changes.includes(change)
}
