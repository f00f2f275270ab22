/** What the two texts of a row say about each other while they are typed: numbers by value, each with its partner, and terms. */

import type { Translate } from '@/app/_ui/texts/translate'
import { matchNumerals, type Numeral, readNumerals } from '@/lib/bitext/numerals'
import { findTerms, type TermHit, type TermIndex } from '@/lib/bitext/terms/find-terms'
import { otherSide, SIDES, type Side } from '@/lib/bitext/text'
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

export type TermWish = {
  /** The side whose terms ask for their forms; null: each asks the other. */
  governing: Side | null
  /** Texts of the neighbouring rows, in which a term is not missing. */
  around: Record<Side, readonly string[]>
  /** Words somebody has looked at and let stand. */
  dismissed: ReadonlySet<string>
}

/**
 * Terms of the termbase, each with the forms the other side may have. The same rule as the check's: a term of the governing
 * side that has none of its forms on the other side, in any inflection, says so; what alignment left in the next row is
 * not missing, and words that name several concepts are content with a form of any of them.
 */
export function termHighlights(
  index: TermIndex,
  texts: Record<Side, string>,
  { governing, around, dismissed }: TermWish,
  t: Translate,
): Highlights {
  const found: Highlights = { zh: [], en: [] }
  const pairs = new Map<string, string>()
  for (const side of SIDES) {
    const other = otherSide(side)
    const here = conceptsIn(index, [texts[other]], other)
    const near = conceptsIn(index, around[other], other)
    const asks = (governing ?? side) === side && texts[other].trim() !== ''
    for (const hits of byWords(findTerms(index, texts[side], side))) {
      const { from, to } = hits[0]!
      const forbidden = !hits.some(isUsable)
      const partner = forbidden ? undefined : hits.find(({ concept }) => here.has(concept.id))?.concept.id
      const forms = formsOf(hits, forbidden ? side : other)
      const known = forbidden || hits.some(({ concept: { id } }) => here.has(id) || near.has(id))
      const alone = asks && !known && forms !== '' && !dismissed.has(texts[side].slice(from, to))
      const name = t(`terms.mark${forbidden ? '-forbidden' : alone ? '-alone' : ''}`, { forms: forms || '–' })
      const layer = forbidden ? 'term-forbidden' : alone ? 'term-alone' : 'term'
      found[side].push({ from, to, of: { layer, pair: partner ? signOf(pairs, partner) : null, name } })
    }
  }
  return found
}

/** Concepts that have a form they may have in these texts. */
function conceptsIn(index: TermIndex, texts: readonly string[], side: Side): Set<string> {
  return new Set(
    texts.flatMap((text) => findTerms(index, text, side).filter(isUsable)).map(({ concept }) => concept.id),
  )
}

function isUsable({ term }: TermHit): boolean {
  return term.status !== 'forbidden'
}

/** The hits of one place together, in the order of the text. */
function byWords(hits: readonly TermHit[]): TermHit[][] {
  return hits.reduce<TermHit[][]>((groups, hit) => {
    const last = groups.at(-1)
    if (last && last[0]!.from === hit.from && last[0]!.to === hit.to) last.push(hit)
    else groups.push([hit])
    return groups
  }, [])
}

function formsOf(hits: readonly TermHit[], side: Side): string {
  const terms = hits.flatMap(({ concept }) => concept.terms)
  const forms = terms.filter((term) => term.side === side && term.status !== 'forbidden').map(({ text }) => text)
  return [...new Set(forms)].join(' / ')
}

/** The sign both texts show for a concept: a, b, c; numbers are counted with digits. */
function signOf(pairs: Map<string, string>, concept: string): string {
  const sign = pairs.get(concept) ?? String.fromCharCode(97 + (pairs.size % 26))
  pairs.set(concept, sign)
  return sign
}
