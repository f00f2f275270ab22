import type { Actor } from '../auth/actor'
import { requireMember } from '../auth/require-member'
import type { PullInput, StepAnswer } from './input'
import { pull } from './rules'
import { cutAs, takeStep } from './take-step'
import { arrange, cellsTo } from './window'

/**
 * Sends the text of one side before the caret to the end of the cell before; at 0 or at the end of the text all of it. Sent
 * to a row further up it takes the texts on its way along.
 */
export async function pullText(
  actor: Actor,
  { projectId, documentId, segmentId, side, offset, toSegmentId, seen }: PullInput,
): Promise<StepAnswer> {
  const member = await requireMember(actor, projectId, 'segment.align')
  const place = { projectId, documentId }
  return await takeStep(member, place, {
    kind: 'pull',
    seen,
    named: toSegmentId === undefined ? [segmentId] : [segmentId, toSegmentId],
    rows: (tx) => cellsTo(tx, place, side, segmentId, toSegmentId, true),
    plan: (rows) => cutAs(pull(arrange(rows), side, segmentId, offset, toSegmentId)),
  })
}
