import type { Actor } from '../auth/actor'
import { requireMember } from '../auth/require-member'
import { loadLexicon } from '../lexicon'
import { bestBorder } from './best-border'
import type { SplitInput, StepAnswer } from './input'
import { split } from './rules'
import { cutAs, takeStep } from './take-step'
import { arrange } from './window'

/** Makes two rows of one: the given side is cut at the caret, the other where it was asked to be, else at the border of sentences that fits best. */
export async function splitRow(
  actor: Actor,
  { projectId, documentId, segmentId, side, offset, otherOffset, seen }: SplitInput,
): Promise<StepAnswer> {
  const member = await requireMember(actor, projectId, 'segment.align')
  return await takeStep(
    member,
    { projectId, documentId },
    {
      kind: 'split',
      seen,
      named: [segmentId],
      rows: async () => [segmentId],
      plan: (rows) => {
        const other = otherOffset ?? bestBorder(rows[0], side, offset, loadLexicon())
        return cutAs(split(arrange(rows), side, segmentId, offset, other))
      },
    },
  )
}
