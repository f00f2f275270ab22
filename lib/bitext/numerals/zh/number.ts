/**
 * Reads one Chinese number: Arabic digits and Chinese ones, mixed with 十 百 千 万 亿 ("1578.5万", "一千二百三十四", "三百五", "3万亿").
 * 万 and 亿 group by four digits; a last digit without its rank takes the next lower one (三百五 is 350), unless 零 stands before it.
 */

import type { Modifier } from '../numeral'

export type ChineseNumber = {
  value: number
  to: number
  /** Number of digits and ranks read. */
  tokens: number
  /** Written with Arabic digits. */
  arabic: boolean
  /** The Arabic digits as written: "08", "2023". */
  digits: string
  /** 多, 余 or 来 stands inside or behind: 550多万. */
  hedge: '' | '多' | '余' | '来'
  /** 几, 数 stands in the place of a digit: 数百万, 几十. The value is the power of ten. */
  indefinite: boolean
  /** 三四十, 七八个: two neighbouring digits are an estimate. */
  estimate?: number
  /** Nothing but a rank: 百, 千, 万. */
  bare: boolean
  /** A rank of 万 or more ends it: 3万. */
  scale: number
}

const DIGITS: Record<string, number> = {
  零: 0,
  〇: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
}
const RANKS: Record<string, number> = { 十: 10, 百: 100, 千: 1000, 万: 1e4, 亿: 1e8 }
const TWENTIES: Record<string, number> = { 廿: 20, 卅: 30 }
// "1 000" is the thousand of the United Nations; "0800 555 111" a telephone.
const ARABIC = /\d{1,3}(?:,\d{3})+(?:\.\d+)?(?!\d)|(?<!\d ?)[1-9]\d{0,2}(?: \d{3})+(?! ?\d)|\d+(?:\.\d+)?/y
const HEDGES = '多余来'

type State = {
  /** Finished groups of 亿, the open group of 万, the open section below 万, the digit waiting for its rank. */
  total: number
  wan: number
  section: number
  digit: number | null
  lastRank: number
  zero: boolean
}

function close({ total, wan, section, digit }: State): number {
  return total + wan + section + (digit ?? 0)
}

function applyRank(state: State, rank: number): void {
  const digit = state.digit
  state.digit = null
  state.lastRank = rank
  state.zero = false
  if (rank < 1e4) {
    state.section += (digit ?? 1) * rank
    return
  }
  const below = state.section + (digit ?? 0)
  state.section = 0
  if (rank === 1e4) {
    state.wan += (below || 1) * 1e4
    return
  }
  state.total += (state.wan + below || 1) * 1e8
  state.wan = 0
}

/** A digit or Arabic number behind a rank without one of its own: 三百五, 3万5. */
function applyElision(state: State, lastDigitIsHan: boolean): void {
  if (state.digit === null || state.zero || state.lastRank < 100 || !lastDigitIsHan) return
  state.digit = (state.digit * state.lastRank) / 10
}

function readArabic(text: string, at: number): string | null {
  ARABIC.lastIndex = at
  return ARABIC.exec(text)?.[0] ?? null
}

/** 二〇二三, 一九四九, 三四: Chinese digits side by side, no rank. */
function hanDigitRun(text: string, at: number): string {
  let to = at
  while (text[to] !== undefined && text[to]! in DIGITS && to - at < 20) to += 1
  return text.slice(at, to)
}

function digitsOf(run: string): string {
  return Array.from(run, (character) => DIGITS[character]).join('')
}

/** The number that starts at `at`, or null. Reads at most some forty characters. */
export function readChineseNumber(text: string, at: number): ChineseNumber | null {
  const first = text[at] ?? ''
  if (first === '几' || first === '数') return readIndefinite(text, at)
  if (!/[\d零〇一二两三四五六七八九十百千万亿廿卅]/.test(first)) return null
  const run = hanDigitRun(text, at)
  if (run.length > 1) {
    const special = readRun(text, at, run)
    if (special) return special
  }
  return readRanked(text, at)
}

