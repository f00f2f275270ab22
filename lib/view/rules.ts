/** Which texts a replacement may touch. What governs, is protected or released is never changed in passing. */
import type { Side } from '../bitext/text'

export const REPLACE_REFUSALS = ['governs', 'protected', 'released', 'changed', 'too-long', 'unstorable'] as const

export type ReplaceRefusal = (typeof REPLACE_REFUSALS)[number]

export function refuseReplacing(
  row: { status: string; locked: boolean },
  side: Side,
  governing: Side | null,
): ReplaceRefusal | null {
  if (side === governing) return 'governs'
  if (row.status === 'released') return 'released'
  return row.locked ? 'protected' : null
}
