import { z } from 'zod'

export const ExportInput = z.object({
  projectId: z.uuid(),
  documentId: z.uuid(),
  format: z.string().max(40),
  /** The language of what the software itself says in the file. */
  language: z.enum(['en', 'zh']),
})
export type ExportInput = z.infer<typeof ExportInput>
