/**
 * Finds the numeric expressions of a Chinese text. One pass from left to right: at each character that may open a number the
 * readers are asked in turn, the first that answers consumes its words. Linear: every reader looks at a bounded window.
 */
import { belowZero } from '../below-zero'
import { joinCompounds } from '../compounds'
import type { Found, Reader } from '../found'
import type { Numeral } from '../numeral'
import { chineseSurface } from '../surface'
import { vulgarFraction } from '../vulgar'
import { calendar, datePoint, weekday } from './dates'
import { listMark, name } from './names'
import { ordinal, quantity } from './quantities'
import { joinRanges, withHedges } from './ranges'
import { doubling, half, halving, share } from './shares'
import { clock, lapse } from './times'
import { silent, vague } from './vague'
import { notNumberAt } from './words'

const OPENS = /[\d零〇一二两三四五六七八九十百千万亿廿卅几数半周星礼翻减¥$£€第上成加½⅓⅔¼¾⅕-⅞]/g

export function readChinese(original: string): Numeral[] {
  const text = chineseSurface(original)
  const found: Found[] = []
  OPENS.lastIndex = 0
  let at = 0
  while (at < text.length) {
    OPENS.lastIndex = at
    const next = OPENS.exec(text)
    if (!next) break
    at = next.index
    const skip = notNumberAt(text, at)
    if (skip !== null) {
      at = skip
      continue
    }
    const answer = read(text, at)
    if (answer) found.push(...answer)
    at = answer ? Math.max(at + 1, ...answer.map(({ to }) => to)) : at + 1
  }
  const numbers = found.filter(({ value }) => !Number.isNaN(value))
  return withHedges(original, text, joinCompounds(text, 'zh', joinRanges(text, belowZero(text, 'zh', numbers))))
    .concat(silent(original, text))
    .sort((a, b) => a.from - b.from)
}

const READERS: Reader[] = [
  listMark,
  datePoint,
  vulgarFraction,
  name,
  weekday,
  share,
  halving,
  doubling,
  half,
  ordinal,
  lapse,
  clock,
  calendar,
  vague,
  quantity,
]

function read(text: string, at: number): Found[] | null {
  for (const reader of READERS) {
    const answer = reader(text, at)
    if (answer) return Array.isArray(answer) ? answer : [answer]
  }
  return null
}
