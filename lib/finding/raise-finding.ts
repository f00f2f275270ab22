import type { Actor } from '../auth/actor'
import { requireMember } from '../auth/require-member'
import { sayCheckMessage } from '../bitext/check'
import { MESSAGES, type MessageId } from '../bitext/check/messages'
import type { Side } from '../bitext/text'
import { db } from '../db'
import { raiseDiscrepancy } from '../discrepancy/raise-discrepancy'
import { AppError } from '../errors'
import { findFinding } from './find-finding'
import type { RaiseFindingInput } from './input'
import { discrepancyOf } from './rules'

type Row = Awaited<ReturnType<typeof findFinding>>

/**
 * Writes a finding down as a discrepancy: its type and severity by what the check found, its words marked on both sides,
 * what it says as the note. Without words of its own it marks the whole text.
 */
export async function raiseFinding(actor: Actor, input: RaiseFindingInput): Promise<{ id: string; number: number }> {
  const { projectId, segmentId, key } = input
  const member = await requireMember(actor, projectId, 'discrepancy.raise')
  const finding = await findFinding(db, { projectId, segmentId, key })
  const note = input.note === '' ? said(finding) : input.note
  const [zh, en] = [marked(finding, 'zh'), marked(finding, 'en')]
  if (!zh && !en) throw new AppError('conflict', 'finding-gone')
  const raised = await raiseDiscrepancy(actor, { projectId, segmentId, ...discrepancyOf(finding), zh, en, note })
  const { documentId, check } = finding
  await db.findingOutcome.createMany({
    data: [{ projectId, documentId, segmentId, check, key, outcome: 'raised', memberId: member.id }],
    skipDuplicates: true,
  })
  return raised
}

function said({ says, values }: Row): string {
  return says in MESSAGES ? sayCheckMessage(says as MessageId, values as Record<string, string | number>) : ''
}

function marked(finding: Row, side: Side) {
  const quote = finding[`${side}Words`]
  const from = finding[`${side}From`] ?? 0
  return quote === '' ? null : { from, to: finding[`${side}To`] ?? from + quote.length, quote }
}
