import { z } from 'zod'
import { StorableText } from '../revision/input'
import { RowRanges, Snapshot } from '../segment/input'
import { FILTER_PARTS, type Filter, NO_FILTER, SOUGHT } from './filter'
import { MOST_REPLACED_AT_ONCE } from './rules'

/** The parts of a filter of these names, each of which must be there; what else is given is left out. */
function partsOf<Name extends keyof Filter>(names: readonly Name[]) {
  const shape = Object.fromEntries(names.map((name) => [name, z.custom<Filter[Name]>(FILTER_PARTS[name])]))
  return z.object(shape as { [N in Name]: z.ZodCustom<Filter[N], Filter[N]> })
}

const FilterInput = partsOf(Object.keys(NO_FILTER) as (keyof Filter)[])

const At = { projectId: z.uuid(), documentId: z.uuid() }

export const FindInput = z.object({
  ...At,
  sought: partsOf(SOUGHT),
})
export type FindInput = z.infer<typeof FindInput>

const ViewName = z.string().trim().min(1).max(80)

export const SaveViewInput = z.object({
  projectId: z.uuid(),
  name: ViewName,
  filter: FilterInput,
  shared: z.boolean().default(false),
})
export type SaveViewInput = z.infer<typeof SaveViewInput>

export const ChangeViewInput = z.object({
  projectId: z.uuid(),
  viewId: z.uuid(),
  seenVersion: z.number().int().positive(),
  name: ViewName.optional(),
  filter: FilterInput.optional(),
  shared: z.boolean().optional(),
})
export type ChangeViewInput = z.infer<typeof ChangeViewInput>

export const DeleteViewInput = z.object({ projectId: z.uuid(), viewId: z.uuid() })
export type DeleteViewInput = z.infer<typeof DeleteViewInput>

const Replacing = {
  ...At,
  query: partsOf(['text', 'in', 'matchCase', 'wholeWord', 'regex']),
}

/** `rows`: only these; null means the whole document. */
export const PreviewReplaceInput = z.object({ ...Replacing, rows: RowRanges.nullable() })
export type PreviewReplaceInput = z.infer<typeof PreviewReplaceInput>

export const ReplaceInput = z.object({
  ...Replacing,
  replacement: StorableText.max(2000),
  keepCase: z.boolean(),
  ids: z.array(z.number().int().positive()).min(1).max(MOST_REPLACED_AT_ONCE),
  /** Places to leave as they are, counted from 0 within a text. */
  left: z.array(
    z.object({ segmentId: z.number().int().positive(), side: z.enum(['zh', 'en']), place: z.number().int().min(0) }),
  ),
  /** What the person saw in the preview. */
  snapshot: Snapshot,
  /** The batch these rows join; null begins one. */
  batchId: z.uuid().nullable(),
})
export type ReplaceInput = z.infer<typeof ReplaceInput>

/** `rows`: only these; null means the whole document. `author`: only changes this member made. */
const Settling = {
  ...At,
  verdict: z.enum(['accept', 'reject']),
  author: z.uuid().nullable(),
  rows: RowRanges.nullable(),
}

export const PreviewSettleInput = z.object(Settling)
export type PreviewSettleInput = z.infer<typeof PreviewSettleInput>

export const SettleManyInput = z.object({ ...Settling, snapshot: Snapshot })
export type SettleManyInput = z.infer<typeof SettleManyInput>

export const UndoInput = z.object({ projectId: z.uuid(), batchId: z.uuid() })
export type UndoInput = z.infer<typeof UndoInput>
