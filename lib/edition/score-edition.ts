/**
 * What an edition was worth when it was published: its rows and notes as they were written down then, scored as the project
 * scores now. Evaluated is what a second person had read, as in lib/quality/evaluation.
 */
import { PROTECTED_KINDS } from '../bitext/intake/block'
import type { ExportedDiscrepancy, ExportedDocument } from '../bitext/interchange/bitext-document'
import { countWords } from '../bitext/text'
import {
  type Decision,
  type DiscrepancyState,
  type DiscrepancyType,
  isUndecided,
  type Severity,
} from '../discrepancy/rules'
import type { QualitySettings } from '../quality/rules'
import { type Scores, scoreRows } from '../quality/score'

const READ_TWICE = ['revised', 'reviewed', 'released']

export type EditionScores = Scores & { allRows: number }

export function scoreEdition({ segments, discrepancies }: ExportedDocument, settings: QualitySettings): EditionScores {
  const counted = new Set(segments.filter(({ kind }) => !PROTECTED_KINDS.includes(kind)).map(({ row }) => row))
  const notes = discrepancies.filter(({ row }) => counted.has(row))
  const noted = new Set(notes.map(({ row }) => row))
  const rows = segments.filter(({ row, status }) => counted.has(row) && (READ_TWICE.includes(status) || noted.has(row)))
  return {
    ...scoreRows(
      rows.map(({ zh, en }) => ({ count: { zh: countWords(zh, 'zh'), en: countWords(en, 'en') } })),
      notes.map(scored),
      settings,
    ),
    allRows: segments.length,
  }
}

function scored({ type, severity, state, decision, zh, en, was }: ExportedDiscrepancy) {
  return {
    type: type as DiscrepancyType,
    severity: severity as Severity,
    // Only one that was taken: a proposal acquits nobody.
    decision: isUndecided(state as DiscrepancyState) ? null : (decision as Decision | null),
    zhQuote: zh?.quote ?? '',
    enQuote: en?.quote ?? '',
    mended: was !== null,
  }
}
