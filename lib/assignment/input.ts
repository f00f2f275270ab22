import { z } from 'zod'
import { MEMBER_ROLES } from '../auth/roles'
import { isZone } from '../notice/rules'
import { StorableText } from '../revision/input'
import { ASSIGNMENT_STEPS, MOST_PARTS } from './rules'

const Zone = z.string().max(60).refine(isZone)

/** Both ends belong to the range; they may come in either order. */
const Range = z.object({
  fromSegmentId: z.number().int().positive(),
  toSegmentId: z.number().int().positive(),
})
export type Range = z.infer<typeof Range>

/** What is asked, and by when. */
const Order = z.object({
  dueAt: z.coerce.date().nullable().default(null),
  /** The zone the date was said in. */
  zone: Zone.default('UTC'),
  instruction: StorableText.max(2_000).default(''),
})

/** A member, or the pool (null). */
const Holder = z.uuid().nullable()

const Given = Order.extend({
  projectId: z.uuid(),
  documentId: z.uuid(),
  step: z.enum(ASSIGNMENT_STEPS),
  /** Who may take what is in the pool; null: whoever may do the step. */
  poolRole: z.enum(MEMBER_ROLES).nullable().default(null),
})
export type Given = z.infer<typeof Given>

export const AssignInput = Given.extend({ memberId: Holder, ...Range.shape })
export type AssignInput = z.infer<typeof AssignInput>

export const AssignPartsInput = Given.extend({
  parts: z
    .array(Range.extend({ memberId: Holder }))
    .min(1)
    .max(MOST_PARTS),
})
export type AssignPartsInput = z.infer<typeof AssignPartsInput>

export const CloseInput = z.object({
  projectId: z.uuid(),
  assignmentId: z.uuid(),
  seenVersion: z.number().int().positive(),
})
export type CloseInput = z.infer<typeof CloseInput>

export const EditAssignmentInput = CloseInput.extend({ ...Order.shape, ...Range.shape })
export type EditAssignmentInput = z.infer<typeof EditAssignmentInput>

const Reason = StorableText.trim().max(500)

export const HandOverInput = CloseInput.extend({ memberId: Holder, reason: Reason.default('') })
export type HandOverInput = z.infer<typeof HandOverInput>

export const DeclineInput = CloseInput.extend({ reason: Reason.min(1) })
export type DeclineInput = z.infer<typeof DeclineInput>

export const PlanInput = z.object({
  projectId: z.uuid(),
  documentId: z.uuid(),
  step: z.enum(ASSIGNMENT_STEPS),
  ranges: z.array(Range).min(1).max(MOST_PARTS),
  /** Among whom it is to be split, and by the length of which text. */
  memberIds: z.array(z.uuid()).max(50).default([]),
  unit: z.enum(['zh', 'en']).default('zh'),
  /** Who is away until then, or for a part of it, gets less or nothing. */
  dueAt: z.coerce.date().nullable().default(null),
})
export type PlanInput = z.infer<typeof PlanInput>
