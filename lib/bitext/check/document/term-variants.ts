/**
 * A Chinese term with several English renderings, with no glossary and no quotation marks: 岚浦经验 is "Lanpu experience" in most rows and "Lanpu model" in one.
 *
 * A term (`frequent-terms.ts`) has for its rendering the pair of words that most of its rows have and hardly any others. A variant keeps one of the
 * two words, one that is seldom heard elsewhere, and puts another beside it which no other Chinese word of the row explains. Silent without a dictionary.
 */
import type { Lexicon } from '../../align'
import type { Span } from '../../text'
import type { CheckedSegment } from '../finding'
import { finding } from '../messages'
import { frequentTerms, type Term } from './frequent-terms'
import type { DocumentCheck, DocumentFinding } from './variants'
import { type English, keyOf, type Pair, readEnglish } from './word-pairs'

const ID = 'term-variants'

export const termVariants: DocumentCheck = {
  id: ID,
  says: 'A Chinese term has one English form throughout the document, also without a glossary.',
  run: (segments, { lexicon }) => (lexicon ? report(segments, lexicon) : []),
}

/** The rendering stands in so much of the term's rows, and of its own places so many are in them. */
const USUAL = 0.5
const OWN = 0.75
/** So much of what is said with the word the two renderings share is said of the term. */
const SHARED = 0.6

function report(segments: readonly CheckedSegment[], lexicon: Lexicon): DocumentFinding[] {
  const terms = frequentTerms(segments, lexicon)
  if (terms.length === 0) return []
  const english = readEnglish(segments)
  const taken = new Set<string>()
  return terms
    .flatMap((term) => variantsIn(term, segments, english, lexicon))
    .filter(({ segment, pair }) => {
      const place = `${segment.id} ${pair.from}`
      const isNew = !taken.has(place)
      taken.add(place)
      return isNew
    })
    .map(say)
}

type Variant = { segment: CheckedSegment; term: string; zh: Span; pair: Pair; usual: string; count: number }

function variantsIn(
  { term, rows }: Term,
  segments: readonly CheckedSegment[],
  english: English,
  lexicon: Lexicon,
): Variant[] {
  const own = new Set(rows)
  const usual = usualOf(own, english)
  if (!usual) return []
  const count = rows.filter((row) => english.pairs[row]!.some(({ key }) => key === usual.key)).length
  return rows.flatMap((row) => {
    const { zh, en } = segments[row]!
    const pairs = english.pairs[row]!
    // Parted from one another, the two words still render the term: "the default layout of the keyboard".
    if (saysBoth(en, usual)) return []
    const at = zh.indexOf(term)
    const variants = pairs.filter((pair) => isVariant(pair, usual, own, english))
    const [pair, ...more] = variants.filter((one) => !isExplained(newWord(one, usual), zh, term, lexicon))
    if (!pair || more.length > 0 || at < 0 || /[“「]/.test(zh[at - 1] ?? '')) return []
    return [{ segment: segments[row]!, term, zh: { from: at, to: at + term.length }, pair, usual: usual.words, count }]
  })
}

function saysBoth(en: string, { first, second }: Pair): boolean {
  const words = new Set((en.match(/[\p{L}’'-]+/gu) ?? []).map(keyOf))
  return words.has(first) && words.has(second)
}

/** The pair that most of the term's rows have, and few others. */
function usualOf(own: ReadonlySet<number>, { pairs, rowsOfPair }: English): Pair | null {
  let best: { pair: Pair; count: number } | null = null
  const seen = new Set<string>()
  for (const row of own)
    for (const pair of pairs[row]!) {
      if (seen.has(pair.key)) continue
      seen.add(pair.key)
      const all = rowsOfPair.get(pair.key)!
      const count = [...all].filter((one) => own.has(one)).length
      if (count < Math.max(2, own.size * USUAL) || count < all.size * OWN) continue
      if (!best || count > best.count) best = { pair, count }
    }
  return best?.pair ?? null
}

function isVariant(pair: Pair, usual: Pair, own: ReadonlySet<number>, { rowsOfPair, rowsOfWord }: English): boolean {
  const shared = pair.first === usual.first ? pair.first : pair.second === usual.second ? pair.second : null
  if (shared === null || pair.words.includes(`${usual.words}-`)) return false
  const within = (rows: ReadonlySet<number>) => [...rows].filter((row) => own.has(row)).length
  const said = rowsOfWord.get(shared)!
  return within(rowsOfPair.get(pair.key)!) === rowsOfPair.get(pair.key)!.size && within(said) >= said.size * SHARED
}

function newWord(pair: Pair, usual: Pair): string {
  return pair.first === usual.first ? pair.second : pair.first
}

/** Another Chinese word of the row means it: it is no rendering of the term. */
function isExplained(key: string, zh: string, term: string, lexicon: Lexicon): boolean {
  const rest = zh.replaceAll(term, '　')
  for (let from = 0; from < rest.length; from += 1)
    for (let to = from + 1; to <= Math.min(rest.length, from + LONGEST_WORD); to += 1) {
      const word = rest.slice(from, to)
      if (lexicon.isWord(word) && lexicon.lookup(word).some((meaning) => meaning.key === key)) return true
    }
  return false
}

const LONGEST_WORD = 4

function say({ segment, term, zh, pair, usual, count }: Variant): DocumentFinding {
  const values = { term, words: pair.words, other: usual, count }
  return { segmentId: segment.id, ...finding(ID, 'note', 'term-variant', values, { zh, en: pair }) }
}
