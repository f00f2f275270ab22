import { z } from 'zod'
import { MOST_ROWS_AT_ONCE } from './row-ranges'
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

/** What PostgreSQL calls a snapshot: the moment of what the person saw. A row changed since is not acted on. */
export const Snapshot = z.string().regex(/^\d{1,19}:\d{1,19}:[\d,]{0,20000}$/)

const Id = z.number().int().positive()

/** As RowRanges of row-ranges.ts. */
export const RowRanges = z
  .array(z.tuple([Id, Id]))
  .max(MOST_ROWS_AT_ONCE)
  .refine((ranges) => ranges.every(([from, to]) => from <= to))
  .refine((ranges) => ranges.reduce((sum, [from, to]) => sum + to - from + 1, 0) <= MOST_ROWS_AT_ONCE)

const ManyRows = { projectId: z.uuid(), documentId: z.uuid(), rows: RowRanges, to: z.enum(SEGMENT_STATUSES) }

export const PreviewStatusInput = z.object(ManyRows)
export type PreviewStatusInput = z.infer<typeof PreviewStatusInput>

export const StatusOfManyInput = z.object({ ...ManyRows, snapshot: Snapshot })
export type StatusOfManyInput = z.infer<typeof StatusOfManyInput>
