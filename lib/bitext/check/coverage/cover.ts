/**
 * Which words of a pair of texts have a counterpart in the other one: pairs by the weight the dictionary (or the document itself) gives them, the
 * strongest first, near places before far ones, each word answered once; what is left over may lean on an answered word at a discount.
 */
import { type Lexicon, meaningsOfToken, type PlacedToken, tokenKind, wordsOf } from '../../align'
import type { CheckedSegment } from '../finding'
import { isFunctionWord } from './function-words'

/** How a word behaves: Chinese words by length, what both languages write alike, English words, English names, numbers. */
export const CLASSES = ['zh1', 'zh2', 'zh3', 'zh-alike', 'en', 'en-name', 'en-number'] as const
export type WordClass = (typeof CLASSES)[number]

/** `weight`: how surely the other text answers the word, 0 to 1. */
export type ContentWord = { token: string; from: number; to: number; kind: WordClass; weight: number }
export type Row = { segment: CheckedSegment; zh: ContentWord[]; en: ContentWord[] }
/** Chinese token → English token → weight: what the document says again and again in the same rows. */
export type Learned = ReadonlyMap<string, ReadonlyMap<string, number>>

export function rowOf(segment: CheckedSegment, lexicon: Lexicon): Row {
  const words = wordsOf(segment.zh, segment.en, lexicon)
  const content = (tokens: readonly PlacedToken[], side: 'zh' | 'en'): ContentWord[] =>
    tokens
      .filter(({ token }) => tokenKind(token) !== 'punctuation' && !isFunctionWord(token, side))
      .map(({ token, at, length }) => ({
        token,
        from: at,
        to: at + length,
        kind: side === 'zh' ? chineseClass(token) : englishClass(token, segment.en, at),
        weight: 0,
      }))
  return { segment, zh: content(words.zh, 'zh'), en: content(words.en, 'en') }
}

function chineseClass(token: string): WordClass {
  if (tokenKind(token) !== 'word') return 'zh-alike'
  return token.length === 1 ? 'zh1' : token.length === 2 ? 'zh2' : 'zh3'
}

/** A capital amid a sentence: a name, which dictionaries lack. */
function englishClass(token: string, text: string, at: number): WordClass {
  if (tokenKind(token) === 'number') return 'en-number'
  const opens = at === 0 || /[.!?"“]\s*$/.test(text.slice(Math.max(0, at - 3), at))
  return !opens && /[A-Z]/.test(text[at]!) ? 'en-name' : 'en'
}

/** A second word that leans on one already answered. */
const SHARED = 0.5
/** How much a pair from one end of the texts to the other loses. */
const DISTANCE = 0.25

type Link = { zh: number; en: number; weight: number; rank: number }

/** Writes the weights of the row's words. */
export function coverRow({ zh, en }: Row, lexicon: Lexicon, learned: Learned): void {
  for (const word of [...zh, ...en]) word.weight = 0
  // A Chinese word of several characters answers as many English ones.
  const zhRoom = zh.map(({ from, to }) => to - from)
  const enRoom = en.map(() => 1)
  for (const link of linksOf(zh, en, lexicon, learned).sort((a, b) => b.rank - a.rank)) {
    const free = zhRoom[link.zh]! > 0 && enRoom[link.en]! > 0
    const weight = free ? link.weight : link.weight * SHARED
    const [left, right] = [zh[link.zh]!, en[link.en]!]
    left.weight = Math.max(left.weight, weight)
    right.weight = Math.max(right.weight, weight)
    if (!free) continue
    zhRoom[link.zh]! -= 1
    enRoom[link.en]! -= 1
  }
}

function linksOf(zh: readonly ContentWord[], en: readonly ContentWord[], lexicon: Lexicon, learned: Learned): Link[] {
  const places = placesOf(en)
  const endZh = Math.max(1, zh.at(-1)?.to ?? 1)
  const endEn = Math.max(1, en.at(-1)?.to ?? 1)
  const links: Link[] = []
  zh.forEach(({ token, from }, at) => {
    const meanings = meaningsOfToken(token, lexicon)
    const own = learned.get(token)
    for (const [word, list] of places) {
      const weight = Math.max(meanings.get(word) ?? 0, own?.get(word) ?? 0)
      if (weight === 0) continue
      for (const place of list) {
        const apart = Math.abs(from / endZh - en[place]!.from / endEn)
        links.push({ zh: at, en: place, weight, rank: weight - DISTANCE * apart })
      }
    }
  })
  return links
}

function placesOf(words: readonly ContentWord[]): Map<string, number[]> {
  const places = new Map<string, number[]>()
  words.forEach(({ token }, at) => {
    const list = places.get(token)
    if (list) list.push(at)
    else places.set(token, [at])
  })
  return places
}

/** How surely words of `others` answer the word. */
export function answeredBy(
  word: ContentWord,
  side: 'zh' | 'en',
  others: readonly ContentWord[],
  lexicon: Lexicon,
): number {
  const weigh = (zh: string, en: string) => meaningsOfToken(zh, lexicon).get(en) ?? 0
  return others.reduce(
    (best, { token }) => Math.max(best, side === 'zh' ? weigh(word.token, token) : weigh(token, word.token)),
    0,
  )
}
