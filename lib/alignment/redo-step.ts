import type { Actor } from '../auth/actor'
import { requireMember } from '../auth/require-member'
import type { StepAnswer, StepInput } from './input'
import { turnBack } from './turn-back'

/** Does the step again that was undone last. */
export async function redoStep(actor: Actor, input: StepInput): Promise<StepAnswer> {
  const member = await requireMember(actor, input.projectId, 'segment.align')
  return await turnBack(member, input, 'redo')
}
