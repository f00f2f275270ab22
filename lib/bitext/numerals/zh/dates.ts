/** Dates, decades and days of the week: 2023年10月24日, 上世纪八十年代, 星期二. */
import { type Found, quantityOf } from '../found'
import { type DateParts, dateQuantity } from '../numeral'
import { readNumericDate } from '../numeric-date'
import { readPlain, small } from './number'

const WEEKDAYS = '一二三四五六日'

export function weekday(text: string, at: number): Found | null {
  const name = text.startsWith('星期', at)
    ? '星期'
    : text.startsWith('礼拜', at)
      ? '礼拜'
      : text[at] === '周'
        ? '周'
        : ''
  if (!name) return null
  const day = text[at + name.length] === '天' ? 7 : WEEKDAYS.indexOf(text[at + name.length] ?? '') + 1
  const to = at + name.length + 1
  if (day === 0 || (name === '周' && text[at + 1] === '天')) return null
  const after = text[to] ?? ''
  // 每周一次, 一周三天: so many times a week.
  if (name === '周' && /[每一两几\d]/.test(text[at - 1] ?? '') && /[次个期趟回天场篇份顿]/.test(after)) return null
  // 周年, 周六百: "周" closes the word before it only where a number leads on.
  if (name === '周' && /[十百千万亿]/.test(after)) return null
  return { from: at, to, ...quantityOf('weekday', day), weight: 'soft' }
}

const NUM = '(\\d{1,2}|[一二三四五六七八九十廿]{1,3})'
const YEAR_TEXT = '(\\d{4}|[一二][零〇一二三四五六七八九]{3})'
const CALENDAR = new RegExp(`(?:${YEAR_TEXT} ?年 ?)?(?:${NUM} ?月份?(?!均|饼|球|亮|薪) ?)?(?:${NUM} ?[日号])?`, 'y')

/** 2023年10月24日, 10月24日, 2023年, 9月, 24日. */
export function calendar(text: string, at: number): Found | Found[] | null {
  if (/\d/.test(text[at]!) && /[\d.,]/.test(text[at - 1] ?? '')) return null
  CALENDAR.lastIndex = at
  const match = CALENDAR.exec(text)
  if (!match?.[0]) return decade(text, at)
  const [all, year, month, day] = match
  const to = at + all.trimEnd().length
  const rest = text.slice(to, to + 2)
  const date: DateParts = {
    ...(year && { year: small(year) }),
    ...(month && { month: small(month) }),
    ...(day && { day: small(day) }),
  }
  if ((date.month ?? 1) > 12 || (date.day ?? 1) > 31) return null
  if (year && !month && !day) return yearAlone(text, at, to, date)
  if (!year && !month && day) return dayAlone(text, at, to, date, rest)
  // 农历八月: the lunar month, in English a number in a row.
  if (date.month && /[农阴]历 ?$/.test(text.slice(Math.max(0, at - 3), at)))
    return { from: at, to, ...dateQuantity(date), weight: 'soft', also: [quantityOf('ordinal', date.month)] }
  return { from: at, to, ...dateQuantity(date), weight: 'firm' }
}

function yearAlone(text: string, at: number, to: number, date: DateParts): Found | null {
  if (text[to] === '代') return decade(text, at)
  const year = date.year ?? 0
  if (year < 1000 || year > 2200) return null
  // 2000年 may be as many years: 2000年前, 2000年来.
  const long = year % 100 === 0 && year <= 2000
  return {
    from: at,
    to,
    ...dateQuantity(date),
    weight: 'firm',
    also: long ? [quantityOf('measure', year, 'year')] : [],
  }
}

function dayAlone(text: string, at: number, to: number, date: DateParts, rest: string): Found | null {
  const mark = text[to - 1]
  // 3日内, 三日后: so many days. 3号线, 5号楼: a number in a row.
  if (mark === '日' && /^(?:[内间游]|之内|以内)/.test(rest)) return null
  const read = readPlain(text, at)!
  const also =
    mark === '号'
      ? [quantityOf('ordinal', read.value), quantityOf('cardinal', read.value)]
      : [quantityOf('measure', read.value, 'day')]
  return { from: at, to, ...dateQuantity(date), weight: read.arabic ? 'firm' : 'soft', also }
}

/** 20世纪80年代, 上世纪八十年代, 80年代. */
export function decade(text: string, at: number): Found | null {
  const both = twoDecades(text, at)
  if (both) return both
  if (text.startsWith('上世纪', at)) return decadeBehind(text, at, at + 3, 1900)
  const read = readPlain(text, at)
  if (!read) return null
  const gap = text[read.to] === ' ' ? read.to + 1 : read.to
  if (text.startsWith('世纪', gap) && read.value <= 30) {
    const found = decadeBehind(text, at, gap + 2, (read.value - 1) * 100)
    if (found) return found
    return {
      from: at,
      to: gap + 2,
      ...quantityOf('ordinal', read.value, 'century'),
      weight: 'firm',
      also: [quantityOf('measure', read.value, 'century')],
    }
  }
  if (!/^ ?年代/.test(text.slice(read.to, read.to + 3)) || read.value % 10 !== 0) return null
  return { from: at, to: gap + 2, ...quantityOf('decade', read.value), weight: 'firm' }
}

const TWO_DECADES = /([一二三四五六七八])([二三四五六七八九])十年代/y

/** 六七十年代: the sixties and the seventies; the second is there to answer a number, not to be missed. */
function twoDecades(text: string, at: number): Found | null {
  TWO_DECADES.lastIndex = at
  const match = TWO_DECADES.exec(text)
  if (!match) return null
  const [one, other] = [small(match[1])! * 10, small(match[2])! * 10]
  const also = [one + 1900, other, other + 1900].map((value) => quantityOf('decade', value))
  return { from: at, to: at + match[0].length, ...quantityOf('decade', one), weight: 'firm', also }
}

// 上世纪 is read as the twentieth: no text that this house handles is older than 2000.
function decadeBehind(text: string, from: number, at: number, century: number): Found | null {
  const start = text[at] === ' ' ? at + 1 : at
  const read = readPlain(text, start)
  if (!read || read.value >= 100 || read.value % 10 !== 0) return null
  const gap = text[read.to] === ' ' ? read.to + 1 : read.to
  if (!text.startsWith('年代', gap)) return null
  return { from, to: gap + 2, ...quantityOf('decade', century + read.value), weight: 'firm' }
}

export function datePoint(text: string, at: number): Found | null {
  const date = readNumericDate(text, at)
  return date && { from: at, to: date.to, ...date.readings[0]!, weight: 'firm', also: date.readings.slice(1) }
}
