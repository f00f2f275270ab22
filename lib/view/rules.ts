/** Which texts an act on many rows may change. What governs, is protected or released is never changed in passing. */
import type { Side } from '../bitext/text'

export const REPLACE_REFUSALS = ['governs', 'protected', 'released', 'changed', 'too-long', 'unstorable'] as const

export type ReplaceRefusal = (typeof REPLACE_REFUSALS)[number]

/** Why a tracked change among many stays as it is. Accepting changes no text, and is refused only what was changed meanwhile. */
export const SETTLE_REFUSALS = ['several-hands', 'governs', 'protected', 'released', 'changed'] as const

export type SettleRefusal = (typeof SETTLE_REFUSALS)[number]

export function refuseInPassing(
  row: { status: string; locked: boolean },
  side: Side,
  governing: Side | null,
): 'governs' | 'protected' | 'released' | null {
  if (side === governing) return 'governs'
  if (row.status === 'released') return 'released'
  return row.locked ? 'protected' : null
}
