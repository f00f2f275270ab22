/**
 * Which Chinese token goes with which English one, as probabilities both ways, restricted to the words of this document.
 * The first table comes from the lexicon, from what both sides write alike (numbers, Latin words, punctuation) and from names.
 */
import type { Lexicon } from './bead'
import { segment } from './chinese-tokens'
import type { Constants } from './constants'
import { englishKey } from './english-key'
import type { PreparedPair } from './prepared'
import { tokenKind, tokenText } from './tokens'

/** Rows by Chinese token id: `links of z = starts[z] … starts[z + 1]`; `enGivenZh` is t(e|z), `zhGivenEn` t(z|e). */
export type TranslationTable = {
  starts: Int32Array
  en: Int32Array
  enGivenZh: Float32Array
  zhGivenEn: Float32Array
}

/** For each Chinese token id: English token id → weight, 0 to 1. */
export type DictionaryLinks = Map<number, number>[]

/** A mark of punctuation translates as itself a little less surely than a number. */
const PUNCTUATION_WEIGHT = 0.9

export function dictionaryLinks(
  pair: PreparedPair,
  lexicon: Lexicon | undefined,
  constants: Constants,
): DictionaryLinks {
  const { ids } = pair.en
  const meanings = lexicon && meaningsOf(lexicon, ids)
  return pair.zh.vocabulary.map((token) => {
    const links = new Map<number, number>()
    const add = (en: number | undefined, weight: number) => {
      if (en !== undefined && weight > (links.get(en) ?? 0)) links.set(en, weight)
    }
    const kind = tokenKind(token)
    if (kind === 'number') add(ids.get(token), 1)
    else if (kind === 'punctuation') add(ids.get(token), PUNCTUATION_WEIGHT)
    else if (kind === 'latin' || kind === 'name') add(ids.get(englishKey(tokenText(token))), 1)
    else if (meanings) addWord(token, meanings, constants, add)
    return links
  })
}

/** Numbers English keys as they are asked for. */
class Interned extends Map<string, number> {
  readonly names: string[] = []
  override get(key: string): number {
    const known = super.get(key)
    if (known !== undefined) return known
    this.set(key, this.names.length)
    return this.names.push(key) - 1
  }
}

/** Everything a Chinese word may stand for by the dictionary, whatever the document: English keys with weights, 0 to 1. */
export function glossesOf(word: string, lexicon: Lexicon, constants: Constants): Map<string, number> {
  const ids = new Interned()
  const glosses = new Map<string, number>()
  addWord(word, meaningsOf(lexicon, ids), constants, (en, weight) => {
    const key = ids.names[en]!
    if (weight > (glosses.get(key) ?? 0)) glosses.set(key, weight)
  })
  return glosses
}

type Add = (en: number, weight: number) => void
type Meaning = { en: number; weight: number }

/** What the dictionary says in words of this document. */
type Meanings = {
  lexicon: Lexicon
  isKnown(word: string): boolean
  ofWord(word: string): readonly Meaning[]
  ofCharacter(character: string): readonly Meaning[]
  ofPart(character: string): readonly Meaning[]
}

/** Characters come up in many words: what they mean is looked up once. */
function meaningsOf(lexicon: Lexicon, ids: ReadonlyMap<string, number>): Meanings {
  const heard = (glosses: readonly { key: string; weight: number }[]): Meaning[] =>
    glosses.flatMap(({ key, weight }) => {
      const en = ids.get(key)
      return en === undefined ? [] : [{ en, weight }]
    })
  const ofWord = (word: string) => heard(lexicon.lookup(word))
  return {
    lexicon,
    isKnown: (word) => lexicon.lookup(word).length > 0,
    ofWord,
    ofCharacter: once(ofWord),
    ofPart: once((character) => heard(lexicon.lookupPart?.(character) ?? [])),
  }
}

function once<Value>(find: (key: string) => Value): (key: string) => Value {
  const found = new Map<string, Value>()
  return (key) => {
    const known = found.get(key)
    if (known !== undefined) return known
    const value = find(key)
    found.set(key, value)
    return value
  }
}

/** The word's own glosses; then those of its parts, for what the dictionary lacks or words otherwise. */
function addWord(word: string, meanings: Meanings, constants: Constants, add: Add): void {
  for (const { en, weight } of meanings.ofWord(word)) add(en, weight)
  const known = meanings.isKnown(word)
  const characters = [...word]
  if (characters.length > 1) {
    if (!known) addSubwords(word, meanings, constants, add)
    const share = constants.characterGloss * (known ? 1 : 2)
    for (const character of characters)
      for (const { en, weight } of meanings.ofCharacter(character)) add(en, share * weight)
  }
  addParts(characters, meanings, constants.characterPart * (known ? 1 : 1.5), add)
}

/** Shorter dictionary words inside an unknown one. */
function addSubwords(word: string, meanings: Meanings, constants: Constants, add: Add): void {
  const { lexicon } = meanings
  const within: Lexicon = { ...lexicon, isWord: (part) => part !== word && lexicon.isWord(part) }
  for (const part of segment(word, within))
    if (part.length > 1) for (const { en, weight } of meanings.ofWord(part)) add(en, constants.subwordGloss * weight)
}

/** Learned meanings of the characters; what two characters of the word agree on counts for both. */
function addParts(characters: readonly string[], meanings: Meanings, share: number, add: Add): void {
  if (characters.length === 1) {
    for (const { en, weight } of meanings.ofPart(characters[0]!)) add(en, Math.min(1, share * weight))
    return
  }
  const sums = new Map<number, number>()
  for (const character of characters)
    for (const { en, weight } of meanings.ofPart(character)) sums.set(en, (sums.get(en) ?? 0) + weight)
  for (const [en, weight] of sums) add(en, Math.min(1, share * weight))
}

/** Dictionary weights made into probabilities: what a word's glosses leave open is shared out, what they overfill is scaled down. */
export function firstTable(links: DictionaryLinks, englishSize: number, constants: Constants): TranslationTable {
  const { dictionaryTrust: trust, leastMass } = constants
  const columns = columnSums(links, englishSize)
  return tableFrom(links, (en, weight, row) => ({
    enGivenZh: (trust * weight) / Math.max(row, leastMass),
    zhGivenEn: (trust * weight) / Math.max(columns[en]!, leastMass),
  }))
}

export function columnSums(links: DictionaryLinks, englishSize: number): Float64Array {
  const columns = new Float64Array(englishSize)
  for (const row of links) for (const [en, weight] of row) columns[en]! += weight
  return columns
}

export function rowSum(row: ReadonlyMap<number, number>): number {
  let sum = 0
  for (const weight of row.values()) sum += weight
  return sum
}

function tableFrom(
  links: DictionaryLinks,
  probabilities: (en: number, weight: number, row: number) => { enGivenZh: number; zhGivenEn: number },
): TranslationTable {
  const starts = new Int32Array(links.length + 1)
  links.forEach((row, zh) => {
    starts[zh + 1] = starts[zh]! + row.size
  })
  const size = starts[links.length]!
  const table = {
    starts,
    en: new Int32Array(size),
    enGivenZh: new Float32Array(size),
    zhGivenEn: new Float32Array(size),
  }
  links.forEach((row, zh) => {
    const sum = rowSum(row)
    let at = starts[zh]!
    for (const [en, weight] of row) {
      const { enGivenZh, zhGivenEn } = probabilities(en, weight, sum)
      table.en[at] = en
      table.enGivenZh[at] = enGivenZh
      table.zhGivenEn[at++] = zhGivenEn
    }
  })
  return table
}
