/**
 * The MQM score of a text from the errors marked in it.
 *
 * Method: Lommel, Gladkoff, Melby, Wright and others, "The Multi-Range Theory of Translation Quality Measurement: MQM scoring
 * models and Statistical Quality Control" (arXiv 2405.16969, 2024) and themqm.org. With the sum of weights (absolute penalty
 * total, APT) and the evaluated count: NPT = APT / count × 1000; raw = 100 × (1 − APT / count); the linear calibrated score is
 * 100 − NPT × (100 − PT) / APP, which is exactly the passing threshold PT where NPT is the acceptable penalty APP.
 * The paper holds samples under some thousand words to be beyond a score (statistical quality control is for those):
 * there only the counts are given.
 */
import type { Side } from '../bitext/text'
import { type Decision, type DiscrepancyType, SEVERITIES, SEVERITY_WEIGHTS, type Severity } from '../discrepancy/rules'

export type ScoredNote = { type: DiscrepancyType; severity: Severity; decision: Decision | null }

export type MqmSettings = {
  /** What is counted: Chinese characters or English words. */
  unit: Side
  /** PT: the calibrated score that just passes. */
  threshold: number
  /** APP: penalty points a thousand units that just pass. */
  acceptable: number
  failOnCritical: boolean
}

export const PER = 1000

/** Below this the score says more of chance than of the text. */
export const SMALLEST_SAMPLE = 1000

export type Verdict = 'pass' | 'fail' | 'too-small'

export type MqmScore = {
  unit: Side
  /** How many units were evaluated. */
  units: number
  counts: Record<Severity, number>
  /** APT. */
  points: number
  /** The rest is null where the sample is too small. */
  perThousand: number | null
  raw: number | null
  calibrated: number | null
  verdict: Verdict
}

/** Decisions by which the translation is found not to be at fault. */
const ACQUITTING: readonly Decision[] = ['query-issuer', 'keep-both', 'editorial-latitude']

/** Errors of the governing text, latitude, and what was decided to stand never count against whoever translated. */
export function isFault({ type, decision }: Pick<ScoredNote, 'type' | 'decision'>): boolean {
  if (type === 'governing-text-error' || type === 'editorial-latitude') return false
  return decision === null || !ACQUITTING.includes(decision)
}

/** `units` is the count of what was evaluated, not of the whole text. */
export function scoreMqm(notes: readonly ScoredNote[], units: number, settings: MqmSettings): MqmScore {
  const faults = notes.filter(isFault)
  const counts = Object.fromEntries(
    SEVERITIES.map((severity) => [severity, faults.filter((note) => note.severity === severity).length]),
  ) as Record<Severity, number>
  const points = SEVERITIES.reduce((sum, severity) => sum + counts[severity] * SEVERITY_WEIGHTS[severity], 0)
  const base = { unit: settings.unit, units, counts, points }
  if (units < SMALLEST_SAMPLE) return { ...base, perThousand: null, raw: null, calibrated: null, verdict: 'too-small' }
  const perThousand = (points / units) * PER
  const raw = 100 * (1 - points / units)
  const calibrated = 100 - (perThousand * (100 - settings.threshold)) / settings.acceptable
  const struck = settings.failOnCritical && counts.critical > 0
  // Held against the penalty, not the rounded score: equal in the formula, and free of its division.
  const verdict = perThousand <= settings.acceptable && !struck ? 'pass' : 'fail'
  return { ...base, perThousand, raw, calibrated, verdict }
}
