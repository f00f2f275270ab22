import { z } from 'zod'
import { StorableText } from '../revision/input'

export const ExportInput = z.object({
  projectId: z.uuid(),
  documentId: z.uuid(),
  format: z.string().max(40),
  /** The language of what the software itself says in the file. */
  language: z.enum(['en', 'zh']),
})
export type ExportInput = z.infer<typeof ExportInput>

export const PublishInput = z.object({
  projectId: z.uuid(),
  documentId: z.uuid(),
  /** The number the person saw announced: two people do not publish twice. */
  number: z.number().int().positive(),
  /** What readers should know of this edition. */
  note: StorableText.max(10_000).default(''),
  /** Why it is published although something stands in the way. */
  overrideReason: StorableText.trim().min(3).max(2000).optional(),
})
export type PublishInput = z.infer<typeof PublishInput>

export const EditionInput = z.object({
  projectId: z.uuid(),
  documentId: z.uuid(),
  number: z.coerce.number().int().positive(),
})
export type EditionInput = z.infer<typeof EditionInput>

export const ExportEditionInput = ExportInput.extend({ number: z.coerce.number().int().positive() })
export type ExportEditionInput = z.infer<typeof ExportEditionInput>

/** Without a number: the document as it stands. */
export const AskExportInput = ExportInput.extend({ number: z.coerce.number().int().positive().optional() })
export type AskExportInput = z.infer<typeof AskExportInput>

const EditionNumber = z.coerce.number().int().positive()

export const CompareInput = z.object({
  projectId: z.uuid(),
  documentId: z.uuid(),
  older: EditionNumber,
  newer: EditionNumber,
})
export type CompareInput = z.infer<typeof CompareInput>
