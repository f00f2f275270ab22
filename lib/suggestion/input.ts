import { z } from 'zod'
import { HeldAgainst, StorableText } from '../revision/input'

export const SuggestInput = z.object({
  projectId: z.uuid(),
  segmentId: z.number().int().positive(),
  side: z.enum(['zh', 'en']),
  text: StorableText,
  /** The version of that side the person was looking at, and what it read. */
  seenVersion: z.number().int().positive(),
  base: StorableText,
  note: StorableText.max(2_000).default(''),
})
export type SuggestInput = z.infer<typeof SuggestInput>

const Suggestion = { projectId: z.uuid(), suggestionId: z.uuid() }

export const AcceptSuggestionInput = z.object({
  ...Suggestion,
  /** The version of the present text the person compared it with. */
  seenVersion: z.number().int().positive(),
  /** What shall stand, where the person joined the two by hand or changed the suggestion; else what it says. */
  text: StorableText.optional(),
  /** For the governing text. */
  correction: z.enum(['substantive', 'editorial']).optional(),
  heldAgainst: HeldAgainst,
})
export type AcceptSuggestionInput = z.infer<typeof AcceptSuggestionInput>

export const RejectSuggestionInput = z.object({ ...Suggestion, reason: z.string().trim().min(1).max(2_000) })
export type RejectSuggestionInput = z.infer<typeof RejectSuggestionInput>

export const WithdrawSuggestionInput = z.object(Suggestion)
export type WithdrawSuggestionInput = z.infer<typeof WithdrawSuggestionInput>
