/** Numbers with ranks, sign by sign: 一千二百三十四, 1578.5万, 三百五, 3万亿, 二十多万, 十几万. */

import { type ChineseNumber, DIGITS, digitsOf, HEDGES, hanDigitRun, RANKS, readArabic, TWENTIES } from './digits'

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

type Reading = {
  text: string
  at: number
  state: State
  hedge: ChineseNumber['hedge']
  indefinite: boolean
  arabic: boolean
  digits: string
  tokens: number
  lastHan: boolean
  bare: boolean
  estimate: Estimate | null
}

/** A number goes on over at most so many characters. */
const LONGEST = 60

export function readRanked(text: string, from: number): ChineseNumber {
  const state: State = { total: 0, wan: 0, section: 0, digit: null, lastRank: 0, zero: false }
  const start = {
    hedge: '',
    indefinite: false,
    arabic: false,
    digits: '',
    tokens: 0,
    lastHan: false,
    bare: true,
  } as const
  const reading: Reading = { text, at: from, state, ...start, estimate: null }
  while (reading.at - from < LONGEST && takeSign(reading)) reading.tokens += 1
  return resultOf(reading)
}

/** Takes the sign the reading stands before; false: the number ends here. */
function takeSign(reading: Reading): boolean {
  const { text, at, state, tokens } = reading
  const character = text[at] ?? ''
  const next = text[at + 1] ?? ''
  if (/\d/.test(character)) return takeArabic(reading)
  if (character in DIGITS) return takeDigit(reading, DIGITS[character]!)
  if (character in TWENTIES) return takeTwenty(reading, TWENTIES[character]!)
  if (character in RANKS) return takeRank(reading, RANKS[character]!)
  if (tokens === 0) return false
  if (character === '点' && next in DIGITS && isDecimalPoint(text, at, state)) return takeDecimals(reading)
  if (HEDGES.includes(character) && (RANKS[next] ?? 0) >= 1e4) {
    reading.hedge = character as ChineseNumber['hedge']
    reading.at += 1
    return true
  }
  if (character === '几' && state.lastRank >= 10 && state.digit === null) {
    reading.indefinite = true
    reading.at += 1
    return true
  }
  if (character !== ' ' || !reading.arabic || !isSpacedRank(text, at)) return false
  reading.at += 1
  return true
}

function takeArabic(reading: Reading): boolean {
  const { text, at, state } = reading
  if (state.digit !== null) return false
  const digits = readArabic(text, at)!
  state.digit = Number(digits.replace(/[, ]/g, ''))
  Object.assign(reading, { arabic: true, digits, lastHan: false, bare: false, at: at + digits.length })
  return true
}

function takeDigit(reading: Reading, digit: number): boolean {
  const { text, at, state } = reading
  if (digit === 0) {
    if (state.digit !== null && state.digit !== 0) return false
    state.zero = true
    if (state.lastRank === 0) state.digit = 0
  } else {
    if (state.digit) {
      reading.estimate = closeEstimate(text, at, state)
      reading.at += reading.estimate?.length ?? 0
      return false
    }
    state.digit = digit
  }
  Object.assign(reading, { lastHan: true, bare: false, at: at + 1 })
  return true
}

function takeTwenty(reading: Reading, value: number): boolean {
  reading.state.section += value
  reading.state.lastRank = 10
  reading.bare = false
  reading.at += 1
  return true
}

function takeRank(reading: Reading, rank: number): boolean {
  const { state } = reading
  // 千万, 百万 alone are ranks of ranks; a smaller rank may follow only its own digit.
  if (state.digit === null && state.lastRank !== 0 && rank <= state.lastRank) return false
  applyRank(state, rank)
  reading.lastHan = false
  reading.at += 1
  return true
}

/** 三点五万. */
function takeDecimals(reading: Reading): boolean {
  const { text, at, state } = reading
  const run = hanDigitRun(text, at + 1)
  state.digit = Number(`${state.section + (state.digit ?? 0)}.${digitsOf(run)}`)
  state.section = 0
  reading.lastHan = false
  reading.at += 1 + run.length
  return true
}

function resultOf({ text, at, state, estimate, lastHan, ...found }: Reading): ChineseNumber {
  const { tokens, arabic, digits, indefinite } = found
  if (!indefinite) applyElision(state, lastHan)
  const hedge = found.hedge || trailingHedge(text, at, tokens)
  return {
    value: estimate ? estimate.low : indefinite ? magnitudeOf(close(state)) : close(state),
    to: hedge && !found.hedge ? at + 1 : at,
    tokens,
    arabic,
    digits,
    hedge,
    indefinite,
    bare: found.bare && state.section !== 10,
    scale: lastHan || state.lastRank < 1e4 ? 1 : state.lastRank,
    ...(estimate && { estimate: estimate.high }),
  }
}

/** 十几万: only the order of magnitude is said. */
function magnitudeOf(value: number): number {
  return 10 ** Math.floor(Math.log10(Math.max(value, 1)) + 1e-9)
}

type Estimate = { low: number; high: number; length: number }

/** 十七八岁, 一百二三十: the last digit said twice, with the next one. */
function closeEstimate(text: string, at: number, state: State): Estimate | null {
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
