/** What has the characters of a number and counts nothing: list marks, versions, 24/7. */
import { type Found, quantityOf } from '../found'
import { dateQuantity } from '../numeral'
import { readChineseNumber, small } from './number'

/** "1." or 一、 before a paragraph counts the paragraphs; the two languages need not mark them alike. */
export function listMark(text: string, at: number): Found | null {
  if (at > 2 || /[^\s(（]/.test(text.slice(0, at))) return null
  const match = /^(?:\d{1,2}|[一二三四五六七八九十]{1,3})(?:[、）)，]|\.(?!\d))/.exec(text.slice(at, at + 5))
  const read = match && readChineseNumber(text, at)
  return read ? { from: at, to: read.to, ...quantityOf('ordinal', read.value), weight: 'soft' } : null
}

const NAME = /\d+(?:\.\d+){2,}/y

const DAYS: Record<string, [month: number, day: number]> = {
  三八: [3, 8],
  五一: [5, 1],
  五四: [5, 4],
  六一: [6, 1],
  七一: [7, 1],
  八一: [8, 1],
  十一: [10, 1],
  九一八: [9, 18],
  九三: [9, 3],
}
const NAMED_DAY =
  /^(三八|五一|五四|六一|七一|八一|十一|九一八|九三)[”"’]?(?=阅兵|胜利日|运动|青年节|勋章|讲话|建军|事变|假期|黄金周|劳动节|国际劳动|儿童节|国际儿童|妇女节|国际妇女|国庆|长假|小长假|前后|期间)/

/** 五四运动, 八一建军节: days that became names. */
function namedDay(text: string, at: number): Found | null {
  const match = NAMED_DAY.exec(text.slice(at, at + 10))
  if (!match || /[一二三四五六七八九十第\d]/.test(text[at - 1] ?? '')) return null
  const [month, day] = DAYS[match[1]!]!
  return { from: at, to: at + match[1]!.length, ...dateQuantity({ month, day }), weight: 'soft' }
}

const POINTED = /^([一二三四五六七八九十]{1,2})[·・•]([一二三四五六七八九十〇零]{1,2})(?![一二三四五六七八九十百千万])/

/** “七·二〇”, “一二·九”: a day in Chinese digits. */
function pointedDay(text: string, at: number): Found | null {
  const match = POINTED.exec(text.slice(at, at + 6))
  if (!match || /[一二三四五六七八九十第\d]/.test(text[at - 1] ?? '')) return null
  const [month, day] = [digitsOf(match[1]!), digitsOf(match[2]!)]
  if (month < 1 || month > 12 || day < 1 || day > 31) return null
  return { from: at, to: at + match[0].length, ...dateQuantity({ month, day }), weight: 'firm' }
}

/** 二〇 is twenty, digit by digit, and 十二 twelve. */
function digitsOf(words: string): number {
  if (words.includes('十')) return small(words)!
  return Number(Array.from(words, (digit) => DIGITS.indexOf(digit) + 1).join(''))
}

/** 90后, those born in the 1990s; 三七开, seventy to thirty. */
function generation(text: string, at: number): Found | Found[] | null {
  const born = /^([05-9]0|10)后(?![\p{Script=Han}]{0,2}[天年月日台面方])/u.exec(text.slice(at, at + 5))
  if (born && !/[\d.]/.test(text[at - 1] ?? '')) {
    const decade = Number(born[1]) + (Number(born[1]) < 30 ? 2000 : 1900)
    return { from: at, to: at + born[0].length, ...quantityOf('decade', decade), weight: 'firm' }
  }
  const shared = /^([一二三四五六七八九])([一二三四五六七八九])开(?![会展放始幕设通发])/.exec(text.slice(at, at + 4))
  if (!shared) return null
  const values = shared.slice(1).map((digit) => DIGITS.indexOf(digit) + 1)
  if (values[0]! + values[1]! !== 10) return null
  return values.map((value, i) => ({
    from: at + i,
    to: at + i + 1,
    ...quantityOf('percent', value * 10),
    weight: 'soft' as const,
    also: [quantityOf('cardinal', value * 10)],
  }))
}

const DIGITS = '一二三四五六七八九'

/** 2.6.32 is a version or a section. */
export function name(text: string, at: number): Found | Found[] | null {
  const named = namedDay(text, at) ?? pointedDay(text, at) ?? generation(text, at)
  if (named) return named
  NAME.lastIndex = at
  const words = NAME.exec(text)?.[0]
  return words === undefined
    ? slashed(text, at)
    : { from: at, to: at + words.length, ...quantityOf('cardinal', Number.NaN), weight: 'soft' }
}

/** 24/7, 7×24小时, 12/32. */
function slashed(text: string, at: number): Found | null {
  const match = /^(\d{1,3})\/(\d{1,3})(?![\d/])|^(7|24)[×xX*](24|7)(?=小时|$)/.exec(text.slice(at, at + 8))
  if (!match || /[\d/.]/.test(text[at - 1] ?? '')) return null
  if (match[3]) return { from: at, to: at + match[0].length, ...quantityOf('fraction', 24 / 7), weight: 'soft' }
  const [upper, lower] = [Number(match[1]), Number(match[2])]
  return { from: at, to: at + match[0].length, ...quantityOf('fraction', upper / (lower || 1)), weight: 'soft' }
}
