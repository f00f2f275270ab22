/**
 * Spelling of the English by American and British dictionaries, which the caller brings. What is reported is one slip away from a word:
 * names, terms of the trade and Chinese in pinyin are in no dictionary and in no one's way. Also: the two varieties side by side.
 */
import { HAN, type Span } from '../../text'
import { isPinyin } from '../../text/pinyin'
import type { DocumentCheck, DocumentFinding, DocumentSettings } from '../document/variants'
import type { CheckedSegment } from '../finding'
import { finding } from '../messages'
import type { Speller } from '../speller'
import { MISSPELLINGS } from './misspellings'
import { nearest } from './nearest'
import { type Variety, varietyOf } from './variety'

const ID = 'spelling'

export const spelling: DocumentCheck = {
  id: ID,
  says: 'English words are in the dictionary, in American or in British spelling throughout.',
  run: (segments, { speller }: DocumentSettings) => {
    if (!speller) return []
    const words = segments.flatMap(wordsOf)
    const said = latinInChinese(segments)
    const own = words.filter(({ lower }) => !said.has(lower))
    return [...slips(own, speller), ...varieties(words, speller)]
  },
}

/** What stands in the Chinese in these letters is a name or a command, and meant so. */
function latinInChinese(segments: readonly CheckedSegment[]): Set<string> {
  const said = new Set<string>()
  for (const { zh } of segments) {
    if (!HAN.test(zh)) continue
    for (const [word] of zh.matchAll(/[A-Za-z]+/g)) said.add(word.toLowerCase())
  }
  return said
}

type Word = Span & { segment: CheckedSegment; text: string; lower: string; capital: boolean }

