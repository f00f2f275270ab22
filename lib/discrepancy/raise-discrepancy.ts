import type { Actor } from '../auth/actor'
import { requireMember } from '../auth/require-member'
import { db, type Transaction } from '../db'
import { AppError } from '../errors'
import { record } from '../project/audit'
import { lockRow } from '../segment/lock-row'
import { announceToSaves } from './follow-spans'
import type { RaiseInput } from './input'

type Marked = { from: number; to: number; quote: string } | null

/** Writes down a discrepancy on the exact words of one or both sides. */
export async function raiseDiscrepancy(actor: Actor, input: RaiseInput): Promise<{ id: string; number: number }> {
  const member = await requireMember(actor, input.projectId, 'discrepancy.raise')
  return await db.$transaction((tx) => writeDiscrepancy(tx, actor, member.id, input))
}

/** The same within a larger step, whose caller has asked for the right and, where there are several rows, locked them all first. */
export async function writeDiscrepancy(tx: Transaction, actor: Actor, memberId: string, input: RaiseInput) {
  const { projectId, segmentId, type, severity, zh, en, note } = input
  const segment = await lockRow(tx, projectId, segmentId)
  requireWords(segment.zh, zh)
  requireWords(segment.en, en)
  // The counter's row lock gives the notes of a document their numbers without gaps or doubles.
  const { lastDiscrepancy } = await tx.document.update({
    where: { id: segment.documentId },
    data: { lastDiscrepancy: { increment: 1 } },
    select: { lastDiscrepancy: true },
  })
  const raised = await tx.discrepancy.create({
    data: {
      projectId,
      documentId: segment.documentId,
      segmentId,
      number: lastDiscrepancy,
      type,
      severity,
      ...columns('zh', zh),
      ...columns('en', en),
      note,
      raisedById: memberId,
    },
    select: { id: true, number: true },
  })
  await announceToSaves(tx, segmentId)
  await record(tx, actor, projectId, 'discrepancy.raise', raised.id, { type, severity })
  return raised
}

function requireWords(text: string, marked: Marked) {
  if (marked && text.slice(marked.from, marked.to) !== marked.quote) throw new AppError('conflict', 'span-outside-text')
}

function columns(side: 'zh' | 'en', marked: Marked) {
  return marked ? { [`${side}From`]: marked.from, [`${side}To`]: marked.to, [`${side}Quote`]: marked.quote } : {}
}
