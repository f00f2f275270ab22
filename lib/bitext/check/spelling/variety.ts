/** British and American spellings of one word, found by the endings in which the two differ and confirmed by both dictionaries. */
import type { Speller } from '../speller'

export type Variety = 'british' | 'american'

// British first. Only the middle or end of words; the dictionaries say whether the result is a word.
const PAIRS: readonly (readonly [string, string])[] = [
  ['our', 'or'],
  ['isation', 'ization'],
  ['ising', 'izing'],
  ['ise', 'ize'],
  ['yse', 'yze'],
  ['ysing', 'yzing'],
  ['tre', 'ter'],
  ['bre', 'ber'],
  ['elled', 'eled'],
  ['elling', 'eling'],
  ['eller', 'eler'],
  ['alled', 'aled'],
  ['ence', 'ense'],
  ['ogue', 'og'],
  ['programme', 'program'],
  ['aeo', 'eo'],
  ['aem', 'em'],
  ['oeu', 'eu'],
  ['mould', 'mold'],
  ['plough', 'plow'],
  ['fulfil', 'fulfill'],
  ['cheque', 'check'],
  ['jewellery', 'jewelry'],
  ['tyre', 'tire'],
]

/** The other variety's form, if this word belongs to one alone. -ize is good in both (Oxford), -ise in one. */
export function varietyOf(word: string, speller: Speller): { variety: Variety; other: string } | null {
  const [american, british] = [speller.american(word), speller.british(word)]
  if (american === british) return null
  for (const [uk, us] of PAIRS) {
    const [from, to] = british ? [uk, us] : [us, uk]
    if (american && from.includes('iz')) continue
    const at = word.lastIndexOf(from)
    if (at < 1) continue
    const other = word.slice(0, at) + to + word.slice(at + from.length)
    const isOther = british
      ? speller.american(other) && !speller.british(other)
      : speller.british(other) && !speller.american(other)
    if (isOther || (british && from.includes('is') && speller.american(other)))
      return { variety: british ? 'british' : 'american', other }
  }
  return null
}
