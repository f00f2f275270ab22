/** Makes the aligner's lexicon out of CC-CEDICT: words with weighted English keys, and learned meanings of characters. */
import type { CompactEntry, CompactLexicon } from './compact-lexicon'
import { glossPhrases } from './gloss-keys'
import { type CharacterPair, learnCharacters } from './learn-characters'
import type { CedictEntry } from './read-cedict'

/** Of the "frequent word, forty senses" kind no sentence uses more than a few: the tail only dilutes. */
const MOST_KEYS = 60

export function buildLexicon(entries: readonly CedictEntry[]): CompactLexicon {
  const keys = new Numbering()
  const words = new Map<string, Map<number, number>>()
  const characters = new Numbering()
  characters.number('') // 0 is the empty word of learnCharacters
  const pairs: CharacterPair[] = []
  for (const { simplified, pinyin, meanings } of entries) {
    const phrases = glossPhrases(meanings).map((phrase) => phrase.map((key) => keys.number(key)))
    if (phrases.length === 0) continue
    addPhrases(words, simplified, phrases)
    // A capital opens the reading of proper names: their characters are chosen for sound.
    if (/^\p{Lu}/u.test(pinyin) || !/^\p{Script=Han}+$/u.test(simplified)) continue
    const own = [...simplified].map((character) => characters.number(character))
    for (const phrase of phrases) pairs.push({ characters: own, keys: phrase })
  }
  const learned = learnCharacters(pairs, characters.size)
  return {
    keys: keys.names,
    words: [...words].map(([word, weights]) => ({ word, keys: strongest(weights) })),
    characters: characters.names
      .map((word, character) => ({ word, keys: (learned[character] ?? []).slice(0, MOST_KEYS) }))
      .filter(({ word, keys }) => word !== '' && keys.length > 0),
  }
}

/** Every word of a gloss phrase gets an equal share of it; a key keeps its best share. */
function addPhrases(words: Map<string, Map<number, number>>, word: string, phrases: readonly number[][]): void {
  const weights = words.get(word) ?? new Map<number, number>()
  words.set(word, weights)
  for (const phrase of phrases)
    for (const key of phrase) weights.set(key, Math.max(weights.get(key) ?? 0, 1 / phrase.length))
}

function strongest(weights: Map<number, number>): CompactEntry['keys'] {
  return [...weights]
    .map(([key, weight]) => ({ key, weight }))
    .sort((a, b) => b.weight - a.weight)
    .slice(0, MOST_KEYS)
}

class Numbering {
  readonly names: string[] = []
  private readonly numbers = new Map<string, number>()
  get size(): number {
    return this.names.length
  }
  number(name: string): number {
    const known = this.numbers.get(name)
    if (known !== undefined) return known
    this.numbers.set(name, this.names.length)
    return this.names.push(name) - 1
  }
}
