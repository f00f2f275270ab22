/**
 * Names by sound: capitalised English words that spell the pinyin of one to three adjacent characters
 * (陈清扬 ↔ Chen Qingyang). The matched characters get a token of their own beside the words they are in.
 */
import { pinyin } from 'pinyin-pro'
import type { EnglishTokens } from './english-tokens'
import { nameToken, type PlacedToken } from './tokens'

const HAN = /^[\u3400-\u9fff]$/
const LONGEST_NAME = 3
/** A word is a name when it is capitalised three times as often as not; at the head of a sentence a capital says half as much. */
const CAPITAL_FACTOR = 3

const READINGS = new Map<string, readonly string[]>()

/** Toneless readings of a character, ü as both v and u. */
function readings(character: string): readonly string[] {
  const known = READINGS.get(character)
  if (known) return known
  const all = pinyin(character, { toneType: 'none', type: 'array', multiple: true, v: true })
  const found = [...new Set(all.flatMap((one) => [one.toLowerCase(), one.toLowerCase().replaceAll('v', 'u')]))]
  READINGS.set(character, found)
  return found
}

/** Words, all that they begin with, and of each character met the readings that begin one. */
export type Names = { words: ReadonlySet<string>; heads: ReadonlySet<string>; openings: Map<string, readonly string[]> }

/** Capitalised words of the document that could be transliterated names, lower case. */
export function nameWords(sentences: readonly string[], tokenised: readonly EnglishTokens[]): Names {
  const capitals = new Map<string, number>()
  for (const { capitalised } of tokenised)
    for (const { word, opens } of capitalised) capitals.set(word, (capitals.get(word) ?? 0) + (opens ? 0.5 : 1))
  const plain = new Map<string, number>()
  for (const sentence of sentences)
    for (const [word] of sentence.matchAll(/(?<![A-Za-z])[a-z]+/g))
      if (capitals.has(word)) plain.set(word, (plain.get(word) ?? 0) + 1)
  const names = [...capitals].filter(
    ([word, count]) => /^[a-z]{2,}$/.test(word) && count > CAPITAL_FACTOR * (plain.get(word) ?? 0),
  )
  const words = names.map(([word]) => word)
  const heads = words.flatMap((word) => Array.from(word, (_, at) => word.slice(0, at + 1)))
  return { words: new Set(words), heads: new Set(heads), openings: new Map() }
}

/** One token for each stretch of the sentence that sounds like a name of the document. */
export function nameTokens(sentence: string, names: Names, words: ReadonlySet<string>): PlacedToken[] {
  const found: PlacedToken[] = []
  if (names.words.size === 0) return found
  for (let at = 0; at < sentence.length; at++) {
    const first = sentence[at]!
    let sounds = openings(first, names)
    for (let length = 1; sounds.length > 0; length++) {
      // A single character matches by chance too often unless it is a word of its own.
      if (length > 1 || words.has(first))
        for (const sound of new Set(sounds))
          if (names.words.has(sound)) found.push({ token: nameToken(sound), at, length })
      const next = sentence[at + length]
      if (length === LONGEST_NAME || next === undefined || !HAN.test(next)) break
      sounds = sounds
        .flatMap((sound) => readings(next).map((reading) => sound + reading))
        .filter((sound) => names.heads.has(sound))
    }
  }
  return found
}

/** Readings of the character that a name begins with. */
function openings(character: string, { heads, openings: known }: Names): readonly string[] {
  const found = known.get(character)
  if (found) return found
  const opens = HAN.test(character) ? readings(character).filter((reading) => heads.has(reading)) : []
  known.set(character, opens)
  return opens
}