const TOKEN = /[\p{Script=Latin}\d_]+(?:['’][\p{Script=Latin}]+)*/gu
const PLAIN = /^[A-Za-z]?[a-z]{2,}$/
const POSSESSIVE = /['’]s?$/
// Addresses, paths, options, file names, code.
const CODE = /(?:https?:\/\/|www\.)\S+|\S+@\S+|\S*[/\\_<>=$#~]\S*|\S+\.[a-z]{2,4}(?=[\s,;:)]|$)|(?<!\S)--?[a-z]\S*/g

function wordsOf(segment: CheckedSegment): Word[] {
  const text = segment.en.replace(CODE, (code) => ' '.repeat(code.length))
  return Array.from(text.matchAll(TOKEN)).flatMap(({ 0: token, index }) => {
    // Park Byeong-seug: the second half of a name.
    if (text[index - 1] === '-' && /[A-Z][a-z]*-$/.test(text.slice(Math.max(0, index - 16), index))) return []
    const word = token.replace(POSSESSIVE, '')
    // Capitals within, digits, accents: names, abbreviations, code.
    if (!PLAIN.test(word)) return []
    return [
      {
        segment,
        text: word,
        lower: word.toLowerCase(),
        capital: /^[A-Z]/.test(word),
        from: index,
        to: index + word.length,
      },
    ]
  })
}

// A word a text keeps using is a word of its trade.
const OF_THE_TRADE = 3
const SHORTEST = 5
const SHORTEST_NAME = 7

function slips(words: readonly Word[], speller: Speller): DocumentFinding[] {
  const counts = new Map<string, number>()
  const capitals = new Set<string>()
  for (const { lower, capital } of words) {
    counts.set(lower, (counts.get(lower) ?? 0) + 1)
    if (capital) capitals.add(lower)
  }
  const better = new Map<string, string[]>()
  return words.flatMap((word) => {
    const known = better.get(word.lower) ?? correct(word, speller, counts, capitals)
    better.set(word.lower, known)
    return known.length === 0 ? [] : [say(word, known)]
  })
}

function say({ segment, text, from, to, capital }: Word, better: string[]): DocumentFinding {
  const said = better.map((one) => (capital ? one[0]!.toUpperCase() + one.slice(1) : one)).join(', ')
  return {
    segmentId: segment.id,
    ...finding(ID, 'note', 'spelling', { words: text, better: said }, { en: { from, to } }),
  }
}

/** The words that may be meant; none where the word may well be right. */
function correct({ lower }: Word, speller: Speller, counts: Map<string, number>, capitals: Set<string>): string[] {
  const listed = MISSPELLINGS.get(lower)
  const isWord = (word: string) => speller.american(word) || speller.british(word)
  if (isWord(lower) || isWord(lower[0]!.toUpperCase() + lower.slice(1))) return []
  if (listed) return [listed]
  if (lower.length < SHORTEST) return []
  if (RECENT.has(lower) || isPinyin(lower) || isBuilt(lower, isWord)) return []
  const often = (word: string) => counts.get(word) ?? 0
  // Without regard to capitals: what is a name once is a name everywhere.
  if (capitals.has(lower)) {
    if (lower.length < SHORTEST_NAME || often(lower) >= OF_THE_TRADE) return []
    return nearest(lower, isWord)
      .filter((word) => isExchange(lower, word) || often(word) >= OF_THE_TRADE)
      .slice(0, 1)
  }
  const near = nearest(lower, isWord).sort((a, b) => Number(often(b) > 0) - Number(often(a) > 0))
  return (often(lower) >= OF_THE_TRADE ? near.filter((word) => isExchange(lower, word)) : near).slice(0, 3)
}

function isExchange(a: string, b: string): boolean {
  if (a.length !== b.length) return false
  const at = Array.from(a).findIndex((letter, i) => letter !== b[i])
  return a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2)
}

// A slip of this kind is likelier than a new compound.
const LIKELY = 0.5

const PREFIX =
  /^(?:un|re|non|pre|anti|counter|inter|intra|multi|over|under|sub|super|trans|micro|macro|nano|cyber|bio|eco|geo|tele|mega|semi|co|de|dis|mis|out|up|auto|hyper|ultra|mini|mid|pro|post|electro|hydro|photo|neuro|agro|agri|aero|astro|crypto|socio)(?=[a-z]{4})/
const SUFFIX =
  /(?:less|like|wise|ness|able|ability|ability|ship|hood|ward|fold|ers?|ing|ed|ly|ism|ists?|ization|isation|ize|ise)$/

// Words younger than the dictionaries, and some that came with other languages.
const RECENT = new Set(
  'cyber telecom annum haute femme convenor protestor scalable muppet hotline biopic livestream deepfake blockchain biotech fintech chatbot emoji crypto malware ransomware startup unicorn wellness vlog podcast selfie hashtag crowdfund photovoltaic agritech medtech decarbonize decarbonise decarbonization decarbonisation microplastic geopolitics webinar telework telehealth metaverse keyring subnet encoding cosplay anime manga renminbi yuan kung tofu wushu qigong taiji dim sum mala hukou guanxi lockdown superspreader mpox covid omicron'.split(
    ' ',
  ),
)

/** Made of words by the rules of the language: livestreaming, interdepartmental, sandboxed. */
function isBuilt(word: string, isWord: (word: string) => boolean): boolean {
  if (/s$/.test(word) && (isWord(word.slice(0, -1)) || isWord(word.replace(/es$/, '')))) return true
  const bare = word.replace(PREFIX, '')
  if (bare !== word && isWord(bare)) return true
  const stem = word.replace(SUFFIX, '')
  if (
    stem !== word &&
    stem.length > 4 &&
    (isWord(stem) || isWord(`${stem}e`) || isWord(stem.replace(/(.)\1$/, '$1'))) &&
    !isWord(`${stem}${stem.at(-1)}`)
  )
    return !/(?:ed|ing|er)$/.test(word) || nearest(word, isWord, LIKELY).length === 0
  for (let at = 3; at <= word.length - 4; at += 1)
    if (isWord(word.slice(0, at)) && isWord(word.slice(at))) return nearest(word, isWord, LIKELY).length === 0
  return false
}

// More than one in five is a mixture that no row mends.
const RARE = 0.2
const SURE = 3

function varieties(words: readonly Word[], speller: Speller): DocumentFinding[] {
  const known = new Map<string, ReturnType<typeof varietyOf>>()
  const marked = words.flatMap((word) => {
    // "Labour Party", "World Trade Centre": names keep their spelling.
    if (word.capital) return []
    const found = known.get(word.lower) ?? varietyOf(word.lower, speller)
    known.set(word.lower, found)
    return found ? [{ word, ...found }] : []
  })
  const of = (variety: Variety) => marked.filter((one) => one.variety === variety)
  const [rare, usual] = [of('british'), of('american')].sort((a, b) => a.length - b.length)
  if (usual!.length < SURE || rare!.length > usual!.length * RARE) return []
  return rare!.map(({ word, other, variety }) => ({
    segmentId: word.segment.id,
    ...finding(
      ID,
      'note',
      variety === 'british' ? 'spelling-british' : 'spelling-american',
      { words: word.text, better: other },
      { en: word },
    ),
  }))
}
