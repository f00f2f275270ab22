import { z } from 'zod'
import { isStorable } from '../bitext/text/well-formed'

/** Long enough for any paragraph that is one segment; short enough that a slip of the clipboard is refused. */
export const LONGEST_SEGMENT = 100_000

export const StorableText = z.string().max(LONGEST_SEGMENT).refine(isStorable)

export const EditInput = z.object({
  projectId: z.uuid(),
  segmentId: z.number().int().positive(),
  side: z.enum(['zh', 'en']),
  text: StorableText,
  /** The version of that side the person was looking at. */
  seenVersion: z.number().int().positive(),
  /** merge: the person has seen the other's text and joined both. */
  kind: z.enum(['edit', 'merge']).default('edit'),
  /** For the governing text: does the correction change what it means? Substantive makes the other side stale. */
  correction: z.enum(['substantive', 'editorial']).optional(),
})
export type EditInput = z.infer<typeof EditInput>

export const RestoreInput = z.object({
  projectId: z.uuid(),
  revisionId: z.number().int().positive(),
  /** Which of its two texts to bring back. */
  state: z.enum(['before', 'after']),
  seenVersion: z.number().int().positive(),
})
export type RestoreInput = z.infer<typeof RestoreInput>
