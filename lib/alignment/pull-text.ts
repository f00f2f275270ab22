import type { Actor } from '../auth/actor'
import { requireMember } from '../auth/require-member'
import type { PullInput, StepAnswer } from './input'
import { pull } from './rules'
import { cutAs, takeStep } from './take-step'
import { arrange, cellsFrom } from './window'

/** Sends the text of one side before the caret to the end of the cell before; at 0 or at the end of the text all of it. */
export async function pullText(
  actor: Actor,
  { projectId, documentId, segmentId, side, offset, seen }: PullInput,
): Promise<StepAnswer> {
  const member = await requireMember(actor, projectId, 'segment.align')
  const place = { projectId, documentId }
  return await takeStep(member, place, {
    kind: 'pull',
    seen,
    named: [segmentId],
    rows: async (tx) => (await cellsFrom(tx, place, side, segmentId, 2, true)).map(({ id }) => id),
    plan: (rows) => cutAs(pull(arrange(rows), side, segmentId, offset)),
  })
}
