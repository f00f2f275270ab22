/**
 * The lexical part of every bead in a band, as running sums, so that a bead of any shape costs two subtractions.
 *
 * A bead scores each English token by log(λ + (1 − λ)·Σ t(e|z) / ((|Z| + 1)·p(e))): how much likelier it is to come from the
 * bead's Chinese than from nowhere (IBM Model 1's likelihood against the document's word frequencies); and each Chinese token
 * the other way round. What an English sentence gets depends on the Chinese side of the bead alone, so the sums over
 * (first Chinese sentence, number of Chinese sentences, English sentence) serve all beads.
 */
import type { Band } from './band'
import { type Constants, LARGEST_BEAD } from './constants'
import type { Prepared, PreparedPair } from './prepared'
import type { Section } from './section'
import { tokenKind } from './tokens'
import type { TranslationTable } from './translation-table'

const MOST = LARGEST_BEAD - 1

export type LexicalSums = {
  /** Score of a bead of Chinese sentences zh … zh+a−1 and English ones en … en+b−1, counted within the section. */
  bead(zh: number, a: number, en: number, b: number): number
}

export function lexicalSums(
  pair: PreparedPair,
  table: TranslationTable,
  section: Section,
  band: Band,
  constants: Constants,
): LexicalSums {
  const matches = matchTables(pair, table, section, band)
  const english = runningSums(
    { own: pair.en, ownFrom: section.enFrom, other: pair.zh, otherFrom: section.zhFrom },
    matches.rows,
    matches.english,
    constants,
  )
  const chinese = runningSums(
    { own: pair.zh, ownFrom: section.zhFrom, other: pair.en, otherFrom: section.enFrom },
    matches.columns,
    matches.chinese,
    constants,
  )
  return {
    bead: (zh, a, en, b) =>
      english.at(zh, a, en + b) - english.at(zh, a, en) + chinese.at(en, b, zh + a) - chinese.at(en, b, zh),
  }
}

/** For each sentence of one side the sentences of the other that share a bead with it in the band: from[i] … to[i] − 1. */
type Windows = { from: Int32Array; to: Int32Array }

/** For (sentence x of the outer side, sentence y of the inner side): Σ over x's tokens of t(y's token | x's token), for each token of y. */
type Matches = { values: Float32Array; place: (x: number, y: number) => number }

function matchTables(pair: PreparedPair, table: TranslationTable, section: Section, band: Band) {
  const rows = rowWindows(section, band)
  const columns = columnWindows(section, rows)
  const english = emptyMatches(rows, pair.en, section.enFrom)
  const chinese = emptyMatches(columns, pair.zh, section.zhFrom)
  fillMatches(pair, table, section, rows, english, chinese)
  return { rows, columns, english, chinese }
}

function rowWindows({ zhFrom, zhTo }: Section, { lo, hi }: Band): Windows {
  const n = zhTo - zhFrom
  const from = new Int32Array(n)
  const to = new Int32Array(n)
  for (let i = 0; i < n; i++) {
    // A bead that holds i begins at most MOST − 1 sentences before it and ends as many after.
    from[i] = lo[Math.max(0, i - MOST + 1)]!
    to[i] = hi[Math.min(n, i + MOST)]!
    from[i] = Math.max(from[i]!, lo[i]! - MOST)
    to[i] = Math.min(to[i]!, hi[i + 1]! + MOST)
  }
  return { from, to }
}

function columnWindows({ enFrom, enTo }: Section, rows: Windows): Windows {
  const m = enTo - enFrom
  const from = new Int32Array(m).fill(rows.from.length)
  const to = new Int32Array(m)
  for (let i = 0; i < rows.from.length; i++)
    for (let j = rows.from[i]!; j < rows.to[i]!; j++) {
      if (i < from[j]!) from[j] = i
      to[j] = i + 1
    }
  for (let j = 0; j < m; j++) if (from[j]! > to[j]!) from[j] = to[j]!
  return { from, to }
}

function emptyMatches({ from, to }: Windows, inner: Prepared, innerFrom: number): Matches {
  const offsets = new Float64Array(from.length)
  let size = 0
  for (let x = 0; x < from.length; x++) {
    offsets[x] = size - inner.starts[innerFrom + from[x]!]!
    size += inner.starts[innerFrom + to[x]!]! - inner.starts[innerFrom + from[x]!]!
  }
  return { values: new Float32Array(size), place: (x, y) => offsets[x]! + inner.starts[innerFrom + y]! }
}

