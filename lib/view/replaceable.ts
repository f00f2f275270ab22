/** Which texts a replacement may touch. What governs, is protected or released is never changed in passing. */
import type { Side } from '../bitext/text'
import { type GoverningRule, SIDES } from '../bitext/text'
import { db, type Transaction } from '../db'
import { AppError } from '../errors'
import { governingSide } from '../segment/rules'

export const REPLACE_REFUSALS = ['governs', 'protected', 'released', 'changed', 'too-long', 'unstorable'] as const

export type ReplaceRefusal = (typeof REPLACE_REFUSALS)[number]

/** The side that governs, where there is another for it to govern. */
export async function findGoverningSide(
  projectId: string,
  documentId: string,
  tx: Transaction = db,
): Promise<Side | null> {
  const document = await tx.document.findFirst({
    where: { id: documentId, projectId, deletedAt: null },
    select: { governing: true, sources: { select: { side: true } } },
  })
  if (!document) throw new AppError('not-found', 'not-found')
  const whole = SIDES.every((side) => document.sources.some((source) => source.side === side))
  return whole ? governingSide(document.governing as GoverningRule) : null
}

export function refuseReplacing(
  row: { status: string; locked: boolean },
  side: Side,
  governing: Side | null,
): ReplaceRefusal | null {
  if (side === governing) return 'governs'
  if (row.status === 'released') return 'released'
  return row.locked ? 'protected' : null
}
