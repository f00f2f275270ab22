/** What accepting and rejecting share: the changes as the person saw them, on a row that holds still. */

import type { Transaction } from '../db'
import { AppError } from '../errors'
import type { SettleChangesInput } from './input'
import { loadTracked, type TrackedSide } from './tracked'

/** Another text or another acceptance than the person saw is a conflict: the numbers of the changes would mean others. */
export async function loadSeenChanges(tx: Transaction, input: SettleChangesInput): Promise<TrackedSide> {
  const { projectId, segmentId, side, seenVersion, seenAccepted } = input
  const [segment] = await tx.$queryRaw<{ text: string }[]>`
    SELECT CASE WHEN ${side} = 'zh' THEN s."zh" ELSE s."en" END AS text
    FROM "Segment" s JOIN "Document" d ON d."id" = s."documentId" AND d."deletedAt" IS NULL
    WHERE s."id" = ${segmentId} AND s."projectId" = ${projectId}::uuid AND s."position" IS NOT NULL FOR UPDATE OF s`
  if (!segment) throw new AppError('not-found', 'not-found')
  const tracked = (await loadTracked({ projectId, ids: [segmentId], base: 'accepted' }, tx)).find(
    (one) => one.side === side,
  )
  if (!tracked) throw new AppError('conflict', 'changed-meanwhile')
  if (tracked.version !== seenVersion) {
    throw new AppError('conflict', 'segment-changed', { version: tracked.version, text: segment.text })
  }
  if (tracked.acceptedVersion !== seenAccepted) throw new AppError('conflict', 'changed-meanwhile')
  return tracked
}

export function wanted(changes: SettleChangesInput['changes']): (change: number) => boolean {
  return changes === 'all' ? () => true : (change) => changes.includes(change)
}
