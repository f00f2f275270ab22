/**
 * What a step of the work asks of whoever does it, what the work given to a member waits for, and how work goes from hand to
 * hand: the one rule for the first page, the keys, the filter, the lists of work and the commands.
 */
import { can, MEMBER_ROLES, type MemberRole, type Permission } from '../auth/roles'
import { rank, SEGMENT_STATUSES, type SegmentStatus } from '../segment/rules'

export const ASSIGNMENT_STEPS = ['translate', 'revise', 'review', 'final'] as const

export type AssignmentStep = (typeof ASSIGNMENT_STEPS)[number]

/** One act gives out no more pieces than anybody would look through. */
export const MOST_PARTS = 300

/**
 * A row waits for a step once the step before has left it `from`; the step leads it `to`, and who does it must be allowed
 * to say so. Nobody waits for a protected row.
 */
export const WORK: Record<AssignmentStep, { from: SegmentStatus; to: SegmentStatus; permission: Permission }> = {
  translate: { from: 'draft', to: 'translated', permission: 'segment.translate' },
  revise: { from: 'translated', to: 'revised', permission: 'segment.revise' },
  review: { from: 'revised', to: 'reviewed', permission: 'segment.review' },
  final: { from: 'reviewed', to: 'released', permission: 'segment.release' },
}

/** The step a row of this status waits for; null when it waits for none. */
export const STEP_WAITED_FOR: readonly (AssignmentStep | null)[] = SEGMENT_STATUSES.map(
  (status) => ASSIGNMENT_STEPS.find((step) => WORK[step].from === status) ?? null,
)

export function mayDo(role: MemberRole, step: AssignmentStep): boolean {
  return can(role, WORK[step].permission)
}

/** The roles a pool of this step can be meant for. */
export function rolesFor(step: AssignmentStep): MemberRole[] {
  return MEMBER_ROLES.filter((role) => mayDo(role, step))
}

/** Whether work in the pool is there for this role to take. */
export function mayTake(role: MemberRole, step: AssignmentStep, poolRole: MemberRole | null): boolean {
  return mayDo(role, step) && (poolRole === null || poolRole === role)
}

/** `early`: the step before is not done. `stale`: done, but on a governing text that has changed since. */
export type RowProgress = 'early' | 'waiting' | 'stale' | 'done'

export function rowProgress(
  step: AssignmentStep,
  { status, stale }: { status: SegmentStatus; stale: boolean },
): RowProgress {
  const { from, to } = WORK[step]
  if (rank(status) >= rank(to)) return stale ? 'stale' : 'done'
  return status === from ? 'waiting' : 'early'
}

export const HAND_OVER_ACTS = ['take', 'hand-over', 'decline', 'return', 'withdraw'] as const

export type HandOverAct = (typeof HAND_OVER_ACTS)[number]
