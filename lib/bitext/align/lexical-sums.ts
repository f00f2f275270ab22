/**
 * The lexical part of every bead in a band, as running sums, so that a bead of any shape costs two subtractions.
 *
 * A bead scores each English token by log(λ + (1 − λ)·Σ t(e|z) / ((|Z| + 1)·p(e))): how much likelier it is to come from the
 * bead's Chinese than from nowhere (IBM Model 1's likelihood against the document's word frequencies); and each Chinese token
 * the other way round. What an English sentence gets depends on the Chinese side of the bead alone, so the sums over
 * (first Chinese sentence, number of Chinese sentences, English sentence) serve all beads.
 */
import type { Side } from '../text'
import type { Band } from './band'
import { type Constants, LARGEST_BEAD, LARGEST_SIDE } from './constants'
import { LinkChain } from './link-chain'
import type { Prepared, PreparedPair } from './prepared'
import type { Section } from './section'
import type { PairWeights, TokenWeights } from './token-weights'
import type { TranslationTable } from './translation-table'

export type LexicalSums = {
  /** Score of a bead of Chinese sentences zh … zh+a−1 and English ones en … en+b−1, counted within the section. */
  bead(zh: number, a: number, en: number, b: number): number
}

export function lexicalSums(
  pair: PreparedPair,
  weights: PairWeights,
  table: TranslationTable,
  section: Section,
  band: Band,
  constants: Constants,
): LexicalSums {
  const across = transposed(band)
  const zh = { side: pair.zh, from: section.zhFrom, starts: startWindows(band, mostFrom(band)) }
  const en = { side: pair.en, from: section.enFrom, starts: startWindows(across, mostFrom(across)) }
  const rows = sharedWindows(zh.starts)
  const columns = sharedWindows(en.starts)
  const english = emptyMatches(rows, pair.en, section.enFrom)
  const chinese = emptyMatches(columns, pair.zh, section.zhFrom)
  fillMatches(pair, table, section, english, chinese)
  const enSums = runningSums(en, zh, english, new TokenScorer('en', pair.en, weights.en, constants))
  const zhSums = runningSums(zh, en, chinese, new TokenScorer('zh', pair.zh, weights.zh, constants))
  return {
    bead: (x, a, y, b) => enSums.at(x, a, y + b) - enSums.at(x, a, y) + zhSums.at(y, b, x + a) - zhSums.at(y, b, x),
  }
}

/** Sentences from[x] … to[x] − 1 of the other side, for each sentence x of one side. */
type Windows = {
  from: Int32Array
  to: Int32Array
  /** The last boundary a bead that starts at x can start at on the other side. */
  last: Int32Array
  /** Sentences on one side of a bead that starts at x, at most. */
  most: Uint8Array
}

/** The same band seen from the other side: for each English boundary the Chinese ones. */
function transposed({ lo, hi, most }: Band): Band {
  const n = lo.length - 1
  const m = hi[n]!
  const band = { lo: new Int32Array(m + 1).fill(n), hi: new Int32Array(m + 1), most: new Uint8Array(m + 1) }
  for (let i = 0; i <= n; i++)
    for (let j = lo[i]!; j <= hi[i]!; j++) {
      if (i < band.lo[j]!) band.lo[j] = i
      if (i > band.hi[j]!) band.hi[j] = i
      if (most[i]! > band.most[j]!) band.most[j] = most[i]!
    }
  return band
}

/** The largest side of a bead that starts at each boundary, read off where it may end; a swap takes two. */
function mostFrom({ most }: Band): Uint8Array {
  return most.slice(0, -1).map((_, x) => {
    let largest = 2
    for (let side = largest + 1; side <= LARGEST_SIDE && x + side < most.length; side++)
      if (most[x + side]! >= side) largest = side
    // A one-sided step or a short one leads into a row of larger beads, whose other side may be as long.
    return Math.max(largest, most[x + 1]!, most[Math.min(most.length - 1, x + 2)]!)
  })
}

/** What a bead that begins before sentence x can hold of the other side. */
function startWindows({ lo, hi }: Band, most: Uint8Array): Windows {
  const n = lo.length - 1
  return {
    from: lo.slice(0, n),
    to: Int32Array.from({ length: n }, (_, x) => Math.min(hi[Math.min(n, x + most[x]!)]!, hi[x]! + most[x]!)),
    last: hi.slice(0, n),
    most,
  }
}

/** What any bead that holds sentence x can hold of the other side: it begins with x or a few sentences earlier. */
function sharedWindows({ from, to, last, most }: Windows): Windows {
  return {
    from: from.map((first, x) => {
      for (let back = Math.min(x, LARGEST_SIDE - 1); back > 0; back--)
        if (most[x - back]! > back) return from[x - back]!
      return first
    }),
    to,
    last,
    most,
  }
}

/** For (x, y): at `place(x, y)` + k the sum over x's tokens of their probability of giving y's token k. */
type Matches = { windows: Windows; values: Float32Array; place: (x: number, y: number) => number }

function emptyMatches(windows: Windows, inner: Prepared, innerFrom: number): Matches {
  const { from, to } = windows
  const offsets = new Float64Array(from.length)
  let size = 0
  for (let x = 0; x < from.length; x++) {
    offsets[x] = size - inner.starts[innerFrom + from[x]!]!
    size += inner.starts[innerFrom + to[x]!]! - inner.starts[innerFrom + from[x]!]!
  }
  return { windows, values: new Float32Array(size), place: (x, y) => offsets[x]! + inner.starts[innerFrom + y]! }
}

