/** Degrees below zero: 零下20度, 负20摄氏度, "minus 20 degrees", "-20°C", "20 degrees below zero". */
import type { Side } from '../text'
import type { Found } from './found'

const BEFORE = {
  zh: /(?:零下|负|(?<![\d年月日至到])[-−])$/,
  en: /(?:\bminus |\bnegative |(?<![\d\p{L}])(?<!\d )[-−])$/u,
} as const
const BEHIND = /^ (?:below zero|below freezing|below 0)\b/
const REACH = 14

export function belowZero(text: string, side: Side, list: Found[]): Found[] {
  return list.map((one) => {
    if (one.unit !== 'degree' || one.value <= 0) return one
    const before = text.slice(Math.max(0, one.from - REACH), one.from)
    const below = BEFORE[side].test(before) || (side === 'en' && BEHIND.test(text.slice(one.to, one.to + REACH)))
    return below ? { ...one, value: -one.value } : one
  })
}
