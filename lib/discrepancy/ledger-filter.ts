/** What a person asks of the ledger: which notes, in which order, in which groups. Stands in addresses, so every value is short. */
import { z } from 'zod'
import { DISCREPANCY_STATES, DISCREPANCY_TYPES, SEVERITIES } from './rules'

export const LEDGER_SORTS = ['place', 'number', 'severity', 'newest', 'oldest', 'type', 'state'] as const
export type LedgerSort = (typeof LEDGER_SORTS)[number]

export const LEDGER_GROUPS = ['none', 'document', 'type', 'severity', 'state', 'person'] as const
export type LedgerGroup = (typeof LEDGER_GROUPS)[number]

const UUID = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}'

/** Long enough for a sentence that is looked for again. */
const LONGEST_SOUGHT = 200

const NARROWING = {
  document: z.uuid(),
  state: z.enum(DISCREPANCY_STATES),
  type: z.enum(DISCREPANCY_TYPES),
  severity: z.enum(SEVERITIES),
  /** Mine: raised, proposed or decided by who asks. Of others, their raised or their decided ones. */
  person: z
    .string()
    .toLowerCase()
    .regex(new RegExp(`^(?:mine|(?:raised|decided)-${UUID})$`)),
  /** Words of the quotations, the note, the decision; or the number. */
  find: z.string().trim().min(1).max(LONGEST_SOUGHT),
  /** `from-to`, rows of the one document that is asked for. */
  rows: z.string().regex(/^[1-9]\d{0,6}-[1-9]\d{0,6}$/),
} as const

type Narrowing = keyof typeof NARROWING

/** Which notes. Strict: an act on all that a filter shows must not reach further because a value of it was malformed. */
export const LedgerFilter = z.object(NARROWING).partial()
export type LedgerFilter = z.infer<typeof LedgerFilter>

/** What an address gets wrong is left out, not refused: old links stay good for what they still mean. */
export function readLedgerFilter(query: Record<string, unknown>): LedgerFilter {
  const filter: Record<string, unknown> = {}
  for (const name of Object.keys(NARROWING) as Narrowing[]) {
    const value = NARROWING[name].safeParse(query[name])
    if (value.success) filter[name] = value.data
  }
  return filter as LedgerFilter
}

export function narrows(filter: LedgerFilter): boolean {
  return (Object.keys(NARROWING) as Narrowing[]).some((name) => filter[name] !== undefined)
}

/** Rows are places of one document. */
export function rowsOf({ document, rows }: LedgerFilter): { from: number; to: number } | null {
  if (document === undefined || rows === undefined) return null
  const [from, to] = rows.split('-').map(Number) as [number, number]
  return { from, to }
}
