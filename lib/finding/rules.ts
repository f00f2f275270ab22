/** The words of findings: what identifies one, what a person may say of it, what it becomes, and how a check is judged by that. */
import type { FindingSeverity } from '../bitext/check'
import { DOCUMENT_CHECK_IDS, SEGMENT_CHECK_IDS } from '../bitext/check/ids'
import type { DiscrepancyType, Severity } from '../discrepancy/rules'

export const CHECK_IDS: readonly string[] = [...SEGMENT_CHECK_IDS, ...DOCUMENT_CHECK_IDS]

export const FINDING_SEVERITIES = ['error', 'warning', 'note'] as const satisfies readonly FindingSeverity[]

/** `place`: these words in this row. `document`, `project`: these words wherever the check says the same of them. */
export const DISMISSAL_SCOPES = ['place', 'document', 'project'] as const

export type DismissalScope = (typeof DISMISSAL_SCOPES)[number]

/** The check is mistaken · it is right, and the words are meant so · something else, in the note. */
export const DISMISSAL_REASONS = ['mistaken', 'intended', 'other'] as const

export type DismissalReason = (typeof DISMISSAL_REASONS)[number]

/** A row unfolds this many findings by itself; more are read by nobody. */
export const MOST_UNFOLDED = 3

const TYPES: Record<string, DiscrepancyType> = {
  numerals: 'number',
  'parts-of-sum': 'number',
  'weekday-date': 'date-time',
  'degree-words': 'mistranslation',
  'empty-side': 'omission',
  coverage: 'omission',
  'list-items': 'omission',
  parentheses: 'omission',
  preserved: 'omission',
  untranslated: 'under-translation',
  brackets: 'typography',
  typography: 'typography',
  quotations: 'typography',
  'quoted-speech': 'typography',
  'quote-style': 'typography',
  enumerations: 'typography',
  'repeated-words': 'grammar',
  usage: 'grammar',
  terms: 'terminology',
  'quoted-terms': 'terminology',
  'term-variants': 'terminology',
  consistency: 'terminology',
  'name-variants': 'entity-or-title',
  'name-slips': 'entity-or-title',
  'person-titles': 'entity-or-title',
  people: 'entity-or-title',
  register: 'entity-or-title',
  spelling: 'spelling',
  'spelled-variants': 'spelling',
  manner: 'style-register',
}

/** What is on the English side alone has come in, not gone. */
const ADDITIONS = new Set([
  'side-empty-zh',
  'latin-missing-zh',
  'address-missing-zh',
  'numeral-missing-zh',
  'uncovered-en',
  'parenthesis-missing-zh',
])
const DATES = new Set(['weekday-differs', 'weekday-date'])

const WEIGHTS: Record<FindingSeverity, Severity> = { error: 'major', warning: 'minor', note: 'minor' }

type Kind = { check: string; says: string; severity: string }

/** As what a finding is written down; a person may amend it. */
export function discrepancyOf({ check, says, severity }: Kind): { type: DiscrepancyType; severity: Severity } {
  const type = DATES.has(says) ? 'date-time' : ADDITIONS.has(says) ? 'addition' : (TYPES[check] ?? 'mistranslation')
  return { type, severity: WEIGHTS[severity as FindingSeverity] ?? 'minor' }
}

/** Below this many judged findings a share says nothing. */
export const FEW_JUDGED = 10

export type Judged = { raised: number; mended: number; dismissed: number }

/** The share of judged findings that somebody acted on; null while too few were judged. */
export function precisionOf({ raised, mended, dismissed }: Judged): number | null {
  const judged = raised + mended + dismissed
  return judged < FEW_JUDGED ? null : (raised + mended) / judged
}
