'use client'
/** Finds what the two texts of the present row say about each other, once the person pauses; never while a word is being composed. */
import { useEffect } from 'react'
import { guard } from '@/app/_ui/composition'
import { useTexts } from '@/app/_ui/texts/texts-provider'
import type { SegmentRow } from '@/lib/segment/queries'
import { useCell, useCellAt, useCellPart } from '../state/cell'
import { numberHighlights, termHighlights } from '../state/highlights'
import { missingSide } from '../state/rights'
import { sideKey } from '../state/screen'
import { termsOf } from '../state/terms'
import { useScreen } from '../state/use-screen'

/** Long enough that nothing is computed between two keys of one word. */
const PAUSE = 250

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
    const found = () => {
      const numbers = numberHighlights(zh, en, t)
      if (!terms) return numbers
      const named = termHighlights(terms, zh, en, t)
      return { zh: [...numbers.zh, ...named.zh], en: [...numbers.en, ...named.en] }
    }
    const look = () => {
      if (guard.isComposing()) later = setTimeout(look, PAUSE)
      else screen.highlights.set({ segmentId: segment.id, texts: { zh, en }, found: found() })
    }
    const known = screen.highlights.get()?.segmentId === segment.id
    later = setTimeout(look, known ? PAUSE : 0)
    return () => clearTimeout(later)
  }, [screen, segment.id, zh, en, wanted, terms, t])
  useEffect(() => () => screen.highlights.set(null), [screen])
  return null
}
