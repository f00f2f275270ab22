import { type GoverningRule, SIDES, type Side } from '../bitext/text'
import { db, type Transaction } from '../db'
import { AppError } from '../errors'
import { governingSide } from './rules'

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
