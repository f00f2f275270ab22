/** Which texts an act on many rows may change, and who may take an act on many rows back. */
import type { ActingMember } from '../auth/require-member'
import { can } from '../auth/roles'
import type { Side } from '../bitext/text'
import { findStep, type SegmentStatus } from '../segment/rules'

export const MOST_REPLACED_AT_ONCE = 500

export const REPLACE_REFUSALS = ['governs', 'protected', 'released', 'changed', 'too-long', 'unstorable'] as const

export type ReplaceRefusal = (typeof REPLACE_REFUSALS)[number]

/** Why a tracked change among many stays as it is. Accepting changes no text, and is refused only what was changed meanwhile. */
export const SETTLE_REFUSALS = ['several-hands', 'governs', 'protected', 'released', 'changed'] as const

export type SettleRefusal = (typeof SETTLE_REFUSALS)[number]

/** What governs, is protected or released is never changed in passing. */
export function refuseInPassing(
  row: { status: string; locked: boolean },
  side: Side,
  governing: Side | null,
): 'governs' | 'protected' | 'released' | null {
  if (side === governing) return 'governs'
  if (row.status === 'released') return 'released'
  return row.locked ? 'protected' : null
}

export type BatchStep = { from: SegmentStatus; to: SegmentStatus }

const NEEDED = { replace: 'segment.edit', accept: 'change.settle', reject: 'change.settle' } as const

/**
 * Whoever did it, or a manager; and only with the rights that doing it takes. One who may no longer approve does not take
 * old approvals back either: each way back asks for the same right as the step it reverses.
 */
export function mayUndoBatch(
  { id, role }: Pick<ActingMember, 'id' | 'role'>,
  { kind, memberId, steps }: { kind: string; memberId: string; steps: readonly BatchStep[] },
): boolean {
  if (memberId !== id && !can(role, 'project.manage')) return false
  const needed = NEEDED[kind as keyof typeof NEEDED]
  if (needed) return can(role, needed)
  return steps.every(({ from, to }) => {
    const step = findStep(from, to)
    return step !== undefined && can(role, step.permission)
  })
}
