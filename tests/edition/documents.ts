/** Editions written by hand: rows are `[id, zh, en]`. */
import type { ExportedDiscrepancy, ExportedDocument, ExportedSegment } from '../../lib/bitext/interchange'
import { discrepancy, sample, segment } from '../bitext/interchange/documents'

export type Row = [id: string, zh: string, en: string, more?: Partial<ExportedSegment>]

export function edition(rows: readonly Row[], more: Partial<ExportedDocument> = {}): ExportedDocument {
  const segments = rows.map(([id, zh, en, given], at) =>
    segment(at + 1, { id, zh, en, enTail: en === '' ? '' : ' ', zhTail: '', ...given }),
  )
  return { ...sample, segments, discrepancies: [], ...more }
}

/** A decided note on `words` of one side of a row as they stand in the document, or on words that are gone. */
export function settled(
  { segments }: ExportedDocument,
  row: number,
  marks: { zh?: string; en?: string },
  more: Partial<ExportedDiscrepancy> = {},
): ExportedDiscrepancy {
  const marked = (side: 'zh' | 'en') => {
    const words = marks[side]
    if (words === undefined) return null
    const from = segments[row - 1]![side].indexOf(words)
    return from < 0 ? { from: 0, to: 0, quote: words } : { from, to: from + words.length, quote: words }
  }
  const decision = { state: 'verified', decision: 'mend-translation', decisionNote: 'As decided.' }
  return discrepancy(more.number ?? 1, { row, ...decision, zh: marked('zh'), en: marked('en'), ...more })
}
