/** What the work given to a member waits for: the one rule for the first page, the keys, the filter and the lists of work. */
import { SEGMENT_STATUSES, type SegmentStatus } from '../segment/rules'
import { ASSIGNMENT_STEPS, type AssignmentStep } from './input'

/** A row waits for a step once the step before has left it `from`; the step leads it `to`. Nobody waits for a protected row. */
export const WORK: Record<AssignmentStep, { from: SegmentStatus; to: SegmentStatus }> = {
  translate: { from: 'draft', to: 'translated' },
  revise: { from: 'translated', to: 'revised' },
  review: { from: 'revised', to: 'reviewed' },
  final: { from: 'reviewed', to: 'released' },
}

/** The step a row of this status waits for; null when it waits for none. */
export const STEP_WAITED_FOR: readonly (AssignmentStep | null)[] = SEGMENT_STATUSES.map(
  (status) => ASSIGNMENT_STEPS.find((step) => WORK[step].from === status) ?? null,
)
