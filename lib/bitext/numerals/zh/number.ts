/**
 * Reads one Chinese number: Arabic digits and Chinese ones, mixed with 十 百 千 万 亿 ("1578.5万", "一千二百三十四", "三百五", "3万亿").
 * 万 and 亿 group by four digits; a last digit without its rank takes the next lower one (三百五 is 350), unless 零 stands before it.
 */

import type { Modifier } from '../numeral'
import { type ChineseNumber, hanDigitRun } from './digits'
import { readRanked } from './ranked'
import { readIndefinite, readRun } from './rough'

export type { ChineseNumber } from './digits'

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
