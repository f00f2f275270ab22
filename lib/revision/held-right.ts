/**
 * When a row was last held right: the approvals that nobody took back, and what was said of it while it was stale.
 * An approval that a change of text has outdated still tells what was approved; one that was withdrawn, by a way back or
 * with an act on many rows, tells nothing, unless that was taken back in turn.
 */
import { rank, type SegmentStatus, type StaleVerdict } from '../segment/rules'

/** A transition as it was written. `undo`: it only turns others back. */
export type StatusStep = {
  segmentId: number
  from: SegmentStatus
  to: SegmentStatus
  demotion: boolean
  undo: boolean
  verdict: StaleVerdict | null
  /** What it was said of; null before versions were kept. */
  zhVersion: number | null
  enVersion: number | null
  createdAt: Date
}

type Standing = { step: StatusStep; stands: 'in-force' | 'outdated' | 'withdrawn' }

/** `steps` of one row, oldest first, as the answer is. */
export function heldRight(steps: readonly StatusStep[]): StatusStep[] {
  const held: Standing[] = []
  for (const step of steps) {
    const [from, to] = [rank(step.from), rank(step.to)]
    if (step.verdict || (to > from && !step.undo)) held.push({ step, stands: 'in-force' })
    else if (to > from) reinstate(held, from, to)
    else lower(held, to, step.demotion ? 'outdated' : 'withdrawn')
  }
  return held.filter(({ stands }) => stands !== 'withdrawn').map(({ step }) => step)
}

function lower(held: readonly Standing[], to: number, stands: Standing['stands']) {
  for (const one of held) {
    if (!one.step.verdict && one.stands === 'in-force' && rank(one.step.to) > to) one.stands = stands
  }
}

function reinstate(held: readonly Standing[], from: number, to: number) {
  for (let reached = from + 1; reached <= to; reached++) {
    const last = held.findLast(({ step }) => !step.verdict && rank(step.to) === reached)
    if (last) last.stands = 'in-force'
  }
}

/**
 * What a governing text was last held right at. Approvals could once be given to stale rows: they were given to the words,
 * not to what had been corrected, and are passed over. `corrections`: versions that substantive corrections led to.
 */
export function lastCompared(
  held: readonly StatusStep[],
  versionOf: (step: StatusStep) => number | null,
  corrections: readonly number[],
): StatusStep | undefined {
  let last: StatusStep | undefined
  for (const step of held) {
    const since = (last && versionOf(last)) ?? 0
    const seen = versionOf(step)
    const stale = seen !== null && corrections.some((version) => version > since && version <= seen)
    if (step.verdict || !stale) last = step
  }
  return last
}
