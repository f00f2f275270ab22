import { z } from 'zod'
import { PARTS_OF_SPEECH, TERM_STATUSES } from '../bitext/terms'
import { StorableText } from '../revision/input'

const Line = (most: number) => StorableText.max(most).transform((text) => text.trim())

export const TermInput = z.object({
  side: z.enum(['zh', 'en']),
  text: Line(500).refine((text) => text !== ''),
  status: z.enum(TERM_STATUSES),
  partOfSpeech: z.enum(PARTS_OF_SPEECH).optional(),
  note: Line(2000).default(''),
  source: Line(2000).default(''),
})

export const SaveConceptInput = z.object({
  projectId: z.uuid(),
  /** null makes a new one. */
  conceptId: z.uuid().nullable(),
  seenVersion: z.number().int().min(0),
  definition: Line(4000).default(''),
  subject: Line(500).default(''),
  terms: z.array(TermInput).min(1).max(100),
})
export type SaveConceptInput = z.infer<typeof SaveConceptInput>

export const DeleteConceptInput = z.object({
  projectId: z.uuid(),
  conceptId: z.uuid(),
  seenVersion: z.number().int().positive(),
})
export type DeleteConceptInput = z.infer<typeof DeleteConceptInput>

export const ListConceptsInput = z.object({
  projectId: z.uuid(),
  search: StorableText.max(200).default(''),
  /** How many to pass over. */
  skip: z.number().int().min(0).max(1_000_000).default(0),
})
export type ListConceptsInput = z.input<typeof ListConceptsInput>

/** Larger is no termbase of one project. */
export const LARGEST_TERM_FILE = 20 * 1024 * 1024
export const MOST_CONCEPTS = 50_000

export const TermFileInput = z.object({
  projectId: z.uuid(),
  fileName: StorableText.max(300),
  bytes: z.instanceof(Uint8Array),
})
export type TermFileInput = z.infer<typeof TermFileInput>

export const TERM_FORMATS = ['tbx', 'tbx-dct', 'tbx-v2', 'csv'] as const

export type TermFormat = (typeof TERM_FORMATS)[number]

export const ExportTermsInput = z.object({ projectId: z.uuid(), format: z.enum(TERM_FORMATS) })
export type ExportTermsInput = z.infer<typeof ExportTermsInput>
