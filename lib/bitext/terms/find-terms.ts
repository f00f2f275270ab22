/**
 * Finds the terms of a termbase in a text: Chinese by substring, English by words, in any inflection, with hyphen, space or neither between them.
 * A capital in an English term asks for one in the text (Party committee), an abbreviation for its letters (IT is not it).
 * Of overlapping terms the longest stands; terms of several concepts with the same words are all answered.
 * The text is read once: Chinese terms are indexed by their first two characters, English ones by the key of their first word.
 */
import type { Side, Span } from '../text'
import { isFormOf, looseKey } from './inflection'
import type { Concept, Term } from './term'

/** `text.slice(from, to)` is the term as the text has it. */
export type TermHit = Span & { concept: Concept; term: Term }

type Entry = { concept: Concept; term: Term }

type EnglishEntry = Entry & { words: string[] }

export type TermIndex = { zh: Map<string, (Entry & { folded: string })[]>; en: Map<string, EnglishEntry[]> }

export function indexTerms(concepts: readonly Concept[]): TermIndex {
  const index: TermIndex = { zh: new Map(), en: new Map() }
  for (const concept of concepts)
    for (const term of concept.terms)
      if (term.side === 'zh') addChinese(index, { concept, term })
      else addEnglish(index, { concept, term })
  return index
}

function add<T>(map: Map<string, T[]>, key: string, entry: T): void {
  const list = map.get(key)
  if (list) list.push(entry)
  else map.set(key, [entry])
}

/** The terms in the order of the text, none overlapping another. */
export function findTerms(index: TermIndex, text: string, side: Side): TermHit[] {
  const hits = side === 'zh' ? findChinese(index, text) : findEnglish(index, text)
  return withoutOverlaps(hits)
}

function withoutOverlaps(hits: TermHit[]): TermHit[] {
  const covered = new Set<number>()
  const spans = new Set<string>()
  const taken = hits
    .sort((a, b) => b.to - b.from - (a.to - a.from) || a.from - b.from)
    .filter(({ from, to }) => {
      const span = `${from}:${to}`
      if (spans.has(span)) return true
      for (let at = from; at < to; at += 1) if (covered.has(at)) return false
      for (let at = from; at < to; at += 1) covered.add(at)
      spans.add(span)
      return true
    })
  return taken.sort((a, b) => a.from - b.from)
}

// --- Chinese

/** Full-width letters as half-width ones, small; every character keeps its place. */
function fold(text: string): string {
  return text.replace(/[\uff01-\uff5eA-Z]/g, (character) => {
    const code = character.charCodeAt(0)
    return (code > 0xff00 ? String.fromCharCode(code - 0xfee0) : character).toLowerCase()
  })
}

function addChinese(index: TermIndex, entry: Entry): void {
  const folded = fold(entry.term.text.trim())
  if (folded !== '') add(index.zh, folded.slice(0, 2), { ...entry, folded })
}

function findChinese({ zh }: TermIndex, text: string): TermHit[] {
  const folded = fold(text)
  const hits: TermHit[] = []
  for (let at = 0; at < folded.length; at += 1)
    for (const key of [folded.slice(at, at + 2), folded[at]!])
      for (const entry of zh.get(key) ?? []) {
        const to = at + entry.folded.length
        if (!folded.startsWith(entry.folded, at) || cutsWord(folded, at) || cutsWord(folded, to)) continue
        if (!hits.some((hit) => hit.from === at && hit.to === to && hit.term === entry.term))
          hits.push({ from: at, to, concept: entry.concept, term: entry.term })
      }
  return hits
}

/** Between two Latin letters or digits no term begins or ends. */
function cutsWord(text: string, at: number): boolean {
  return at > 0 && at < text.length && /[a-z0-9]{2}/.test(text.slice(at - 1, at + 1))
}

// --- English

const WORD = /[\p{L}\p{N}]+/gu
const BETWEEN = /^(?:[\s\u00a0]{1,3}|['’]s[\s\u00a0]|['’]|[-‐‑–/&.]| & )$/

type Word = Span & { text: string }

function wordsOf(text: string): Word[] {
  return Array.from(text.matchAll(WORD), ({ 0: word, index }) => ({ from: index, to: index + word.length, text: word }))
}

function addEnglish(index: TermIndex, entry: Entry): void {
  const words = entry.term.text.match(WORD) ?? []
  if (words.length === 0) return
  add(index.en, looseKey(words[0]!), { ...entry, words })
  // start-up is also written startup.
  if (words.length === 2 && entry.term.text.includes('-'))
    add(index.en, looseKey(words.join('')), { ...entry, words: [words.join('')] })
}

function findEnglish({ en }: TermIndex, text: string): TermHit[] {
  const words = wordsOf(text)
  return words.flatMap((word, at) => [
    ...lookUp(en, looseKey(word.text), text, words, at),
    ...lookUpJoined(en, text, words, at),
  ])
}

function lookUp(en: TermIndex['en'], key: string, text: string, words: Word[], at: number): TermHit[] {
  return (en.get(key) ?? []).flatMap((entry) => {
    const last = at + entry.words.length - 1
    if (last >= words.length || !entry.words.every((word, i) => fits(word, words[at + i]!.text))) return []
    for (let i = at; i < last; i += 1) if (!BETWEEN.test(text.slice(words[i]!.to, words[i + 1]!.from))) return []
    return [{ from: words[at]!.from, to: words[last]!.to, concept: entry.concept, term: entry.term }]
  })
}

/** The text writes start-up, the termbase startup. */
function lookUpJoined(en: TermIndex['en'], text: string, words: Word[], at: number): TermHit[] {
  const [word, next] = [words[at]!, words[at + 1]]
  if (!next || text.slice(word.to, next.from) !== '-') return []
  const joined = word.text + next.text
  return (en.get(looseKey(joined)) ?? [])
    .filter(({ words: [one], words: all }) => all.length === 1 && fits(one!, joined))
    .map(({ concept, term }) => ({ from: word.from, to: next.to, concept, term }))
}

function fits(term: string, word: string): boolean {
  // An abbreviation is its letters, perhaps in the plural.
  if (/^[\p{Lu}\p{N}]{2,}$/u.test(term)) return word === term || word === `${term}s`
  if (/^\p{Lu}/u.test(term) && !/^\p{Lu}/u.test(word)) return false
  return isFormOf(word.toLowerCase(), term.toLowerCase())
}
