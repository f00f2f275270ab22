import { z } from 'zod'
import { SEGMENT_STATUSES } from './rules'

export const StatusInput = z.object({
  projectId: z.uuid(),
  segmentId: z.number().int().positive(),
  to: z.enum(SEGMENT_STATUSES),
  /** What the person had before their eyes; approving something else is a conflict. */
  seen: z.object({
    zhVersion: z.number().int().positive(),
    enVersion: z.number().int().positive(),
    status: z.enum(SEGMENT_STATUSES),
  }),
  /** Overrides four eyes; a manager's right, logged. */
  overrideReason: z.string().trim().min(3).max(500).optional(),
})
export type StatusInput = z.infer<typeof StatusInput>

export const ConfirmInput = z.object({
  projectId: z.uuid(),
  segmentId: z.number().int().positive(),
  confirmed: z.boolean(),
})
export type ConfirmInput = z.infer<typeof ConfirmInput>

/** "Still correct": the stale mark goes, after the person has seen both texts as they are. */
export const SettleInput = z.object({
  projectId: z.uuid(),
  segmentId: z.number().int().positive(),
  seen: z.object({ zhVersion: z.number().int().positive(), enVersion: z.number().int().positive() }),
})
export type SettleInput = z.infer<typeof SettleInput>