/** Adds t(e|z) and t(z|e) of every pair of tokens in every pair of sentences that share a window. */
function fillMatches(
  { zh, en }: PreparedPair,
  table: TranslationTable,
  section: Section,
  rows: Windows,
  english: Matches,
  chinese: Matches,
): void {
  // The links of one Chinese sentence, chained by English token.
  const head = new Int32Array(en.vocabulary.length).fill(-1)
  let next = new Int32Array(1024)
  let link = new Int32Array(1024)
  let token = new Int32Array(1024)
  for (let i = 0; i < rows.from.length; i++) {
    const first = zh.starts[section.zhFrom + i]!
    const last = zh.starts[section.zhFrom + i + 1]!
    let count = 0
    for (let at = first; at < last; at++) {
      const z = zh.tokens[at]!
      for (let k = table.starts[z]!; k < table.starts[z + 1]!; k++) {
        if (count === next.length) {
          next = doubled(next)
          link = doubled(link)
          token = doubled(token)
        }
        const e = table.en[k]!
        next[count] = head[e]!
        link[count] = k
        token[count] = at - first
        head[e] = count++
      }
    }
    for (let j = rows.from[i]!; j < rows.to[i]!; j++) {
      const enStart = en.starts[section.enFrom + j]!
      const enEnd = en.starts[section.enFrom + j + 1]!
      const toEnglish = english.place(i, j) - enStart
      const toChinese = chinese.place(j, i)
      for (let at = enStart; at < enEnd; at++) {
        for (let k = head[en.tokens[at]!]!; k >= 0; k = next[k]!) {
          english.values[toEnglish + at]! += table.enGivenZh[link[k]!]!
          chinese.values[toChinese + token[k]!]! += table.zhGivenEn[link[k]!]!
        }
      }
    }
    for (let k = 0; k < count; k++) head[table.en[link[k]!]!] = -1
  }
}

function doubled(array: Int32Array): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(array.length * 2)
  larger.set(array)
  return larger
}

type Sums = { at(x: number, count: number, y: number): number }

/**
 * For x, count: the running sum over y of the scores of y's tokens, given the other side's sentences x … x+count−1.
 * Outside the window the sum stands still at its ends; no bead of the band reaches there.
 */
function runningSums(
  { own, ownFrom, other, otherFrom }: { own: Prepared; ownFrom: number; other: Prepared; otherFrom: number },
  windows: Windows,
  matches: Matches,
  { background, tokenCap, lexicalWeight }: Constants,
): Sums {
  const size = windows.from.length
  const offsets = new Float64Array(size)
  let total = 0
  for (let x = 0; x < size; x++) {
    offsets[x] = total
    total += MOST * (windows.to[x]! - windows.from[x]! + 1)
  }
  const sums = new Float32Array(total)
  const weights = Float64Array.from(own.vocabulary, (token) => lexicalWeight[tokenKind(token)])
  const rarity = Float64Array.from(own.share, (share) => (1 - background) / share)
  const nothing = Math.log(background)
  let gathered = new Float64Array(256)
  for (let x = 0; x < size; x++) {
    const width = windows.to[x]! - windows.from[x]! + 1
    const most = Math.min(MOST, size - x)
    for (let y = windows.from[x]!; y < windows.to[x]!; y++) {
      const start = own.starts[ownFrom + y]!
      const length = own.starts[ownFrom + y + 1]! - start
      if (length > gathered.length) gathered = new Float64Array(2 * length)
      gathered.fill(0, 0, length)
      const column = offsets[x]! + (y - windows.from[x]!)
      for (let count = 1; count <= most; count++) {
        const source = x + count - 1
        const inside = y >= windows.from[source]! && y < windows.to[source]!
        const from = inside ? matches.place(source, y) : 0
        const words = other.starts[otherFrom + x + count]! - other.starts[otherFrom + x]! + 1
        let score = 0
        for (let k = 0; k < length; k++) {
          if (inside) gathered[k]! += matches.values[from + k]!
          const token = own.tokens[start + k]!
          if (gathered[k] === 0) score += nothing * weights[token]!
          else {
            const ratio = Math.log(background + (rarity[token]! * gathered[k]!) / words)
            score += (ratio > tokenCap ? tokenCap : ratio) * weights[token]!
          }
        }
        const at = column + (count - 1) * width
        sums[at + 1] = sums[at]! + score
      }
    }
  }
  return {
    at(x, count, y) {
      const from = windows.from[x]!
      const place = y < from ? 0 : y > windows.to[x]! ? windows.to[x]! - from : y - from
      return sums[offsets[x]! + (count - 1) * (windows.to[x]! - from + 1) + place]!
    },
  }
}
