/** What a check computed about one segment. Findings may vanish when the text changes; a discrepancy is what a person keeps. */
import type { Lexicon } from '../align'
import type { TermIndex } from '../terms'
import type { Notice, Side, Span } from '../text'

export type FindingSeverity = 'error' | 'warning' | 'note'

export type Finding = Notice & {
  check: string
  severity: FindingSeverity
  zh: Span | null
  en: Span | null
}

/** What checks see of a segment. An empty string means the side is missing. */
export type CheckedSegment = { id: string; zh: string; en: string; kind?: string; label?: boolean }

export type CheckSettings = {
  neighbours?: { before?: CheckedSegment; after?: CheckedSegment }
  /** The document has only one side so far: a missing side is no finding. */
  oneSided?: boolean
  /** Ids of checks that are switched off. */
  off?: readonly string[]
  /** Which side the other one follows; by default the Chinese. null: neither, both are equally authentic. */
  governing?: Side | null
  /** What a check may need besides the text is brought by the caller; without it the check is silent. */
  terms?: TermIndex
  lexicon?: Lexicon
}

/** `says` is one English sentence for the settings page. */
export type Check = {
  id: string
  says: string
  run(segment: CheckedSegment, settings: CheckSettings): Finding[]
}
