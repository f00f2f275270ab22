import { z } from 'zod'
import { BLOCK_KINDS } from '../bitext/intake/block'
import { GOVERNING_RULES } from '../bitext/text'
import { StorableText } from '../revision/input'

/** The largest file that is read at all; larger ones are refused before they are looked into. */
export const LARGEST_FILE = 50 * 1024 * 1024

const Correction = z.object({
  side: z.enum(['zh', 'en']),
  from: z.number().int().min(0),
  kind: z.enum([...BLOCK_KINDS, 'dropped']),
})

const SourceFile = z.object({
  /** Left out when the file itself should tell, or holds both. */
  side: z.enum(['zh', 'en']).optional(),
  fileName: StorableText.max(300),
  /** Where the person says it comes from. */
  address: StorableText.max(2_000).default(''),
  bytes: z.instanceof(Uint8Array),
})
export type SourceFile = z.infer<typeof SourceFile>

export const PreviewInput = z.object({ projectId: z.uuid(), files: z.array(SourceFile).min(1).max(2) })
export type PreviewInput = z.infer<typeof PreviewInput>

export const CreateInput = PreviewInput.extend({
  title: StorableText.trim().min(1).max(300),
  governing: z.enum(GOVERNING_RULES),
  corrections: z.array(Correction).max(100_000).default([]),
})
export type CreateInput = z.infer<typeof CreateInput>

export const AddSideInput = PreviewInput.extend({
  documentId: z.uuid(),
  files: z.array(SourceFile).length(1),
  corrections: z.array(Correction).max(100_000).default([]),
})
export type AddSideInput = z.infer<typeof AddSideInput>

export const RenameInput = z.object({
  projectId: z.uuid(),
  documentId: z.uuid(),
  title: StorableText.trim().min(1).max(300),
  seenVersion: z.number().int().positive(),
})
export type RenameInput = z.infer<typeof RenameInput>

export const DeleteInput = z.object({ projectId: z.uuid(), documentId: z.uuid() })
export type DeleteInput = z.infer<typeof DeleteInput>
