/**
 * The findings of one row as its texts are now. Those of the saved texts come from the server; while somebody types, the
 * checks of the row run here, and what they say of the same words keeps what people said of it.
 */
import { useDeferredValue, useEffect, useMemo } from 'react'
import type { CheckedSegment, Finding } from '@/lib/bitext/check'
import type { runChecks } from '@/lib/bitext/check/run-checks'
import { SIDES } from '@/lib/bitext/text'
import type { CheckWish, FindingRow } from '@/lib/finding/queries'
import type { SegmentRow } from '@/lib/segment/queries'
import { governingSide } from '@/lib/segment/rules'
import { cell, useCell, useCellAt } from './cell'
import { findingsOf, type Here, namedOf } from './findings'
import { placeQuote } from './marks'
import { hasSide } from './rights'
import { type Screen, sideKey } from './screen'
import { termsOf } from './terms'
import { useScreen } from './use-screen'

/** `here` is null where it was found in words that are not saved yet. */
export type Shown = { finding: Omit<FindingRow, 'key'>; here: Here | null; saved: FindingRow | null }

/** The checks come when somebody first types; who only reads never fetches them. A help: the next row tries again where they did not come. */
const checks = cell<{ runChecks: typeof runChecks } | null>(null)

function useChecks(wanted: boolean) {
  const here = useCell(checks)
  useEffect(() => {
    if (wanted && !here) void import('@/lib/bitext/check/run-checks').then(checks.set, () => {})
  }, [wanted, here])
  return wanted ? here : null
}

export function useRowFindings(segment: SegmentRow): { shown: Shown[]; zh: string; en: string } {
  const screen = useScreen()
  const state = findingsOf(screen)
  const kept = useCellAt(state.byRow, segment.id)
  const settings = useCell(state.settings)
  const terms = useCell(termsOf(screen).index)
  const zhDraft = useCellAt(screen.drafts, sideKey(segment.id, 'zh'))?.text
  const enDraft = useCellAt(screen.drafts, sideKey(segment.id, 'en'))?.text
  const zh = useDeferredValue(zhDraft ?? segment.zh)
  const en = useDeferredValue(enDraft ?? segment.en)
  const run = useChecks(zh !== segment.zh || en !== segment.en)?.runChecks
  const shown = useMemo(() => {
    const standing = namedOf(kept ?? []).flatMap(({ finding, here }): Shown[] => {
      const now = placed(finding, { zh, en })
      return now ? [{ finding: now, here, saved: finding }] : []
    })
    if (!run) return standing
    const { id, kind, label } = segment
    const given = {
      ...around(screen, id),
      terms: terms ?? undefined,
      oneSided: SIDES.some((side) => !hasSide(screen.review, side)),
    }
    const governing = governingSide(screen.review.document.governing)
    const found = run({ id: String(id), zh, en, kind, label }, { ...given, ...(governing && { governing }) })
    const typed = found.flatMap((finding) => asShown(finding, { id, zh, en }, settings, standing))
    return [...typed, ...standing.filter(({ finding }) => finding.wide)]
  }, [screen, segment, kept, zh, en, run, settings, terms])
  return { shown, zh, en }
}

type Texts = { zh: string; en: string }

/** Where its words stand now; null when they are gone, and the finding with them. */
function placed(finding: FindingRow, texts: Texts): FindingRow | null {
  const spans = { zh: finding.zh, en: finding.en }
  for (const side of SIDES) {
    const span = finding[side]
    const words = finding[`${side}Words`]
    if (span && texts[side].slice(span.from, span.to) !== words) {
      const now = placeQuote(texts[side], words, span.from)
      if (!now) return null
      spans[side] = now
    }
    if (!finding.zh && !finding.en && texts[side] !== words) return null
  }
  return { ...finding, ...spans }
}

function asShown(
  finding: Finding,
  { id, zh, en }: Texts & { id: number },
  settings: readonly CheckWish[],
  standing: readonly Shown[],
): Shown[] {
  const wish = settings.find(({ check }) => check === finding.check)
  if (wish?.off) return []
  const known = standing.find(
    (one) => one.saved && !one.finding.wide && one.finding.says === finding.id && sameSpan(one.finding, finding),
  )
  if (known) return [known]
  const words = (side: 'zh' | 'en', text: string) => {
    const span = finding[side]
    return span ? text.slice(span.from, span.to) : ''
  }
  const { check, values } = finding
  const typed = {
    segmentId: id,
    check,
    severity: wish?.severity ?? finding.severity,
    says: finding.id,
    values: values as FindingRow['values'],
    zh: finding.zh,
    en: finding.en,
    zhWords: words('zh', zh),
    enWords: words('en', en),
    wide: false,
    dismissal: null,
    raised: false,
  }
  return [{ finding: typed, here: null, saved: null }]
}

type Spans = Pick<Finding, 'zh' | 'en'>

function sameSpan(one: Spans, other: Spans): boolean {
  return SIDES.every((side) => one[side]?.from === other[side]?.from && one[side]?.to === other[side]?.to)
}

/** The rows before and after, as far as they are here. */
function around(screen: Screen, id: number): { neighbours: { before?: CheckedSegment; after?: CheckedSegment } } {
  const outline = screen.outline.get()
  const row = outline?.rowOf.get(id)
  const at = (place: number) => {
    const segment = screen.rows.get(outline?.ids[place] ?? 0)
    return (
      segment && { id: String(segment.id), zh: segment.zh, en: segment.en, kind: segment.kind, label: segment.label }
    )
  }
  return row === undefined ? { neighbours: {} } : { neighbours: { before: at(row - 1), after: at(row + 1) } }
}
