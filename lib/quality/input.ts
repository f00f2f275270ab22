import { z } from 'zod'
import { SIDES } from '../bitext/text'

export const QualityInput = z.object({ projectId: z.uuid() })
export type QualityInput = z.infer<typeof QualityInput>

export const ChangeQualityInput = z.object({
  projectId: z.uuid(),
  unit: z.enum(SIDES),
  threshold: z.number().gt(0).lt(100),
  acceptable: z.number().gt(0).max(1000),
  failOnCritical: z.boolean(),
  difficulty: z.number().min(0.5).max(1),
  purpose: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)]),
  /** 0: the project has the defaults still. */
  seenVersion: z.number().int().min(0),
})
export type ChangeQualityInput = z.infer<typeof ChangeQualityInput>

export const MarotInput = z.object({ projectId: z.uuid(), documentId: z.uuid() })
export type MarotInput = z.infer<typeof MarotInput>

/** A document with some ten thousand marked errors is below this. */
export const LARGEST_MAROT_FILE = 8 * 1024 * 1024

export const MarotFileInput = MarotInput.extend({ tsv: z.string().max(LARGEST_MAROT_FILE) })
export type MarotFileInput = z.infer<typeof MarotFileInput>
