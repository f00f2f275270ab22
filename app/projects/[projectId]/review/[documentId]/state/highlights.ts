/** What the two texts of a row say about each other while they are typed: numbers by value, each with its partner, and terms. */

import type { Translate } from '@/app/_ui/texts/translate'
import { matchNumerals, type Numeral, readNumerals } from '@/lib/bitext/numerals'
import { findTerms, type TermIndex } from '@/lib/bitext/terms'
import { otherSide, SIDES } from '@/lib/bitext/text'
import type { Highlight, Mark } from './marks'

export type Highlights = { zh: Mark<Highlight>[]; en: Mark<Highlight>[] }

export const NO_HIGHLIGHTS: Highlights = { zh: [], en: [] }

/**
 * Numbers that say the same get the same sign on both sides; those that differ, or have no partner, say so.
 * Soft expressions ("one", 首) are never missed and shown only where they have a partner.
 */
export function numberHighlights(zh: string, en: string, t: Translate): Highlights {
  const found: Highlights = { zh: [], en: [] }
  let pairs = 0
  const put = (side: 'zh' | 'en', { from, to }: Numeral, of: Highlight) => found[side].push({ from, to, of })
  for (const match of matchNumerals(readNumerals(zh, 'zh'), readNumerals(en, 'en'))) {
    if (match.zh && match.en) {
      const pair = String(++pairs)
      const alike = match.differs.length === 0
      const layer = alike ? 'number' : 'number-differs'
      const name = t(alike ? 'tracked.number-pair' : 'tracked.number-differs', { zh: match.zh.text, en: match.en.text })
      put('zh', match.zh, { layer, pair, name })
      put('en', match.en, { layer, pair, name })
    } else {
      const alone = match.zh ?? match.en
      if (alone?.weight !== 'firm') continue
      const name = t('tracked.number-alone', { words: alone.text })
      put(match.zh ? 'zh' : 'en', alone, { layer: 'number-alone', pair: null, name })
    }
  }
  return found
}

/** Terms of the termbase, each with the forms the other side may have. */
export function termHighlights(index: TermIndex, zh: string, en: string, t: Translate): Highlights {
  const texts = { zh, en }
  const found: Highlights = { zh: [], en: [] }
  for (const side of SIDES) {
    for (const { from, to, concept, term } of findTerms(index, texts[side], side)) {
      const forbidden = term.status === 'forbidden'
      const wanted = forbidden ? side : otherSide(side)
      const forms = concept.terms
        .filter((one) => one.side === wanted && one.status !== 'forbidden')
        .map(({ text }) => text)
        .join(' / ')
      const name = t(forbidden ? 'terms.mark-forbidden' : 'terms.mark', { forms: forms || '–' })
      found[side].push({ from, to, of: { layer: forbidden ? 'term-forbidden' : 'term', pair: null, name } })
    }
  }
  return found
}
