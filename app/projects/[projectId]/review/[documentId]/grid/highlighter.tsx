'use client'
/** Finds what the two texts of the present row say about each other, once the person pauses; never while a word is being composed, or words are selected. */
import { useEffect } from 'react'
import { guard } from '@/app/_ui/composition'
import { useTexts } from '@/app/_ui/texts/texts-provider'
import { SIDES } from '@/lib/bitext/text'
import type { SegmentRow } from '@/lib/segment/queries'
import { governingSide } from '@/lib/segment/rules'
import { useCell, useCellAt, useCellPart } from '../state/cell'
import { findingsOf } from '../state/findings'
import type { TermWish } from '../state/highlights'
import { missingSide } from '../state/rights'
import { type Screen, sideKey } from '../state/screen'
import { selectedWords } from '../state/selected-words'
import { termsOf } from '../state/terms'
import { useScreen } from '../state/use-screen'

/** Long enough that nothing is computed between two keys of one word. */
const PAUSE = 250

/** What the check of terms would take into account as well. */
function termWish(screen: Screen, segmentId: number): TermWish {
  const outline = screen.outline.get()
  const row = outline?.rowOf.get(segmentId) ?? -1
  const near = [row - 1, row + 1].flatMap((at) => screen.rows.get(outline?.ids[at] ?? 0) ?? [])
  const looked = findingsOf(screen)
    .byRow.get(segmentId)
    ?.filter((one) => one.check === 'terms' && one.dismissal)
  return {
    governing: governingSide(screen.review.document.governing),
    around: { zh: near.map((one) => one.zh), en: near.map((one) => one.en) },
    dismissed: new Set(looked?.flatMap((one) => [one.zhWords, one.enWords])),
  }
}

export function Highlighter({ segment }: { segment: SegmentRow }) {
  const t = useTexts()
  const screen = useScreen()
  const zh = useCellAt(screen.drafts, sideKey(segment.id, 'zh'))?.text ?? segment.zh
  const en = useCellAt(screen.drafts, sideKey(segment.id, 'en'))?.text ?? segment.en
  const wanted = useCellPart(screen.settings, (settings) => settings.numbers) && missingSide(screen.review) === null
  const terms = useCell(termsOf(screen).index)
  useEffect(() => {
    if (!wanted) return screen.highlights.set(null)
    let later: ReturnType<typeof setTimeout>
    let isOver = false
    const look = async () => {
      // Who reads numbers comes when the rows are there: nothing waits for it.
      const engine = await import('../state/highlights').catch(() => null)
      if (isOver || !engine) return
      // Words painted anew lose their selection.
      if (guard.isComposing() || selectedWords()?.segmentId === segment.id) {
        later = setTimeout(look, PAUSE)
        return
      }
      const found = engine.numberHighlights(zh, en, t)
      if (terms) {
        const named = engine.termHighlights(terms, { zh, en }, termWish(screen, segment.id), t)
        for (const side of SIDES) found[side].push(...named[side])
      }
      screen.highlights.set({ segmentId: segment.id, texts: { zh, en }, found })
    }
    const known = screen.highlights.get()?.segmentId === segment.id
    later = setTimeout(look, known ? PAUSE : 0)
    return () => {
      isOver = true
      clearTimeout(later)
    }
  }, [screen, segment.id, zh, en, wanted, terms, t])
  useEffect(() => () => screen.highlights.set(null), [screen])
  return null
}
