/**
 * A first, rough path: for each Chinese sentence the English ones that share its rare words, and through these
 * candidates the heaviest chain that keeps both orders (a Fenwick tree: n log n). It bounds the search of the ladder.
 */
import type { Prepared, PreparedPair } from './prepared'
import type { Anchor, Section } from './section'
import { distinctness, type SimilarityModel } from './similarity'
import type { TranslationTable } from './translation-table'

/** English sentences kept for each Chinese one. */
const CANDIDATES = 6
/** Words in more than this share of the sentences say nothing about the place; nor do words in more than so many. */
const FREQUENT_SHARE = 0.06
const FREQUENT = 25
/** Weaker translations do not nominate. */
const LEAST_LINK = 0.05
/** Off the diagonal by a third of the text, a candidate keeps a fifth of its weight. */
const DIAGONAL_SLOPE = 3
const DIAGONAL_FLOOR = 0.2

/** The chain, sentences counted within the whole text. */
export function findAnchors({ pair, table, similarity }: Evidence, section: Section): Anchor[] {
  const found = candidates(pair, table, section)
  return heaviestChain(similarity ? [...found, ...likest(similarity, section)] : found, section)
}

type Evidence = { pair: PreparedPair; table: TranslationTable; similarity: SimilarityModel | null }

/** Sentences are nominated by their vectors where they stand so many standard deviations out of chance: of a thousand pairs at random not one does. */
const DISTINCT = 4
/** Weight per standard deviation: ten weigh as much as a few rare words shared. */
const DISTINCT_WEIGHT = 0.05
/** Every sentence is held against every other up to so many pairs; beyond, against those about the diagonal. */
const MOST_COMPARED = 4_000_000

function likest(similarity: SimilarityModel, { zhFrom, zhTo, enFrom, enTo }: Section): Anchor[] {
  const reach = Math.ceil(MOST_COMPARED / Math.max(1, zhTo - zhFrom) / 2)
  const slope = (enTo - enFrom) / Math.max(1, zhTo - zhFrom)
  const found: Anchor[] = []
  for (let zh = zhFrom; zh < zhTo; zh++) {
    const middle = enFrom + Math.round((zh - zhFrom) * slope)
    const near: Anchor[] = []
    for (let en = Math.max(enFrom, middle - reach); en < Math.min(enTo, middle + reach); en++) {
      const distance = distinctness(similarity, zh, en)
      if (distance >= DISTINCT) near.push({ zh, en, weight: DISTINCT_WEIGHT * distance })
    }
    found.push(...near.sort((a, b) => b.weight - a.weight).slice(0, CANDIDATES))
  }
  return found
}

function candidates({ zh, en }: PreparedPair, table: TranslationTable, section: Section): Anchor[] {
  const postings = postingLists(en, section)
  const size = section.enTo - section.enFrom
  const frequent = Math.max(5, Math.min(FREQUENT, size * FREQUENT_SHARE))
  const scores = new Float64Array(size)
  const found: Anchor[] = []
  for (let i = section.zhFrom; i < section.zhTo; i++) {
    const touched: number[] = []
    const tokens = zh.tokens.subarray(zh.starts[i], zh.starts[i + 1])
    for (const token of new Set(tokens)) {
      for (let link = table.starts[token]!; link < table.starts[token + 1]!; link++) {
        if (table.enGivenZh[link]! < LEAST_LINK) continue
        const list = postings.get(table.en[link]!)
        if (!list || list.length > frequent) continue
        const weight = Math.min(1, 2 * table.enGivenZh[link]!) * Math.log(size / list.length + 1)
        for (const j of list) {
          if (scores[j] === 0) touched.push(j)
          scores[j]! += weight
        }
      }
    }
    const best = touched
      .map((j) => {
        const weight = scores[j]! / Math.sqrt((tokens.length + 4) * (sentenceSize(en, section.enFrom + j) + 4))
        scores[j] = 0
        return { zh: i, en: section.enFrom + j, weight }
      })
      .sort((a, b) => b.weight - a.weight)
    found.push(...best.slice(0, CANDIDATES))
  }
  return found
}

const sentenceSize = (side: Prepared, at: number): number => side.starts[at + 1]! - side.starts[at]!

function postingLists(en: Prepared, section: Section): Map<number, number[]> {
  const postings = new Map<number, number[]>()
  for (let j = section.enFrom; j < section.enTo; j++) {
    for (const token of new Set(en.tokens.subarray(en.starts[j], en.starts[j + 1]))) {
      const list = postings.get(token)
      if (list) list.push(j - section.enFrom)
      else postings.set(token, [j - section.enFrom])
    }
  }
  return postings
}

/** `found` is in the order of the Chinese; of one sentence's candidates the later English comes first, so that only one can be taken. */
function heaviestChain(found: Anchor[], section: Section): Anchor[] {
  found.sort((a, b) => a.zh - b.zh || b.en - a.en)
  const size = section.enTo - section.enFrom
  const bestWeight = new Float64Array(size + 2)
  const bestEnd = new Int32Array(size + 2).fill(-1)
  const before = new Int32Array(found.length)
  let end = -1
  let heaviest = 0
  found.forEach((anchor, at) => {
    const j = anchor.en - section.enFrom
    let weight = 0
    let previous = -1
    for (let x = j; x > 0; x -= x & -x)
      if (bestWeight[x]! > weight) {
        weight = bestWeight[x]!
        previous = bestEnd[x]!
      }
    weight += anchor.weight * nearness(anchor, section)
    before[at] = previous
    for (let x = j + 1; x <= size; x += x & -x)
      if (weight > bestWeight[x]!) {
        bestWeight[x] = weight
        bestEnd[x] = at
      }
    if (weight > heaviest) {
      heaviest = weight
      end = at
    }
  })
  const chain: Anchor[] = []
  for (let at = end; at >= 0; at = before[at]!) chain.push(found[at]!)
  return chain.reverse()
}

function nearness({ zh, en }: Anchor, { zhFrom, zhTo, enFrom, enTo }: Section): number {
  const off = Math.abs((zh - zhFrom + 0.5) / (zhTo - zhFrom) - (en - enFrom + 0.5) / (enTo - enFrom))
  return Math.max(DIAGONAL_FLOOR, 1 - DIAGONAL_SLOPE * off)
}
