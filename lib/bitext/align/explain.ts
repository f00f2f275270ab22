/** What ties a bead, for a person to see: which words, numbers, names and Latin words of its two sides go with each other. */
import type { Lexicon, Tie } from './bead'
import { CONSTANTS } from './constants'
import { prepare, tokenise } from './prepared'
import { type PlacedToken, tokenKind } from './tokens'
import { dictionaryLinks } from './translation-table'

/** Ties weaker than this are guesses by single characters. */
const LEAST_WEIGHT = 0.25
/** English words that go with everything. */
const EMPTY_WORDS = new Set(
  'a an the of to in on at for with by and or as be it thi that he she they i you we not do have'.split(' '),
)

/** The ties, strongest first; each word is tied once. Joins what the texts and the lexicon alone say, without what the aligner learned of the document. */
export function explain(zh: string, en: string, lexicon?: Lexicon): Tie[] {
  const pair = prepare([zh], [en], lexicon)
  const tokens = tokenise([zh], [en], lexicon)
  const links = dictionaryLinks(pair, lexicon, CONSTANTS).flatMap((row, token) =>
    [...row].map(([key, weight]) => ({ zh: pair.zh.vocabulary[token]!, en: pair.en.vocabulary[key]!, weight })),
  )
  const surfaces = { zh: surfacesOf(tokens.zh.flat(), zh), en: surfacesOf(tokens.en.flat(), en) }
  const tied = { zh: new Set<string>(), en: new Set<string>() }
  const ties: Tie[] = []
  for (const link of links.sort((a, b) => b.weight - a.weight)) {
    const kind = tokenKind(link.zh)
    if (kind === 'punctuation' || link.weight < LEAST_WEIGHT || EMPTY_WORDS.has(link.en)) continue
    if (tied.zh.has(link.zh) || tied.en.has(link.en)) continue
    tied.zh.add(link.zh)
    tied.en.add(link.en)
    ties.push({ kind, zh: surfaces.zh.get(link.zh) ?? '', en: surfaces.en.get(link.en) ?? '', weight: link.weight })
  }
  return ties
}

/** The words as they first stand in the text, by token. */
function surfacesOf(tokens: readonly PlacedToken[], text: string): Map<string, string> {
  return new Map([...tokens].reverse().map(({ token, at, length }) => [token, text.slice(at, at + length)]))
}