function readRun(text: string, at: number, run: string): ChineseNumber | null {
  const digits = digitsOf(run)
  const next = text[at + run.length] ?? ''
  const base = {
    to: at + run.length,
    tokens: run.length,
    arabic: false,
    digits,
    hedge: '' as const,
    bare: false,
    indefinite: false,
    scale: 1,
  }
  const neighbours =
    run.length === 2 && Number(digits[1]) - Number(digits[0]) >= 1 && Number(digits[1]) - Number(digits[0]) <= 2
  // 三百五六十 ends with an estimate too; it is rare enough to be read as what stands before it.
  if (neighbours && digits[0] !== '0') return readEstimate(text, at, digits)
  if (next in RANKS) return null
  return { ...base, value: Number(digits) }
}

function readEstimate(text: string, at: number, digits: string): ChineseNumber {
  let scale = 1
  let to = at + 2
  while (text[to] !== undefined && text[to]! in RANKS && to - at < 6) {
    scale *= RANKS[text[to]!]!
    to += 1
  }
  const [low, high] = [Number(digits[0]) * scale, Number(digits[1]) * scale]
  return {
    value: low,
    estimate: high,
    to,
    tokens: to - at,
    arabic: false,
    digits,
    hedge: '',
    bare: false,
    indefinite: false,
    scale,
  }
}

function readIndefinite(text: string, at: number): ChineseNumber | null {
  let to = at + 1
  let value = 1
  while (text[to] !== undefined && text[to]! in RANKS && to - at < 6) {
    value *= RANKS[text[to]!]!
    to += 1
  }
  if (to === at + 1) return null
  return {
    value,
    to,
    tokens: to - at,
    arabic: false,
    digits: '',
    hedge: '',
    indefinite: true,
    bare: false,
    scale: value,
  }
}

function readRanked(text: string, from: number): ChineseNumber {
  const state: State = { total: 0, wan: 0, section: 0, digit: null, lastRank: 0, zero: false }
  const found = {
    hedge: '' as ChineseNumber['hedge'],
    indefinite: false,
    arabic: false,
    digits: '',
    tokens: 0,
    lastHan: false,
    bare: true,
  }
  let estimate: ReturnType<typeof closeEstimate> = null
  let at = from
  while (at - from < 60) {
    const character = text[at] ?? ''
    if (/\d/.test(character)) {
      if (state.digit !== null) break
      const digits = readArabic(text, at)!
      state.digit = Number(digits.replace(/[, ]/g, ''))
      Object.assign(found, { arabic: true, digits, lastHan: false, bare: false })
      at += digits.length
    } else if (character in DIGITS) {
      if (DIGITS[character] === 0) {
        if (state.digit !== null && state.digit !== 0) break
        state.zero = true
        if (state.lastRank === 0) state.digit = 0
      } else {
        if (state.digit) {
          estimate = closeEstimate(text, at, state)
          if (estimate !== null) at += estimate.length
          break
        }
        state.digit = DIGITS[character]!
      }
      Object.assign(found, { lastHan: true, bare: false })
      at += 1
    } else if (character in TWENTIES) {
      state.section += TWENTIES[character]!
      state.lastRank = 10
      found.bare = false
      at += 1
    } else if (character in RANKS) {
      // 千万, 百万 alone are ranks of ranks; a smaller rank may follow only its own digit.
      if (state.digit === null && state.lastRank !== 0 && RANKS[character]! <= state.lastRank) break
      applyRank(state, RANKS[character]!)
      found.lastHan = false
      at += 1
    } else if (
      character === '点' &&
      found.tokens > 0 &&
      (text[at + 1] ?? '') in DIGITS &&
      isDecimalPoint(text, at, state)
    ) {
      const run = hanDigitRun(text, at + 1)
      state.digit = Number(`${state.section + (state.digit ?? 0)}.${digitsOf(run)}`)
      state.section = 0
      found.lastHan = false
      at += 1 + run.length
    } else if (
      HEDGES.includes(character) &&
      found.tokens > 0 &&
      (text[at + 1] ?? '') in RANKS &&
      RANKS[text[at + 1]!]! >= 1e4
    ) {
      found.hedge = character as ChineseNumber['hedge']
      at += 1
    } else if (character === '几' && found.tokens > 0 && state.lastRank >= 10 && state.digit === null) {
      found.indefinite = true
      at += 1
    } else if (character === ' ' && found.tokens > 0 && found.arabic && isSpacedRank(text, at)) {
      at += 1
    } else break
    found.tokens += 1
  }
  const scale = found.lastHan || state.lastRank < 1e4 ? 1 : state.lastRank
  if (!found.indefinite) applyElision(state, found.lastHan)
  let value = close(state)
  // 十几万: only the order of magnitude is said.
  if (found.indefinite) value = 10 ** Math.floor(Math.log10(Math.max(value, 1)) + 1e-9)
  if (estimate) value = estimate.low
  const hedge = found.hedge || trailingHedge(text, at, found.tokens)
  return {
    value,
    to: hedge && !found.hedge ? at + 1 : at,
    tokens: found.tokens,
    arabic: found.arabic,
    digits: found.digits,
    hedge,
    indefinite: found.indefinite,
    bare: found.bare && state.section !== 10,
    scale,
    ...(estimate && { estimate: estimate.high }),
  }
}

