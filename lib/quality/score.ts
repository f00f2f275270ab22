/** Scores rows that were evaluated and the notes raised on them, by both methods. */
import type { EvaluatedNote, EvaluatedRow } from './evaluation'
import { type GbtScore, scoreGbt } from './gbt-19682'
import { type MqmScore, scoreMqm } from './mqm-score'
import type { QualitySettings } from './rules'

export type Scores = {
  rows: number
  /** All errors that were found, mended or not: what the translation was worth. */
  found: MqmScore
  /** Only those not mended yet: what the text is worth as it stands. */
  standing: MqmScore
  gbt: GbtScore
}

type ScoredRow = Pick<EvaluatedRow, 'count'>

type ScoredNote = Pick<EvaluatedNote, 'type' | 'severity' | 'decision' | 'zhQuote' | 'enQuote' | 'mended'>

export function scoreRows(rows: readonly ScoredRow[], notes: readonly ScoredNote[], settings: QualitySettings): Scores {
  const units = rows.reduce((sum, { count }) => sum + count[settings.unit], 0)
  const characters = rows.reduce((sum, { count }) => sum + count.zh, 0)
  const standing = notes.filter(({ mended }) => !mended)
  return {
    rows: rows.length,
    found: scoreMqm(notes, units, settings),
    standing: scoreMqm(standing, units, settings),
    gbt: scoreGbt(notes, characters, settings),
  }
}