/** Adds t(e|z) and t(z|e) of every pair of tokens in every pair of sentences that share a window. */
function fillMatches(
  { zh, en }: PreparedPair,
  table: TranslationTable,
  { zhFrom, enFrom }: Section,
  english: Matches,
  chinese: Matches,
): void {
  const rows = english.windows
  const columns = chinese.windows
  const chain = new LinkChain(en.vocabulary.length)
  for (let i = 0; i < rows.from.length; i++) {
    chain.load(zh.tokens.subarray(zh.starts[zhFrom + i]!, zh.starts[zhFrom + i + 1]!), table)
    for (let j = rows.from[i]!; j < rows.to[i]!; j++) {
      const start = en.starts[enFrom + j]!
      const end = en.starts[enFrom + j + 1]!
      const toEnglish = english.place(i, j) - start
      const shared = i >= columns.from[j]! && i < columns.to[j]!
      const toChinese = shared ? chinese.place(j, i) : -1
      for (let at = start; at < end; at++) {
        for (let k = chain.head[en.tokens[at]!]!; k >= 0; k = chain.next[k]!) {
          english.values[toEnglish + at]! += table.enGivenZh[chain.link[k]!]!
          if (shared) chinese.values[toChinese + chain.position[k]!]! += table.zhGivenEn[chain.link[k]!]!
        }
      }
    }
  }
}

type Direction = { side: Prepared; from: number; starts: Windows }
type Sums = { at(x: number, count: number, y: number): number }

/**
 * For x, count: the running sum over y of the scores of y's tokens (of `own`), given sentences x … x+count−1 of `other`.
 * Outside the window the sum stands still; no bead of the band reaches there.
 */
function runningSums(own: Direction, other: Direction, matches: Matches, scorer: TokenScorer): Sums {
  const { from, to, last, most } = other.starts
  const { offsets, sums } = emptySums(other.starts)
  for (let x = 0; x < from.length; x++) {
    const width = to[x]! - from[x]! + 1
    for (let y = from[x]!; y < to[x]!; y++) {
      const start = own.side.starts[own.from + y]!
      const length = own.side.starts[own.from + y + 1]! - start
      // A bead that begins at the last boundary open to it still has to reach y.
      const counts = Math.min(most[x]!, from.length - x, LARGEST_BEAD - 1 - Math.max(0, y - last[x]!))
      scorer.begin(start, length)
      for (let count = 1, at = offsets[x]! + y - from[x]!; count <= counts; count++, at += width) {
        const source = x + count - 1
        if (y >= matches.windows.from[source]! && y < matches.windows.to[source]!)
          scorer.gather(matches.values, matches.place(source, y))
        const words = other.side.starts[other.from + x + count]! - other.side.starts[other.from + x]! + 1
        sums[at + 1] = sums[at]! + scorer.score(words)
      }
    }
  }
  return {
    at(x, count, y) {
      const low = from[x]!
      const place = y < low ? 0 : y > to[x]! ? to[x]! - low : y - low
      return sums[offsets[x]! + (count - 1) * (to[x]! - low + 1) + place]!
    },
  }
}

function emptySums({ from, to, most }: Windows): { offsets: Float64Array; sums: Float32Array } {
  const offsets = new Float64Array(from.length)
  let total = 0
  for (let x = 0; x < from.length; x++) {
    offsets[x] = total
    total += most[x]! * (to[x]! - from[x]! + 1)
  }
  return { offsets, sums: new Float32Array(total) }
}

/** Scores the tokens of one sentence while more and more of the other side's sentences are gathered to explain them. */
class TokenScorer {
  private gathered = new Float64Array(256)
  /** Places of the tokens that something explains. */
  private explained = new Int32Array(256)
  private explainedCount = 0
  private start = 0
  private length = 0
  private base = 0

  private readonly background: number
  private readonly nothing: number
  private readonly cap: number

  constructor(
    side: Side,
    private readonly own: Prepared,
    private readonly weights: TokenWeights,
    constants: Constants,
  ) {
    this.background = constants.background[side]
    this.nothing = Math.log(this.background)
    this.cap = constants.tokenCap
  }

  begin(start: number, length: number): void {
    for (let at = 0; at < this.explainedCount; at++) this.gathered[this.explained[at]!] = 0
    this.explainedCount = 0
    if (length > this.gathered.length) {
      this.gathered = new Float64Array(2 * length)
      this.explained = new Int32Array(2 * length)
    }
    this.start = start
    this.length = length
    const { unexplained } = this.weights
    this.base = unexplained[start + length]! - unexplained[start]!
  }

  gather(values: Float32Array, from: number): void {
    const { gathered, explained, length } = this
    for (let k = 0; k < length; k++) {
      const value = values[from + k]!
      if (value === 0) continue
      if (gathered[k] === 0) explained[this.explainedCount++] = k
      gathered[k]! += value
    }
  }

  score(words: number): number {
    const { background, nothing, cap, gathered, explained, explainedCount, start } = this
    const { tokens } = this.own
    const { rarity, weight } = this.weights
    let score = this.base
    for (let at = 0; at < explainedCount; at++) {
      const k = explained[at]!
      const token = tokens[start + k]!
      const ratio = Math.log(background + (rarity[token]! * gathered[k]!) / words)
      score += (Math.min(ratio, cap) - nothing) * weight[token]!
    }
    return score
  }
}
