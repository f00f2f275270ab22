/** The checks of one segment, and what they find together. */
import { brackets } from './brackets'
import { degreeWords } from './degree-words'
import { emptySide } from './empty-side'
import type { Check, CheckedSegment, CheckSettings, Finding, FindingSeverity } from './finding'
import { listItems } from './list-items'
import { numerals } from './numerals'
import { partsOfSum } from './parts-of-sum'
import { preserved } from './preserved'
import { quotedSpeech } from './quoted-speech'
import { repeatedWords } from './repeated-words'
import { terms } from './terms'
import { typography } from './typography'
import { untranslated } from './untranslated'
import { usage } from './usage'
import { weekdayDate } from './weekday-date'

export const CHECKS: readonly Check[] = [
  emptySide,
  numerals,
  degreeWords,
  untranslated,
  weekdayDate,
  listItems,
  partsOfSum,
  preserved,
  brackets,
  quotedSpeech,
  repeatedWords,
  typography,
  usage,
  terms,
]

// Credits, clauses and captions are formulas: no one translates them anew, and their numbers ("1/6") belong to the page.
const PROTECTED_CHECKS = new Set(['empty-side', 'untranslated', 'typography'])
const PROTECTED = new Set(['credit', 'prevail-clause', 'caption', 'furniture'])
// A label names a speaker or an outlet: "CCTV:".
const LABEL_CHECKS = new Set(['empty-side', 'untranslated', 'typography', 'brackets'])

const RANK: Record<FindingSeverity, number> = { error: 0, warning: 1, note: 2 }

/** What all checks find in one segment, the gravest first, then in the order of the text. */
export function runChecks(segment: CheckedSegment, settings: CheckSettings = {}): Finding[] {
  const found = CHECKS.filter(({ id }) => applies(id, segment) && !settings.off?.includes(id)).flatMap((check) =>
    check.run(segment, settings),
  )
  return found.sort((a, b) => RANK[a.severity] - RANK[b.severity] || start(a) - start(b))
}

function applies(check: string, { kind, label }: CheckedSegment): boolean {
  if (kind === 'furniture') return false
  if (kind !== undefined && PROTECTED.has(kind)) return PROTECTED_CHECKS.has(check)
  return label !== true || LABEL_CHECKS.has(check)
}

function start({ zh, en }: Finding): number {
  return en?.from ?? zh?.from ?? 0
}
