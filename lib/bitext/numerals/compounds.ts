/** Measures said in two parts: 一年零三个月 and "a year and three months" are fifteen months, 1小时20分 eighty minutes. */
import type { Side } from '../text'
import { type Found, quantityOf } from './found'

/** How many of the second unit make one of the first. */
const PARTS: Record<string, { second: string; size: number }> = {
  year: { second: 'month', size: 12 },
  hour: { second: 'minute', size: 60 },
}
const BETWEEN = { zh: /^[零又]?$/, en: /^,? (?:and )?$/ } as const

/** The first part may be read as the whole; the second knows the whole it stands in. */
export function joinCompounds(text: string, side: Side, found: Found[]): Found[] {
  for (let at = 0; at + 1 < found.length; at += 1) {
    const [a, b] = [found[at]!, found[at + 1]!]
    const part = PARTS[a.unit]
    const second = b.unit === 'minute?' ? 'minute' : b.unit
    if (part?.second !== second || b.value >= part.size || !BETWEEN[side].test(text.slice(a.to, b.from))) continue
    const whole = quantityOf('measure', a.value * part.size + b.value, second)
    found[at] = { ...a, also: [...(a.also ?? []), whole] }
    found[at + 1] = { ...b, within: whole }
  }
  return found
}
