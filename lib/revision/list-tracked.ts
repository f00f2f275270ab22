import { z } from 'zod'
import type { Actor } from '../auth/actor'
import { requireMember } from '../auth/require-member'
import { BASE_NAMES } from './bases'
import { loadTracked, type TrackedSide } from './tracked'

export const TrackedInput = z.object({
  projectId: z.uuid(),
  ids: z.array(z.number().int().positive()).max(200),
  base: z.enum(BASE_NAMES),
})
export type TrackedInput = z.infer<typeof TrackedInput>

/** What changed in several segments at once, and who changed it. A side that was never changed is not among the answers. */
export async function listTracked(actor: Actor, input: TrackedInput): Promise<TrackedSide[]> {
  await requireMember(actor, input.projectId, 'project.read')
  return await loadTracked(input)
}
