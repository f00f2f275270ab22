/** The shapes of what people say about their notices; the form uses them too. */
import { z } from 'zod'
import { isZone, NOTICE_KINDS, NOTICE_MAIL } from './rules'

/** Those up to `upTo` are read: what came since the list was shown is not. One alone, or all. */
export const ReadNoticesInput = z.object({
  upTo: z.coerce.bigint().positive(),
  only: z.boolean().default(false),
})
export type ReadNoticesInput = z.infer<typeof ReadNoticesInput>

export const ChangeNoticesInput = z.object({
  mail: z.record(z.enum(NOTICE_KINDS), z.enum(NOTICE_MAIL)),
  zone: z.string().max(60).refine(isZone),
  hour: z.number().int().min(0).max(23),
})
export type ChangeNoticesInput = z.infer<typeof ChangeNoticesInput>
