import { z } from 'zod'
import { StorableText } from '../revision/input'
import { DECISIONS, DISCREPANCY_TYPES, LEGAL_EFFECTS, SEVERITIES } from './rules'

const MarkedWords = z
  .object({
    from: z.number().int().min(0),
    to: z.number().int().positive(),
    /** The words as the person saw them: if they stand elsewhere by now, nothing is written. */
    quote: StorableText,
  })
  .refine(({ from, to }) => from < to)

export const RaiseInput = z
  .object({
    projectId: z.uuid(),
    segmentId: z.number().int().positive(),
    type: z.enum(DISCREPANCY_TYPES),
    severity: z.enum(SEVERITIES),
    zh: MarkedWords.nullable(),
    en: MarkedWords.nullable(),
    note: StorableText.max(10_000).default(''),
  })
  .refine(({ zh, en }) => zh !== null || en !== null)
export type RaiseInput = z.infer<typeof RaiseInput>

const Seen = { projectId: z.uuid(), discrepancyId: z.uuid(), seenVersion: z.number().int().positive() }

export const DecideInput = z.object({
  ...Seen,
  decision: z.enum(DECISIONS),
  note: StorableText.max(10_000).default(''),
  legalEffect: z.enum(LEGAL_EFFECTS).nullable().default(null),
})
export type DecideInput = z.infer<typeof DecideInput>

export const ReopenInput = z.object(Seen)
export type ReopenInput = z.infer<typeof ReopenInput>

export const VerifyInput = z.object({
  ...Seen,
  /** Why one's own work is verified all the same. */
  overrideReason: StorableText.trim().min(1).max(2000).optional(),
})
export type VerifyInput = z.infer<typeof VerifyInput>

export const ContestInput = z.object({ ...Seen, reason: StorableText.trim().min(1).max(10_000) })
export type ContestInput = z.infer<typeof ContestInput>

export const AmendInput = z.object({
  ...Seen,
  type: z.enum(DISCREPANCY_TYPES),
  severity: z.enum(SEVERITIES),
  note: StorableText.max(10_000),
})
export type AmendInput = z.infer<typeof AmendInput>
