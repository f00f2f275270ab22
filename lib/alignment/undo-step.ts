import type { Actor } from '../auth/actor'
import { requireMember } from '../auth/require-member'
import type { StepAnswer, StepInput } from './input'
import { turnBack } from './turn-back'

/** Takes the last step of the alignment back. Edits made since stay; of approvals given since only those that still hold. */
export async function undoStep(actor: Actor, input: StepInput): Promise<StepAnswer> {
  const member = await requireMember(actor, input.projectId, 'segment.align')
  return await turnBack(member, input, 'undo')
}
