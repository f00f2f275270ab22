import type { Actor } from '../auth/actor'
import { requireMember } from '../auth/require-member'
import type { StepAnswer, SwapInput } from './input'
import { swap } from './rules'
import { cutAs, takeStep } from './take-step'
import { arrange, withNeighbours } from './window'

/** Two rows exchange their English. Each text keeps its place in the order of its own side. */
export async function swapEnglish(
  actor: Actor,
  { projectId, documentId, segmentId, withSegmentId, seen }: SwapInput,
): Promise<StepAnswer> {
  const member = await requireMember(actor, projectId, 'segment.align')
  return await takeStep(
    member,
    { projectId, documentId },
    {
      kind: 'swap',
      seen,
      named: [segmentId, withSegmentId],
      rows: (tx) => withNeighbours(tx, { projectId, documentId }, [segmentId, withSegmentId]),
      plan: (rows) =>
        cutAs(segmentId === withSegmentId ? null : swap(arrange(rows), segmentId, withSegmentId), { crosses: true }),
    },
  )
}
