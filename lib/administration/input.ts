/** The shapes of what administrators say; the forms use them too. */
import { z } from 'zod'
import { Months } from '../audit/retention'

export const PeopleInput = z.object({
  search: z.string().trim().max(200).default(''),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
})
export type PeopleInput = z.infer<typeof PeopleInput>

export const PersonRoleInput = z.object({ userId: z.guid(), administrator: z.boolean() })
export type PersonRoleInput = z.infer<typeof PersonRoleInput>

export const DisableInput = z.object({ userId: z.guid(), disabled: z.boolean() })
export type DisableInput = z.infer<typeof DisableInput>

export const ProjectInput = z.object({ projectId: z.uuid() })
export type ProjectInput = z.infer<typeof ProjectInput>

export const DocumentInput = z.object({ documentId: z.uuid() })
export type DocumentInput = z.infer<typeof DocumentInput>

export const AnyJobInput = z.object({ jobId: z.uuid() })
export type AnyJobInput = z.infer<typeof AnyJobInput>

export const RetentionInput = z.object({ months: Months, seenVersion: z.number().int() })
export type RetentionInput = z.infer<typeof RetentionInput>

/** What is typed to confirm: the person's e-mail address. */
const Typed = z.string().trim().toLowerCase().max(200)

export const AnonymiseInput = z.object({ userId: z.guid(), typed: Typed })
export type AnonymiseInput = z.infer<typeof AnonymiseInput>

export const DeleteAccountInput = z.object({ typed: Typed })
export type DeleteAccountInput = z.infer<typeof DeleteAccountInput>
