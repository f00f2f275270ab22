import { z } from 'zod'
import { ENTRY_KINDS, LONGEST_FORM, MOST_FORMS, MOST_TITLES } from '../bitext/register/entry'
import { StorableText } from '../revision/input'

/** An upright stroke parts forms in a table. */
const Form = StorableText.max(LONGEST_FORM)
  .transform((form) => form.replace(/\s+/g, ' ').trim())
  .refine((form) => form !== '' && !/[|｜]/.test(form))

const FormList = z
  .array(Form)
  .max(MOST_FORMS)
  .transform((forms) => [...new Set(forms)])

const hasForm = ({ zh, en }: { zh: string[]; en: string[] }) => zh.length + en.length > 0

const TitleInput = z.object({ zh: FormList, en: FormList }).refine(hasForm)

const Entry = {
  kind: z.enum(ENTRY_KINDS),
  zh: FormList,
  en: FormList,
  titles: z.array(TitleInput).max(MOST_TITLES).default([]),
}

export const SaveEntryInput = z
  .object({
    projectId: z.uuid(),
    /** null makes a new one. */
    entryId: z.uuid().nullable(),
    seenVersion: z.number().int().min(0),
    ...Entry,
    note: StorableText.max(2000).default(''),
  })
  .refine(hasForm)
export type SaveEntryInput = z.infer<typeof SaveEntryInput>

export const DeleteEntryInput = z.object({
  projectId: z.uuid(),
  entryId: z.uuid(),
  seenVersion: z.number().int().positive(),
})
export type DeleteEntryInput = z.infer<typeof DeleteEntryInput>

export const ListEntriesInput = z.object({
  projectId: z.uuid(),
  search: StorableText.max(200).default(''),
  kind: z.enum(ENTRY_KINDS).nullable().default(null),
  /** How many to pass over. */
  skip: z.number().int().min(0).max(1_000_000).default(0),
})
export type ListEntriesInput = z.input<typeof ListEntriesInput>

export const ListCandidatesInput = z.object({ projectId: z.uuid(), documentId: z.uuid() })
export type ListCandidatesInput = z.infer<typeof ListCandidatesInput>

export const MOST_TAKEN = 500

export const TakeEntriesInput = z.object({
  projectId: z.uuid(),
  documentId: z.uuid(),
  entries: z.array(z.object(Entry).refine(hasForm)).min(1).max(MOST_TAKEN),
})
export type TakeEntriesInput = z.infer<typeof TakeEntriesInput>

export const TakeFindingInput = z.object({
  projectId: z.uuid(),
  segmentId: z.number().int().positive(),
  key: z.string().min(1).max(100),
})
export type TakeFindingInput = z.infer<typeof TakeFindingInput>

/** Larger is no register of one project. */
export const LARGEST_REGISTER_FILE = 5 * 1024 * 1024
export const MOST_ENTRIES = 20_000

export const RegisterFileInput = z.object({
  projectId: z.uuid(),
  fileName: StorableText.max(300),
  bytes: z.instanceof(Uint8Array),
})
export type RegisterFileInput = z.infer<typeof RegisterFileInput>

export const ExportRegisterInput = z.object({ projectId: z.uuid() })
export type ExportRegisterInput = z.infer<typeof ExportRegisterInput>
