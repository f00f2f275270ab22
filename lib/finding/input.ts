import { z } from 'zod'
import { StorableText } from '../revision/input'
import { Snapshot } from '../segment/input'
import { CHECK_IDS, DISMISSAL_REASONS, DISMISSAL_SCOPES, FINDING_SEVERITIES } from './rules'

/** Findings are computed anew all the time; one is known by its row and its key. */
const OneFinding = {
  projectId: z.uuid(),
  segmentId: z.number().int().positive(),
  key: z.string().min(1).max(100),
}

const OneDocument = { projectId: z.uuid(), documentId: z.uuid() }

export const ListPlacesInput = z.object(OneDocument)
export type ListPlacesInput = z.infer<typeof ListPlacesInput>

export const ListFindingsInput = z.object({ ...OneDocument, ids: z.array(z.number().int().positive()).max(200) })
export type ListFindingsInput = z.infer<typeof ListFindingsInput>

export const DismissInput = z
  .object({
    ...OneFinding,
    scope: z.enum(DISMISSAL_SCOPES),
    reason: z.enum(DISMISSAL_REASONS),
    note: StorableText.max(2000).default(''),
  })
  .refine(({ reason, note }) => reason !== 'other' || note.trim() !== '', { path: ['note'] })
export type DismissInput = z.infer<typeof DismissInput>

export const UndoDismissalInput = z.object({ projectId: z.uuid(), dismissalId: z.uuid() })
export type UndoDismissalInput = z.infer<typeof UndoDismissalInput>

export const RaiseFindingInput = z.object({ ...OneFinding, note: StorableText.max(10_000).default('') })
export type RaiseFindingInput = z.infer<typeof RaiseFindingInput>

export const ChangeCheckInput = z.object({
  projectId: z.uuid(),
  check: z.string().refine((id) => CHECK_IDS.includes(id)),
  off: z.boolean(),
  severity: z.enum(FINDING_SEVERITIES).nullable(),
  /** 0 where the project has said nothing about this check yet. */
  seenVersion: z.number().int().min(0),
})
export type ChangeCheckInput = z.infer<typeof ChangeCheckInput>

export const ListClustersInput = z.object(OneDocument)
export type ListClustersInput = z.infer<typeof ListClustersInput>

export const ChooseFormInput = z.object({
  projectId: z.uuid(),
  documentId: z.uuid(),
  form: StorableText.min(1).max(500),
  /** Where other forms stand, as the person saw them. */
  places: z
    .array(
      z.object({
        segmentId: z.number().int().positive(),
        from: z.number().int().min(0),
        words: StorableText.min(1).max(500),
      }),
    )
    .min(1)
    .max(500),
  snapshot: Snapshot,
})
export type ChooseFormInput = z.infer<typeof ChooseFormInput>
