/** Pairs of English words that stand beside each other, neither a word of grammar, and the rows that have them. */
import { englishKey } from '../../align'
import type { Span } from '../../text'
import { isFunctionWord } from '../coverage/function-words'
import type { CheckedSegment } from '../finding'

export type Pair = Span & { key: string; words: string; first: string; second: string }

export type English = { pairs: Pair[][]; rowsOfPair: Map<string, Set<number>>; rowsOfWord: Map<string, Set<number>> }

const PAIR = /(?<![\p{L}\p{N}’'.@/-])(\p{L}[\p{L}’'-]+) (?=(\p{L}[\p{L}’'-]+))/gu

export function readEnglish(segments: readonly CheckedSegment[]): English {
  const [rowsOfPair, rowsOfWord] = [new Map<string, Set<number>>(), new Map<string, Set<number>>()]
  const add = (map: Map<string, Set<number>>, key: string, row: number) =>
    map.set(key, (map.get(key) ?? new Set()).add(row))
  const pairs = segments.map(({ en }, row) => {
    const found = pairsOf(en)
    for (const { key, first, second } of found) {
      add(rowsOfPair, key, row)
      add(rowsOfWord, first, row)
      add(rowsOfWord, second, row)
    }
    return found
  })
  return { pairs, rowsOfPair, rowsOfWord }
}

function pairsOf(en: string): Pair[] {
  return Array.from(en.matchAll(PAIR)).flatMap(({ 0: all, 1: one, 2: other, index }) => {
    const [first, second] = [keyOf(one!), keyOf(other!)]
    if (isFunctionWord(first, 'en') || isFunctionWord(second, 'en')) return []
    const to = index + all.length + other!.length
    return [{ key: `${first} ${second}`, words: en.slice(index, to), first, second, from: index, to }]
  })
}

/** The word as the dictionary compares it. */
export function keyOf(word: string): string {
  return englishKey(word.toLowerCase().replace(/['’]s?$/, ''))
}
