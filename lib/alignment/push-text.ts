import type { Actor } from '../auth/actor'
import { requireMember } from '../auth/require-member'
import type { PushInput, StepAnswer } from './input'
import { push } from './rules'
import { cutAs, takeStep } from './take-step'
import { arrange, cellsTo } from './window'

/**
 * Sends the text of one side from the caret on to the head of the next cell in that side's own order; at 0 all of it. Sent
 * to a row further down it takes the texts on its way along, as if each had been pushed in its turn, but in one step.
 */
export async function pushText(
  actor: Actor,
  { projectId, documentId, segmentId, side, offset, toSegmentId, seen }: PushInput,
): Promise<StepAnswer> {
  const member = await requireMember(actor, projectId, 'segment.align')
  const place = { projectId, documentId }
  return await takeStep(member, place, {
    kind: 'push',
    seen,
    named: toSegmentId === undefined ? [segmentId] : [segmentId, toSegmentId],
    rows: (tx) => cellsTo(tx, place, side, segmentId, toSegmentId),
    plan: (rows) => cutAs(push(arrange(rows), side, segmentId, offset, toSegmentId)),
  })
}
