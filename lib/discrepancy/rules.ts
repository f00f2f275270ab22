/**
 * The words of the discrepancy ledger. Types follow the MQM core (themqm.org, 2021) under its own names, flat,
 * so that nobody searches a tree; the last two are ours. Severities and their weights are MQM's.
 */
import type { Permission } from '../auth/roles'
import type { GoverningRule } from '../bitext/text'

export const DISCREPANCY_TYPES = [
  'mistranslation',
  'number',
  'date-time',
  'entity-or-title',
  'omission',
  'addition',
  'over-translation',
  'under-translation',
  'terminology',
  'grammar',
  'typography',
  'spelling',
  'style-register',
  'governing-text-error',
  'editorial-latitude',
] as const

export type DiscrepancyType = (typeof DISCREPANCY_TYPES)[number]

export const SEVERITIES = ['neutral', 'minor', 'major', 'critical'] as const

export type Severity = (typeof SEVERITIES)[number]

export const SEVERITY_WEIGHTS: Record<Severity, number> = { neutral: 0, minor: 1, major: 5, critical: 25 }

export const DECISIONS = ['mend-translation', 'mend-either', 'query-issuer', 'keep-both', 'editorial-latitude'] as const

export type Decision = (typeof DECISIONS)[number]

export const LEGAL_EFFECTS = ['formal', 'changes-meaning'] as const

export type LegalEffect = (typeof LEGAL_EFFECTS)[number]

/**
 * What may be decided under a governing rule. Where one text prevails, the other is mended or the issuer is asked;
 * where both are authentic, neither is "the translation" and either may be mended.
 */
export function openDecisions(rule: GoverningRule): Decision[] {
  const mend: Decision = rule === 'equally-authentic' ? 'mend-either' : 'mend-translation'
  return [mend, 'query-issuer', 'keep-both', 'editorial-latitude']
}

export const DISCREPANCY_STATES = ['open', 'proposed', 'decided', 'verified', 'published'] as const

export type DiscrepancyState = (typeof DISCREPANCY_STATES)[number]

/** Still to be decided: what makes a row disputed. */
export const UNDECIDED = ['open', 'proposed'] as const satisfies readonly DiscrepancyState[]

export function isUndecided(state: DiscrepancyState): boolean {
  return (UNDECIDED as readonly DiscrepancyState[]).includes(state)
}

type ActRule = { from: readonly DiscrepancyState[]; to: DiscrepancyState; permission: Permission }

/**
 * The life of a note. A decision is proposed by whoever works on the text, taken by whoever may decide, verified by a
 * second pair of eyes, and published with an edition. Whoever works on the text may contest it; a decision may be changed
 * until it is verified; taking anything back leads to the beginning.
 */
export const DISCREPANCY_ACTS = {
  propose: { from: UNDECIDED, to: 'proposed', permission: 'discrepancy.raise' },
  decide: { from: ['open', 'proposed', 'decided'], to: 'decided', permission: 'discrepancy.decide' },
  verify: { from: ['decided'], to: 'verified', permission: 'discrepancy.decide' },
  publish: { from: ['verified'], to: 'published', permission: 'segment.release' },
  contest: { from: ['decided', 'verified'], to: 'open', permission: 'discrepancy.raise' },
  reopen: { from: ['proposed', 'decided', 'verified', 'published'], to: 'open', permission: 'discrepancy.decide' },
} as const satisfies Record<string, ActRule>

export type DiscrepancyAct = keyof typeof DISCREPANCY_ACTS

/** Steps as they are on record: the acts, a note that was put otherwise, and what the text itself did when the words that were mended came back. */
export type RecordedAct = DiscrepancyAct | 'amend' | 'fall-back'

/** What a note said before it was put otherwise. */
export type AmendedNote = { type: DiscrepancyType; severity: Severity; note: string }

/** An address a note points to, with who put it there. */
export type NoteLink = { id: string; url: string; title: string; byId: string; by: string; at: string }

export function allows(act: DiscrepancyAct, state: DiscrepancyState): boolean {
  return (DISCREPANCY_ACTS[act].from as readonly DiscrepancyState[]).includes(state)
}

/** Whoever decided, or wrote the words that mend it, cannot be the one who finds it well done. */
export function verifiesOwnWork(memberId: string, hands: readonly (string | null)[]): boolean {
  return hands.includes(memberId)
}
