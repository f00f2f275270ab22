import { z } from 'zod'
import { isZone } from '../notice/rules'
import { MEASURES } from './rules'

export const ProgressInput = z.object({
  projectId: z.uuid(),
  /** One document by its turns, instead of the project by its documents. */
  documentId: z.uuid().optional(),
  /** The calendar days are cut by: an IANA name. */
  zone: z.string().max(60).refine(isZone).default('UTC'),
  measure: z.enum(MEASURES).default('zh'),
})
export type ProgressInput = z.input<typeof ProgressInput>
