/** What the commands of the alignment take and give. The screen uses the same shapes. */
import { z } from 'zod'

const SegmentId = z.number().int().positive()

const Version = z.number().int().positive()

/** A row as the person saw it. A row that reads otherwise by now makes the command a conflict, and nothing is changed. */
export const SeenRow = z.object({ id: SegmentId, zhVersion: Version, enVersion: Version })
export type SeenRow = z.infer<typeof SeenRow>

const Place = { projectId: z.uuid(), documentId: z.uuid() }

/** The rows the person acted on, at the least the ones the command names. Others that are touched as well may be listed. */
const seen = z.array(SeenRow).min(1).max(1_000)

const AlignedSide = z.enum(['zh', 'en'])

/** A caret in the text of one side, in UTF-16 code units. */
const Offset = z.number().int().min(0)

/** `offset` 0 pushes the whole text of the cell and leaves it empty. Without `toSegmentId` the next cell takes it. */
export const PushInput = z.object({
  ...Place,
  segmentId: SegmentId,
  side: AlignedSide,
  offset: Offset,
  toSegmentId: SegmentId.optional(),
  seen,
})
export type PushInput = z.infer<typeof PushInput>

/** What stands before `offset` is pulled up; at the end of the text, or at 0, the whole text of the cell. */
export const PullInput = PushInput
export type PullInput = PushInput

/** From this row on, the texts of one side go one row down (a gap opens here) or up (the gap here, or in the row before, closes). */
export const ShiftInput = z.object({
  ...Place,
  segmentId: SegmentId,
  side: AlignedSide,
  direction: z.enum(['down', 'up']),
  seen,
})
export type ShiftInput = z.infer<typeof ShiftInput>

/** The other side is cut at `otherOffset`, or where the aligner likes it best. */
export const SplitInput = z.object({
  ...Place,
  segmentId: SegmentId,
  side: AlignedSide,
  offset: Offset,
  otherOffset: Offset.nullable().default(null),
  seen,
})
export type SplitInput = z.infer<typeof SplitInput>

/** Every row between the two, ends included, becomes one; the ends may come in either order. */
export const MergeRangeInput = z.object({ ...Place, fromSegmentId: SegmentId, toSegmentId: SegmentId, seen })
export type MergeRangeInput = z.infer<typeof MergeRangeInput>

/** The two rows exchange their English. */
export const SwapInput = z.object({ ...Place, segmentId: SegmentId, withSegmentId: SegmentId, seen })
export type SwapInput = z.infer<typeof SwapInput>

/** The English of one row goes to another one. */
export const MoveInput = z.object({ ...Place, fromSegmentId: SegmentId, toSegmentId: SegmentId, seen })
export type MoveInput = z.infer<typeof MoveInput>

/** Rows from `fromSegmentId` to `segmentId`; without a start, from the last confirmed row above on. */
export const ConfirmToInput = z.object({
  ...Place,
  segmentId: SegmentId,
  fromSegmentId: SegmentId.nullable().default(null),
  confirmed: z.boolean().default(true),
})
export type ConfirmToInput = z.infer<typeof ConfirmToInput>

/** Whatever the program is at least this sure of, open, with both texts and in order. */
export const ConfirmSureInput = z.object({ ...Place, leastConfidence: z.number().min(0.5).max(1) })
export type ConfirmSureInput = z.infer<typeof ConfirmSureInput>

/** Without a range, everything that is neither confirmed nor released nor protected. */
export const RealignInput = z.object({
  ...Place,
  range: z.object({ fromSegmentId: SegmentId, toSegmentId: SegmentId }).nullable().default(null),
})
export type RealignInput = z.infer<typeof RealignInput>

/** `step` is the number of the step the screen says it will undo (or redo): if it is another one by now, nothing happens. */
export const StepInput = z.object({ ...Place, step: z.number().int().positive() })
export type StepInput = z.infer<typeof StepInput>

export const AlignmentInput = z.object(Place)
export type AlignmentInput = z.infer<typeof AlignmentInput>

export const STEP_KINDS = [
  'push',
  'pull',
  'shift-down',
  'shift-up',
  'split',
  'merge',
  'swap',
  'move',
  'confirm',
  'unconfirm',
  'realign',
] as const
export type StepKind = (typeof STEP_KINDS)[number]

/** `step` is its number in the journal of the document; `changed` the ids of all rows that changed, came or went. */
export type StepAnswer = { step: number; changed: number[] }

/** One entry of the journal. */
export type StepSummary = {
  number: number
  kind: StepKind
  /** How many rows it changed. */
  rows: number
  by: string
  /** It was made by the person who asks. */
  mine: boolean
  at: string
  undone: { by: string; at: string } | null
}

/** What the next undo would take back and the next redo bring back. */
export type AlignmentState = { undo: StepSummary | null; redo: StepSummary | null; alignedBy: string }
