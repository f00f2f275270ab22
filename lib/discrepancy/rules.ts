/**
 * The words of the discrepancy ledger. Types follow the MQM core (themqm.org, 2021) under its own names, flat,
 * so that nobody searches a tree; the last two are ours. Severities and their weights are MQM's.
 */
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
