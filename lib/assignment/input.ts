import { z } from 'zod'
import { StorableText } from '../revision/input'

export const ASSIGNMENT_STEPS = ['translate', 'revise', 'review', 'final'] as const

export type AssignmentStep = (typeof ASSIGNMENT_STEPS)[number]

export const AssignInput = z.object({
  projectId: z.uuid(),
  documentId: z.uuid(),
  memberId: z.uuid(),
  /** Both ends belong to the range. */
  fromSegmentId: z.number().int().positive(),
  toSegmentId: z.number().int().positive(),
  step: z.enum(ASSIGNMENT_STEPS),
  dueAt: z.coerce.date().nullable().default(null),
  instruction: StorableText.max(2_000).default(''),
})
export type AssignInput = z.infer<typeof AssignInput>

export const CloseInput = z.object({
  projectId: z.uuid(),
  assignmentId: z.uuid(),
  seenVersion: z.number().int().positive(),
})
export type CloseInput = z.infer<typeof CloseInput>
