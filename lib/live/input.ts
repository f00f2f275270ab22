import { z } from 'zod'

const PLACE = { projectId: z.uuid(), documentId: z.uuid(), tab: z.uuid() }

/** A snapshot as PostgreSQL writes it: xmin:xmax:running. Longer ones belong to no server we know. */
const CursorInput = z
  .string()
  .max(8_000)
  .regex(/^\d{1,19}:\d{1,19}:(\d{1,19}(,\d{1,19})*)?$/)

export const FollowInput = z.object({ ...PLACE, after: CursorInput.nullable().catch(null) })
export type FollowInput = z.infer<typeof FollowInput>

export const MoveInput = z.object({
  ...PLACE,
  segmentId: z.number().int().positive().nullable(),
  side: z.enum(['zh', 'en']).nullable(),
  editing: z.boolean(),
})
export type MoveInput = z.infer<typeof MoveInput>

export const TakeOverInput = z.object({
  ...PLACE,
  segmentId: z.number().int().positive(),
  side: z.enum(['zh', 'en']),
})
export type TakeOverInput = z.infer<typeof TakeOverInput>
