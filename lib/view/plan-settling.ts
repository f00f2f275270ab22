/** What accepting or rejecting tracked changes of many rows would do: which changes are meant, and which stay and why. */
import type { ActingMember } from '../auth/require-member'
import { acceptPieces, baseText, presentText, rejectPieces, type TrackedPiece } from '../bitext/diff'
import type { Side } from '../bitext/text'
import type { Transaction } from '../db'
import { loadTracked, type TrackedSide } from '../revision/tracked'
import type { TextChange } from '../revision/write-texts'
import type { ActedRow } from '../segment/acted-rows'
import type { PreviewSettleInput } from './input'
import { longWork } from './read-texts'
import { changeOf } from './replace-in-rows'
import { refuseInPassing, type SettleRefusal } from './rules'

export type NewAcceptance = {
  segmentId: number
  side: Side
  version: number
  text: string
  textVersion: number
  pieces: TrackedPiece[]
}

export type SettlePlan = {
  /** Rows with a change that is meant, and how many such changes there are. */
  ids: Set<number>
  changes: number
  /** Changes that are waiting in these rows, by who made them; those of several people are everyone's of them. */
  authors: Record<string, number>
  /** Changes that stay, by the reason. */
  refused: Partial<Record<SettleRefusal, number>>
  accepted: NewAcceptance[]
  texts: Record<Side, Map<number, TextChange>>
}

/** Rows looked at in one go: their revisions are held in memory together. */
const AT_ONCE = 200

type Asked = Pick<PreviewSettleInput, 'projectId' | 'verdict' | 'author'>

export async function planSettling(
  tx: Transaction,
  asked: Asked,
  rows: readonly ActedRow[],
  { member, governing }: { member: ActingMember; governing: Side | null },
): Promise<SettlePlan> {
  const plan: SettlePlan = {
    ids: new Set(),
    changes: 0,
    authors: {},
    refused: {},
    accepted: [],
    texts: { zh: new Map(), en: new Map() },
  }
  const work = longWork()
  for (let from = 0; from < rows.length; from += AT_ONCE) {
    await work.breathe()
    const some = new Map(rows.slice(from, from + AT_ONCE).map((row) => [row.id, row]))
    const { projectId } = asked
    for (const tracked of await loadTracked({ projectId, ids: [...some.keys()], base: 'accepted' }, tx)) {
      const row = some.get(tracked.segmentId)
      if (row) planSide(plan, asked, row, tracked, { member, governing })
    }
  }
  return plan
}

function planSide(
  plan: SettlePlan,
  { verdict, author }: Asked,
  row: ActedRow,
  tracked: TrackedSide,
  { member, governing }: { member: ActingMember; governing: Side | null },
): void {
  const hands = handsOf(tracked)
  if (hands.size === 0) return
  for (const one of hands.values()) for (const by of one) plan.authors[by] = (plan.authors[by] ?? 0) + 1
  const wanted = [...hands].filter(([, by]) => author === null || by.has(author))
  const whole = wanted.filter(([, by]) => author === null || by.size === 1).map(([number]) => number)
  refuse(plan, 'several-hands', wanted.length - whole.length)
  const why = row.changed ? 'changed' : verdict === 'reject' ? refuseInPassing(row, tracked.side, governing) : null
  if (why) refuse(plan, why, whole.length)
  if (why || whole.length === 0) return
  const taken = new Set(whole)
  const isTaken = (change: number) => taken.has(change)
  if (verdict === 'accept') plan.accepted.push(acceptanceOf(tracked, isTaken))
  else {
    const text = presentText(rejectPieces(tracked.changes, isTaken))
    const { side } = tracked
    plan.texts[side].set(row.id, changeOf(row, side, text, member, side === 'en' && plan.texts.zh.has(row.id)))
  }
  plan.ids.add(row.id)
  plan.changes += whole.length
}

/** Who made each change that waits. */
function handsOf({ changes }: TrackedSide): Map<number, Set<string>> {
  const hands = new Map<number, Set<string>>()
  for (const { change, by } of changes) {
    if (change === null || by === null) continue
    hands.set(change, (hands.get(change) ?? new Set()).add(by))
  }
  return hands
}

function refuse(plan: SettlePlan, why: SettleRefusal, changes: number): void {
  if (changes > 0) plan.refused[why] = (plan.refused[why] ?? 0) + changes
}

function acceptanceOf(tracked: TrackedSide, isTaken: (change: number) => boolean): NewAcceptance {
  const pieces = acceptPieces(tracked.changes, isTaken)
  const { segmentId, side, version: textVersion, acceptedVersion } = tracked
  return { segmentId, side, version: acceptedVersion + 1, text: baseText(pieces), textVersion, pieces }
}
