/**
 * The overall error rate of GB/T 19682-2005 《翻译服务译文质量要求》 (Target text quality requirements for translation services).
 *
 * 综合差错率 = K·C_A·(C_I·D_I + C_II·D_II + C_III·D_III + C_IV·D_IV) / W × 100 %. D are the errors of four classes, weighted
 * 3, 1, 0.5 and 0.25; an error that is repeated counts once. W is the count of characters, and what is shorter than a
 * thousand counts as a thousand. K (0.5 to 1) is for difficulty, C_A for the purpose. A text passes at 1.5 ‰ or less.
 * The standard knows neither the types nor the severities of MQM: which class a note falls in is our reading of its appendix.
 */
import type { DiscrepancyType, Severity } from '../discrepancy/rules'
import { isFault, type ScoredNote } from './mqm-score'

export const GBT_CLASSES = ['I', 'II', 'III', 'IV'] as const

export type GbtClass = (typeof GBT_CLASSES)[number]

export const GBT_WEIGHTS: Record<GbtClass, number> = { I: 3, II: 1, III: 0.5, IV: 0.25 }

/** C_A by purpose: official and legal texts and publication; general; reference; gist. */
export const GBT_PURPOSES = { 1: 1, 2: 0.75, 3: 0.5, 4: 0.25 } as const

export type GbtPurpose = keyof typeof GBT_PURPOSES

export type GbtSettings = { difficulty: number; purpose: GbtPurpose }

export const GBT_LIMIT = 0.0015

const SMALLEST_COUNT = 1000

export type GbtScore = {
  characters: number
  counts: Record<GbtClass, number>
  /** As a share, not in per mille. */
  rate: number
  verdict: 'pass' | 'fail'
}

type WordedNote = ScoredNote & { zhQuote: string; enQuote: string }

/** Class I is what misleads the reader on the substance, whatever its type. */
export function gbtClassOf(type: DiscrepancyType, severity: Severity): GbtClass | null {
  if (severity === 'neutral') return null
  if (severity === 'critical') return 'I'
  if (type === 'terminology' || type === 'entity-or-title')
    return severity === 'major' && type === 'entity-or-title' ? 'I' : 'III'
  if (type === 'typography') return 'IV'
  const language = type === 'grammar' || type === 'spelling' || type === 'style-register'
  return severity === 'major' && !language ? 'I' : 'II'
}

/** `characters` counts the Chinese of what was evaluated. */
export function scoreGbt(notes: readonly WordedNote[], characters: number, settings: GbtSettings): GbtScore {
  const counts: Record<GbtClass, number> = { I: 0, II: 0, III: 0, IV: 0 }
  const seen = new Set<string>()
  for (const note of notes.filter(isFault)) {
    const grade = gbtClassOf(note.type, note.severity)
    if (!grade) continue
    const same = JSON.stringify([grade, note.type, plain(note.zhQuote), plain(note.enQuote)])
    if (seen.has(same)) continue
    seen.add(same)
    counts[grade] += 1
  }
  const points = GBT_CLASSES.reduce((sum, grade) => sum + counts[grade] * GBT_WEIGHTS[grade], 0)
  const weight = settings.difficulty * GBT_PURPOSES[settings.purpose]
  const rate = (weight * points) / Math.max(characters, SMALLEST_COUNT)
  return { characters, counts, rate, verdict: rate <= GBT_LIMIT ? 'pass' : 'fail' }
}

const plain = (quote: string) => quote.normalize('NFKC').replace(/\s+/gu, ' ').trim().toLowerCase()
