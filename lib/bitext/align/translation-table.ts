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
  return pair.zh.vocabulary.map((token) => {
    const links = new Map<number, number>()
    const add = (key: string, weight: number) => {
      const en = ids.get(key)
      if (en !== undefined && weight > (links.get(en) ?? 0)) links.set(en, weight)
    }
    const kind = tokenKind(token)
    if (kind === 'number') add(token, 1)
    else if (kind === 'punctuation') add(token, PUNCTUATION_WEIGHT)
    else if (kind === 'latin' || kind === 'name') add(englishKey(tokenText(token)), 1)
    else if (lexicon) addWord(token, lexicon, constants, ids, add)
    return links
  })
}

type Add = (key: string, weight: number) => void

/** The word's own glosses; then those of its parts, for what the dictionary lacks or words otherwise. */
function addWord(
  word: string,
  lexicon: Lexicon,
  constants: Constants,
  ids: ReadonlyMap<string, number>,
  add: Add,
): void {
  const glosses = lexicon.lookup(word)
  for (const { key, weight } of glosses) add(key, weight)
  const known = glosses.length > 0
  const characters = [...word]
  if (characters.length > 1) {
    if (!known) addSubwords(word, lexicon, constants, add)
    const share = constants.characterGloss * (known ? 1 : 2)
    for (const character of characters)
      for (const { key, weight } of lexicon.lookup(character)) add(key, share * weight)
  }
  if (lexicon.lookupPart) addParts(characters, lexicon, constants.characterPart * (known ? 1 : 1.5), ids, add)
}

/** Shorter dictionary words inside an unknown one. */
function addSubwords(word: string, lexicon: Lexicon, constants: Constants, add: Add): void {
  const within: Lexicon = { ...lexicon, isWord: (part) => part !== word && lexicon.isWord(part) }
  for (const part of segment(word, within))
    if (part.length > 1) for (const { key, weight } of lexicon.lookup(part)) add(key, constants.subwordGloss * weight)
}

/** Learned meanings of the characters; what two characters of the word agree on counts for both. */
function addParts(
  characters: readonly string[],
  lexicon: Lexicon,
  share: number,
  ids: ReadonlyMap<string, number>,
  add: Add,
): void {
  const sums = new Map<string, number>()
  for (const character of characters)
    for (const { key, weight } of lexicon.lookupPart?.(character) ?? [])
      if (ids.has(key)) sums.set(key, (sums.get(key) ?? 0) + weight)
  for (const [key, weight] of sums) add(key, Math.min(1, share * weight))
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
