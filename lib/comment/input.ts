import { z } from 'zod'
import { StorableText } from '../revision/input'
import { LONGEST_COMMENT } from './body'

const Body = StorableText.max(LONGEST_COMMENT).refine((body) => body.trim() !== '')

const MarkedWords = z
  .object({
    from: z.number().int().min(0),
    to: z.number().int().positive(),
    /** The words as the person saw them: if they stand elsewhere by now, nothing is written. */
    quote: StorableText,
  })
  .refine(({ from, to }) => from < to)

/** Members picked from the list while typing: they settle which of two people of one name is meant. */
const Picked = z.array(z.uuid()).max(50).default([])

export const AddCommentInput = z.object({
  projectId: z.uuid(),
  segmentId: z.number().int().positive(),
  body: Body,
  picked: Picked,
  zh: MarkedWords.nullable().default(null),
  en: MarkedWords.nullable().default(null),
})
export type AddCommentInput = z.infer<typeof AddCommentInput>

export const CommentOnNoteInput = z.object({ projectId: z.uuid(), discrepancyId: z.uuid(), body: Body, picked: Picked })
export type CommentOnNoteInput = z.infer<typeof CommentOnNoteInput>

export const AnswerInput = z.object({ projectId: z.uuid(), threadId: z.uuid(), body: Body, picked: Picked })
export type AnswerInput = z.infer<typeof AnswerInput>

const Seen = { projectId: z.uuid(), commentId: z.uuid(), seenVersion: z.number().int().positive() }

export const EditCommentInput = z.object({ ...Seen, body: Body, picked: Picked })
export type EditCommentInput = z.infer<typeof EditCommentInput>

export const DeleteCommentInput = z.object(Seen)
export type DeleteCommentInput = z.infer<typeof DeleteCommentInput>

export const ResolveInput = z.object({ projectId: z.uuid(), threadId: z.uuid(), resolved: z.boolean() })
export type ResolveInput = z.infer<typeof ResolveInput>

/** `about`: what is before the person, the row's own threads or those of its notes; left out, both. */
export const ReadInput = z.object({
  projectId: z.uuid(),
  segmentId: z.number().int().positive(),
  about: z.enum(['row', 'notes']).optional(),
})
export type ReadInput = z.infer<typeof ReadInput>
