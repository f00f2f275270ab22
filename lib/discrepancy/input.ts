import { z } from 'zod'
import { StorableText } from '../revision/input'
import { LEDGER_GROUPS, LEDGER_SORTS, LedgerFilter } from './ledger-filter'
import { linkAddress } from './links'
import { ACTS_ON_MANY } from './refuse-act'
import { DECISIONS, DISCREPANCY_TYPES, LEGAL_EFFECTS, SEVERITIES } from './rules'

const MarkedWords = z
  .object({
    from: z.number().int().min(0),
    to: z.number().int().positive(),
    /** The words as the person saw them: if they stand elsewhere by now, nothing is written. */
    quote: StorableText,
  })
  .refine(({ from, to }) => from < to)

export const RaiseInput = z
  .object({
    projectId: z.uuid(),
    segmentId: z.number().int().positive(),
    type: z.enum(DISCREPANCY_TYPES),
    severity: z.enum(SEVERITIES),
    zh: MarkedWords.nullable(),
    en: MarkedWords.nullable(),
    note: StorableText.max(10_000).default(''),
  })
  .refine(({ zh, en }) => zh !== null || en !== null)
export type RaiseInput = z.infer<typeof RaiseInput>

const Seen = { projectId: z.uuid(), discrepancyId: z.uuid(), seenVersion: z.number().int().positive() }

export const DecideInput = z.object({
  ...Seen,
  decision: z.enum(DECISIONS),
  note: StorableText.max(10_000).default(''),
  legalEffect: z.enum(LEGAL_EFFECTS).nullable().default(null),
})
export type DecideInput = z.infer<typeof DecideInput>

export const ReopenInput = z.object(Seen)
export type ReopenInput = z.infer<typeof ReopenInput>

export const VerifyInput = z.object({
  ...Seen,
  /** Why one's own work is verified all the same. */
  overrideReason: StorableText.trim().min(1).max(2000).optional(),
})
export type VerifyInput = z.infer<typeof VerifyInput>

export const ContestInput = z.object({ ...Seen, reason: StorableText.trim().min(1).max(10_000) })
export type ContestInput = z.infer<typeof ContestInput>

export const AmendInput = z.object({
  ...Seen,
  type: z.enum(DISCREPANCY_TYPES),
  severity: z.enum(SEVERITIES),
  note: StorableText.max(10_000),
})
export type AmendInput = z.infer<typeof AmendInput>

/** More notes than a person looks over in a preview; what goes beyond is done in a second go. */
export const MOST_AT_ONCE = 2000

const OnMany = {
  projectId: z.uuid(),
  act: z.enum(ACTS_ON_MANY),
  /** Of a proposal or a decision. */
  decision: z.enum(DECISIONS).nullable().default(null),
  note: StorableText.max(10_000).default(''),
  legalEffect: z.enum(LEGAL_EFFECTS).nullable().default(null),
  /** Why the decisions do not hold, or why one's own work is verified all the same. */
  reason: StorableText.trim().max(10_000).default(''),
}

type ActAsked = { act: (typeof ACTS_ON_MANY)[number]; decision: string | null; reason: string }

const decides = ({ act, decision }: ActAsked) => (act === 'decide' || act === 'propose') === (decision !== null)

/** `on`: chosen notes, or all that a filter shows. */
export const PreviewManyInput = z
  .object({
    ...OnMany,
    on: z.union([
      z.strictObject({ ids: z.array(z.uuid()).min(1).max(MOST_AT_ONCE) }),
      z.strictObject({ filter: LedgerFilter }),
    ]),
  })
  .refine(decides)
export type PreviewManyInput = z.infer<typeof PreviewManyInput>

/** `notes`: as the preview showed them; one that has changed since is left as it is. */
export const ActOnManyInput = z
  .object({
    ...OnMany,
    notes: z
      .array(z.object({ id: z.uuid(), version: z.number().int().positive() }))
      .min(1)
      .max(MOST_AT_ONCE),
  })
  .refine(decides)
  .refine(({ act, reason }) => act !== 'contest' || reason !== '')
export type ActOnManyInput = z.infer<typeof ActOnManyInput>

export const WithdrawInput = z.object(Seen)
export type WithdrawInput = z.infer<typeof WithdrawInput>

const NotePlace = { projectId: z.uuid(), discrepancyId: z.uuid() }

/** As the browser will understand it; see linkAddress. */
const LinkAddress = z.string().transform((typed, context) => {
  const address = linkAddress(typed)
  if (address !== null) return address
  context.addIssue({ code: 'custom', message: 'not an https address' })
  return z.NEVER
})

export const AttachLinkInput = z.object({
  ...NotePlace,
  url: LinkAddress,
  title: StorableText.trim().max(200).default(''),
})
export type AttachLinkInput = z.infer<typeof AttachLinkInput>

export const DetachLinkInput = z.object({ ...NotePlace, linkId: z.uuid() })
export type DetachLinkInput = z.infer<typeof DetachLinkInput>

export const LEDGER_FORMATS = ['csv', 'json'] as const
export type LedgerFormat = (typeof LEDGER_FORMATS)[number]

export const ExportLedgerInput = z.object({
  projectId: z.uuid(),
  format: z.enum(LEDGER_FORMATS),
  filter: LedgerFilter,
  sort: z.enum(LEDGER_SORTS).default('place'),
  group: z.enum(LEDGER_GROUPS).default('none'),
})
export type ExportLedgerInput = z.infer<typeof ExportLedgerInput>
