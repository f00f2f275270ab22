import type { Actor } from '../auth/actor'
import { requireMember } from '../auth/require-member'
import type { PushInput, StepAnswer } from './input'
import { push } from './rules'
import { cutAs, takeStep } from './take-step'
import { arrange, cellsFrom } from './window'

/** Sends the text of one side from the caret on to the head of the next cell in that side's own order; at 0 all of it. */
export async function pushText(
  actor: Actor,
  { projectId, documentId, segmentId, side, offset, seen }: PushInput,
): Promise<StepAnswer> {
  const member = await requireMember(actor, projectId, 'segment.align')
  const place = { projectId, documentId }
  return await takeStep(member, place, {
    kind: 'push',
    seen,
    named: [segmentId],
    rows: async (tx) => (await cellsFrom(tx, place, side, segmentId, 2)).map(({ id }) => id),
    plan: (rows) => cutAs(push(arrange(rows), side, segmentId, offset)),
  })
}
