/** Numbers without ranks between their digits, and numbers that are only about right: 二〇二三, 七八个, 三四十, 数百万. */

import { type ChineseNumber, digitsOf, RANKS } from './digits'

/** `run`: digits side by side. null: their ranks follow. */
export function readRun(text: string, at: number, run: string): ChineseNumber | null {
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

/** 数百万, 几十: the order of magnitude is all that is said. */
export function readIndefinite(text: string, at: number): ChineseNumber | null {
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
