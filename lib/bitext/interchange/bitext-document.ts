/** A document as it is exported: everything an exchange format may want, nothing of the database. */
import type { BlockKind } from '../intake/block'
import type { GoverningRule, Span } from '../text'

export type ExportedSegment = {
  id: string
  /** 1-based row number. */
  row: number
  kind: BlockKind
  label: boolean
  /** Number of the paragraph this row belongs to on each side; rows of one paragraph share it. null where the side is empty. */
  zhParagraph: number | null
  enParagraph: number | null
  zh: string
  en: string
  /** Counted from 0; left out where the row is in no turn. */
  turn?: number
  speakerZh: string
  speakerEn: string
  status: string
  flags: string[]
  /** What stands between this row's text and the next on that side (spaces, line ends), so that the text can be joined byte for byte. */
  zhTail: string
  enTail: string
  /** Place of the English in its own order, where the document says it: moved text stands in another row than its place. */
  enOrder?: number
  changedAt?: Date
  changedBy?: string
}

export type ExportedDiscrepancy = {
  number: number
  row: number
  type: string
  severity: string
  state: string
  zh: (Span & { quote: string }) | null
  en: (Span & { quote: string }) | null
  note: string
  raisedBy: string
  raisedAt: Date
  decision: string | null
  decisionNote: string
  legalEffect: string | null
  decidedBy: string | null
  decidedAt: Date | null
  /** Filled when a revision mended the text: the passage was, and is now. */
  was: string | null
  is: string | null
}

export type ExportedDocument = {
  id: string
  title: string
  governing: GoverningRule
  exportedAt: Date
  /** Where each side came from. */
  sources: { side: 'zh' | 'en'; fileName: string; address: string; sha256: string; receivedAt: Date }[]
  segments: ExportedSegment[]
  discrepancies: ExportedDiscrepancy[]
}