/** 十七八岁, 一百二三十: the last digit said twice, with the next one. */
function closeEstimate(text: string, at: number, state: State): { low: number; high: number; length: number } | null {
  const digit = state.digit!
  if (DIGITS[text[at]!] !== digit + 1 || state.lastRank < 10 || text[at + 1]! in DIGITS) return null
  const rank = RANKS[text[at + 1] ?? ''] ?? 1
  if (rank >= state.lastRank) return null
  const base = state.total + state.wan + state.section
  return { low: base + digit * rank, high: base + (digit + 1) * rank, length: rank === 1 ? 1 : 2 }
}

/** "310 万": one space between the digits and their rank. */
function isSpacedRank(text: string, at: number): boolean {
  return /\d/.test(text[at - 1] ?? '') && /[百千万亿]/.test(text[at + 1] ?? '') && !/[一]/.test(text[at + 2] ?? '')
}

// 三点五 is 3.5 where a rank or a unit of measure follows; 三点五分 is a time and 三点四十 too.
function isDecimalPoint(text: string, at: number, state: State): boolean {
  if (state.section + (state.digit ?? 0) > 24 || state.lastRank >= 100) return true
  const after = at + 1 + hanDigitRun(text, at + 1).length
  return !/^[十分点时]/.test(text.slice(after, after + 1))
}

function trailingHedge(text: string, at: number, tokens: number): '' | '多' | '余' | '来' {
  const character = text[at] ?? ''
  if (tokens === 0 || !HEDGES.includes(character)) return ''
  // 10多样, 三多: 多 is a hedge only behind a round number; 来 and 余 likewise ("五来" is no number).
  const before = text[at - 1] ?? ''
  if (!/[0十百千万亿廿]/.test(before) && character !== '余') return ''
  if (character === '来' && /[自源临看说到宾访]/.test(text[at + 1] ?? '')) return ''
  return character as '多' | '余' | '来'
}

export function readPlain(text: string, at: number): ChineseNumber | null {
  const read = readChineseNumber(text, at)
  return read && !read.indefinite ? read : null
}

/** The value of digits that a pattern has found. */
export function small(text: string | undefined): number | undefined {
  if (text === undefined) return undefined
  return readChineseNumber(text, 0)?.value
}

export function hedged(read: ChineseNumber): { modifier?: Modifier } {
  if (read.hedge === '来') return { modifier: 'about' }
  return read.hedge ? { modifier: 'more' } : {}
}
