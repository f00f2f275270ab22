/** Acts at random on the governing text and on what follows from it: corrections, verdicts, tracked changes settled. */
import { db } from '../../lib/db'
import { acceptChanges } from '../../lib/revision/accept-changes'
import { EditInput } from '../../lib/revision/input'
import { recordEdit } from '../../lib/revision/record-edit'
import { rejectChanges } from '../../lib/revision/reject-changes'
import { loadTracked } from '../../lib/revision/tracked'
import { settleStale } from '../../lib/segment/settle-stale'
import { type Act, type Hand, liveRows, newMark, pick, someRow, type Table } from './random-table'

/** Adds one sign to the Chinese, so that without such signs it reads for ever as it was brought in. */
async function correct(table: Table, hand: Hand) {
  const row = await someRow(table, hand)
  const signs = [...row.zh]
  signs.splice(Math.floor(hand.random() * (signs.length + 1)), 0, newMark(table))
  const text = signs.join('')
  const correction = hand.random() < 0.7 ? 'substantive' : 'editorial'
  const at = { projectId: table.w.projectId, segmentId: row.id, side: 'zh', text, seenVersion: row.zhVersion }
  const { version } = await recordEdit(hand.actor, EditInput.parse({ ...at, correction }))
  table.acknowledged.push({ segmentId: row.id, side: 'zh', text, version })
  return true
}

async function settle(table: Table, hand: Hand) {
  const stale = (await liveRows(table)).filter((row) => row.stale)
  if (stale.length === 0) return false
  const { id: segmentId, zhVersion, enVersion } = pick(hand, stale)
  await settleStale(hand.actor, { projectId: table.w.projectId, segmentId, seen: { zhVersion, enVersion } })
  return true
}

function settlingChanges(verdict: 'accept' | 'reject'): Act {
  return async (table, hand) => {
    const { projectId } = table.w
    const changed = (await liveRows(table)).filter(({ zhVersion, enVersion }) => zhVersion + enVersion > 2)
    if (changed.length === 0) return false
    const segmentId = pick(hand, changed).id
    const tracked = await loadTracked({ projectId, ids: [segmentId], base: 'accepted' })
    if (tracked.length === 0) return false
    const { side, changes, version: seenVersion, acceptedVersion: seenAccepted } = pick(hand, tracked)
    const numbers = [...new Set(changes.flatMap(({ change }) => (change === null ? [] : [change])))]
    if (numbers.length === 0) return false
    const some = hand.random() < 0.5 ? ('all' as const) : [pick(hand, numbers)]
    const input = { projectId, segmentId, side, changes: some, seenVersion, seenAccepted }
    if (verdict === 'accept') await acceptChanges(hand.actor, input)
    else {
      const { version, text, changed: saved } = await rejectChanges(hand.actor, input)
      if (saved) table.acknowledged.push({ segmentId, side, text, version })
    }
    return true
  }
}

export const CORRECTION_ACTS: [string, Act][] = [
  ['correct', correct],
  ['still correct', settle],
  ['accept changes', settlingChanges('accept')],
  ['reject changes', settlingChanges('reject')],
]

/** What is approved has been held against the governing text as it is. */
export async function listApprovedStale(documentId: string) {
  return await db.segment.findMany({
    where: { documentId, position: { not: null }, stale: true, status: { in: ['revised', 'reviewed', 'released'] } },
    select: { id: true, status: true },
  })
}
