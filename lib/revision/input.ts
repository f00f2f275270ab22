import { z } from 'zod'
import { isStorable } from '../bitext/text/well-formed'
import { LONGEST_SEGMENT } from './limits'

export const StorableText = z.string().max(LONGEST_SEGMENT).refine(isStorable)

/** The version of the other text the words were written in front of: of a stale row, saving them is then the verdict. */
export const HeldAgainst = z.number().int().positive().optional()

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
  heldAgainst: HeldAgainst,
})
export type EditInput = z.infer<typeof EditInput>

export const RestoreInput = z.object({
  projectId: z.uuid(),
  revisionId: z.number().int().positive(),
  /** Which of its two texts to bring back. */
  state: z.enum(['before', 'after']),
  seenVersion: z.number().int().positive(),
  /** For the governing text. */
  correction: z.enum(['substantive', 'editorial']).optional(),
})
export type RestoreInput = z.infer<typeof RestoreInput>

/** Tracked changes of one side against what was accepted, by the numbers they had on the screen. */
export const SettleChangesInput = z.object({
  projectId: z.uuid(),
  segmentId: z.number().int().positive(),
  side: z.enum(['zh', 'en']),
  changes: z.union([z.literal('all'), z.array(z.number().int().min(0)).min(1).max(10_000)]),
  seenVersion: z.number().int().positive(),
  /** The acceptance the person saw; 0 for none. */
  seenAccepted: z.number().int().min(0),
})
export type SettleChangesInput = z.infer<typeof SettleChangesInput>

export const UndoAcceptanceInput = SettleChangesInput.pick({
  projectId: true,
  segmentId: true,
  side: true,
  seenAccepted: true,
})
export type UndoAcceptanceInput = z.infer<typeof UndoAcceptanceInput>
