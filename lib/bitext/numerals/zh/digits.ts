/** The signs Chinese numbers are written with: digits, ranks, hedges, and what a number read from them is. */

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

export const DIGITS: Record<string, number> = {
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
export const RANKS: Record<string, number> = { 十: 10, 百: 100, 千: 1000, 万: 1e4, 亿: 1e8 }
export const TWENTIES: Record<string, number> = { 廿: 20, 卅: 30 }
// "1 000" is the thousand of the United Nations; "0800 555 111" a telephone.
const ARABIC = /\d{1,3}(?:,\d{3})+(?:\.\d+)?(?!\d)|(?<!\d ?)[1-9]\d{0,2}(?: \d{3})+(?! ?\d)|\d+(?:\.\d+)?/y
export const HEDGES = '多余来'

export function readArabic(text: string, at: number): string | null {
  ARABIC.lastIndex = at
  return ARABIC.exec(text)?.[0] ?? null
}

/** 二〇二三, 一九四九, 三四: Chinese digits side by side, no rank. */
export function hanDigitRun(text: string, at: number): string {
  let to = at
  while (text[to] !== undefined && text[to]! in DIGITS && to - at < 20) to += 1
  return text.slice(at, to)
}

export function digitsOf(run: string): string {
  return Array.from(run, (character) => DIGITS[character]).join('')
}
