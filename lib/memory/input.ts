import { z } from 'zod'
import { SIDES } from '../bitext/text'
import { StorableText } from '../revision/input'
import { LONGEST_SOUGHT } from './rules'

export const FindMatchesInput = z.object({
  projectId: z.uuid(),
  documentId: z.uuid(),
  segmentId: z.coerce.number().int().positive(),
})
export type FindMatchesInput = z.infer<typeof FindMatchesInput>

export const SearchMemoryInput = z.object({
  projectId: z.uuid(),
  side: z.enum(SIDES),
  words: StorableText.trim().min(1).max(LONGEST_SOUGHT),
})
export type SearchMemoryInput = z.infer<typeof SearchMemoryInput>
