/**
 * Finds the numeric expressions of a Chinese text. One pass from left to right: at each character that may open a number the
 * readers below are asked in turn, the first that answers consumes its words. Linear: every reader looks at a bounded window.
 */
import type { Span } from '../text'
import { type ChineseNumber, readChineseNumber } from './chinese-number'
import { hedgeAfter, hedgeBefore } from './modifiers'
import { type DateParts, dateQuantity, type Modifier, type Numeral, type Quantity, type Weight } from './numeral'
import { readNumericDate } from './numeric-date'
import { chineseSurface } from './surface'
import { unitAt } from './units'
import { CLASSIFIERS, NOT_SHARE, notNumberAt, SILENT } from './words-zh'

type Found = Span &
  Quantity & { weight: Weight; counted?: boolean; also?: Quantity[]; malformed?: boolean; modifier?: Modifier }
type Reader = (text: string, at: number) => Found | Found[] | null

const OPENS = /[\d零〇一二两三四五六七八九十百千万亿廿卅几数半周星礼翻减¥$£€第上成]/g
const number = (kind: Quantity['kind'], value: number, unit = ''): Quantity => ({ kind, value, unit })

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
  return withHedges(original, text, joinRanges(text, numbers))
    .concat(silent(original, text))
    .sort((a, b) => a.from - b.from)
}

const READERS: Reader[] = [
  listMark,
  datePoint,
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

// --- what is no number

/** "1." or 一、 before a paragraph counts the paragraphs; the two languages need not mark them alike. */
function listMark(text: string, at: number): Found | null {
  if (at > 2 || /[^\s(（]/.test(text.slice(0, at))) return null
  const match = /^(?:\d{1,2}|[一二三四五六七八九十]{1,3})(?:[、）)，]|\.(?!\d))/.exec(text.slice(at, at + 5))
  const read = match && readChineseNumber(text, at)
  return read ? { from: at, to: read.to, ...number('ordinal', read.value), weight: 'soft' } : null
}

const NAME = /\d+(?:\.\d+){2,}/y

/** 2.6.32 is a version or a section. */
function name(text: string, at: number): Found | null {
  NAME.lastIndex = at
  const words = NAME.exec(text)?.[0]
  return words === undefined
    ? slashed(text, at)
    : { from: at, to: at + words.length, ...number('cardinal', Number.NaN), weight: 'soft' }
}

/** 24/7, 12/32. */
function slashed(text: string, at: number): Found | null {
  const match = /^(\d{1,3})\/(\d{1,3})(?![\d/])/.exec(text.slice(at, at + 8))
  if (!match || /[\d/.]/.test(text[at - 1] ?? '')) return null
  const [upper, lower] = [Number(match[1]), Number(match[2])]
  return { from: at, to: at + match[0].length, ...number('fraction', upper / (lower || 1)), weight: 'soft' }
}

// --- days of the week

const WEEKDAYS = '一二三四五六日'

function weekday(text: string, at: number): Found | null {
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
  return { from: at, to, ...number('weekday', day), weight: 'soft' }
}

// --- shares

/** 百分之五十, 三分之二, 五分之一, and the broken 三分之. */
function share(text: string, at: number): Found | null {
  const lower = readPlain(text, at)
  if (!lower || !text.startsWith('分之', lower.to)) return null
  const upperAt = lower.to + 2
  const upper = readPlain(text, upperAt)
  if (!upper) {
    const dangling = /^(?:[，。；、,.;\s]|$)/.test(text.slice(upperAt, upperAt + 1))
    return dangling ? { from: at, to: upperAt, ...number('fraction', 0), weight: 'firm', malformed: true } : null
  }
  if (lower.value === 100)
    return { from: at, to: upper.to, ...percentOrPoints(text, upper.to, upper.value), weight: 'firm', ...hedged(upper) }
  return { from: at, to: upper.to, ...number('fraction', upper.value / lower.value), weight: 'firm' }
}

function readPlain(text: string, at: number): ChineseNumber | null {
  const read = readChineseNumber(text, at)
  return read && !read.indefinite ? read : null
}

function percentOrPoints(text: string, to: number, value: number): Quantity {
  return number(/^个?百分点/.test(text.slice(to, to + 4)) ? 'percentage-points' : 'percent', value)
}

function hedged(read: ChineseNumber): { modifier?: Modifier } {
  if (read.hedge === '来') return { modifier: 'about' }
  return read.hedge ? { modifier: 'more' } : {}
}

function halving(text: string, at: number): Found | null {
  if (!text.startsWith('减半', at)) return null
  return { from: at, to: at + 2, ...number('fraction', 0.5), weight: 'soft' }
}

/** 翻番, 翻一番, 翻两番: doubled, doubled, quadrupled. */
function doubling(text: string, at: number): Found | null {
  if (text[at] !== '翻') return null
  const after = /^[了过]/.test(text.slice(at + 1, at + 2)) ? at + 2 : at + 1
  if (text[after] === '番') return { from: at, to: after + 1, ...number('multiple', 2), weight: 'firm' }
  if (text[after] === '倍') return { from: at, to: after + 1, ...number('multiple', 2), weight: 'firm' }
  const times = readPlain(text, after)
  if (!times) return null
  const end = text[times.to]
  if (end === '番' && times.value <= 10)
    return { from: at, to: times.to + 1, ...number('multiple', 2 ** times.value), weight: 'firm' }
  if (end === '倍')
    return {
      from: at,
      to: times.to + 1,
      ...number('multiple', times.value + 1),
      weight: 'firm',
      also: [number('multiple', times.value)],
    }
  return null
}

function half(text: string, at: number): Found | null {
  if (text.startsWith('一半', at)) return { from: at, to: at + 2, ...number('fraction', 0.5), weight: 'soft' }
  if (text[at] !== '半') return null
  const before = text[at - 1] ?? ''
  if (/[一过]/.test(before) || text[at + 1] === '数')
    return { from: at, to: at + 1, ...number('fraction', 0.5), weight: 'soft' }
  // 上半年, 下半场, 前半段: the first and the second half.
  if (/[上下前后]/.test(before))
    return { from: at - 1, to: at + 1, ...number('ordinal', /[上前]/.test(before) ? 1 : 2), weight: 'soft' }
  const gap = text[at + 1] === '个' ? 2 : 1
  const unit = unitAt(text, at + gap, 'zh')
  if (unit?.unit.dimension !== 'time' || unit.unit.vague || /[大]/.test(before)) return null
  // 半天 is any long while, 半日 and 半月 are often names.
  const loose = unit.unit.id === 'day' || (gap === 1 && unit.unit.id === 'month')
  return { from: at, to: unit.to, ...number('measure', 0.5, unit.unit.id), weight: loose ? 'soft' : 'firm' }
}

// --- ordinals

function ordinal(text: string, at: number): Found | null {
  if (text[at] !== '第') return null
  const gap = text[at + 1] === ' ' ? 2 : 1
  const read = readPlain(text, at + gap)
  if (!read || name(text, at + gap)) return null
  return {
    from: at,
    to: read.to,
    ...number('ordinal', read.value),
    weight: read.value > 3 || read.arabic ? 'firm' : 'soft',
    counted: true,
  }
}

// --- dates and times

const NUM = '(\\d{1,2}|[一二三四五六七八九十廿]{1,3})'
const YEAR_TEXT = '(\\d{4}|[一二][零〇一二三四五六七八九]{3})'
const CALENDAR = new RegExp(`(?:${YEAR_TEXT} ?年 ?)?(?:${NUM} ?月份?(?!均|饼|球|亮|薪) ?)?(?:${NUM} ?[日号])?`, 'y')

function small(text: string | undefined): number | undefined {
  if (text === undefined) return undefined
  return readChineseNumber(text, 0)?.value
}

/** 2023年10月24日, 10月24日, 2023年, 9月, 24日. */
function calendar(text: string, at: number): Found | Found[] | null {
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
  return { from: at, to, ...dateQuantity(date), weight: 'firm' }
}

function yearAlone(text: string, at: number, to: number, date: DateParts): Found | null {
  if (text[to] === '代') return decade(text, at)
  const year = date.year ?? 0
  if (year < 1000 || year > 2200) return null
  // 2000年 may be as many years: 2000年前, 2000年来.
  const long = year % 100 === 0 && year <= 2000
  return { from: at, to, ...dateQuantity(date), weight: 'firm', also: long ? [number('measure', year, 'year')] : [] }
}

function dayAlone(text: string, at: number, to: number, date: DateParts, rest: string): Found | null {
  const mark = text[to - 1]
  // 3日内, 三日后: so many days. 3号线, 5号楼: a number in a row.
  if (mark === '日' && /^(?:[内间游]|之内|以内)/.test(rest)) return null
  const read = readPlain(text, at)!
  const also =
    mark === '号'
      ? [number('ordinal', read.value), number('cardinal', read.value)]
      : [number('measure', read.value, 'day')]
  return { from: at, to, ...dateQuantity(date), weight: read.arabic ? 'firm' : 'soft', also }
}

/** 20世纪80年代, 上世纪八十年代, 80年代. */
function decade(text: string, at: number): Found | null {
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
      ...number('ordinal', read.value, 'century'),
      weight: 'firm',
      also: [number('measure', read.value, 'century')],
    }
  }
  if (!/^ ?年代/.test(text.slice(read.to, read.to + 3)) || read.value % 10 !== 0) return null
  return { from: at, to: gap + 2, ...number('decade', read.value), weight: 'firm' }
}

// 上世纪 is read as the twentieth: no text that this house handles is older than 2000.
function decadeBehind(text: string, from: number, at: number, century: number): Found | null {
  const start = text[at] === ' ' ? at + 1 : at
  const read = readPlain(text, start)
  if (!read || read.value >= 100 || read.value % 10 !== 0) return null
  const gap = text[read.to] === ' ' ? read.to + 1 : read.to
  if (!text.startsWith('年代', gap)) return null
  return { from, to: gap + 2, ...number('decade', century + read.value), weight: 'firm' }
}

function datePoint(text: string, at: number): Found | null {
  const date = readNumericDate(text, at)
  return date && { from: at, to: date.to, ...date.readings[0]!, weight: 'firm', also: date.readings.slice(1) }
}

const CLOCK = /(\d{1,2}):([0-5]\d)(?::[0-5]\d)?(?![\d:])/y
const HOUR = new RegExp(
  `${NUM} ?([点时])(?:钟|整)?(?:(半)|(\\d{1,2}|[一二三四五六七八九十]{1,3}) ?分(?!之)|([一三])刻)?`,
  'y',
)
const DAY_PART = /(凌晨|清晨|早晨|早上|早|上午|中午|下午|午后|傍晚|晚上|晚间|晚|夜里|夜间|当晚|今晚|午夜|深夜) ?$/

const LAPSE = /(\d{1,3}|[一二三四五六七八九十]{1,3}) ?分(?:钟)? ?(\d{1,2}|[一二三四五六七八九十]{1,3}) ?秒/y

/** 3分35秒 on the stopwatch, which English writes 3:35. */
function lapse(text: string, at: number): Found | null {
  LAPSE.lastIndex = at
  const match = LAPSE.exec(text)
  if (!match) return null
  const value = small(match[1])! * 60 + small(match[2])!
  const also = [number('cardinal', small(match[1])!), number('cardinal', small(match[2])!)]
  return { from: at, to: at + match[0].length, ...number('time', value), halfDay: true, weight: 'firm', also }
}

/** 15:30, 下午3点, 三点半, 10时30分. */
function clock(text: string, at: number): Found | null {
  if (/[\d.:]/.test(text[at - 1] ?? '')) return null
  const part = DAY_PART.exec(text.slice(Math.max(0, at - 4), at))?.[1]
  CLOCK.lastIndex = at
  const digital = CLOCK.exec(text)
  if (digital && Number(digital[1]) <= 24) return timed(at, digital[0], Number(digital[1]), Number(digital[2]), part)
  HOUR.lastIndex = at
  const spoken = HOUR.exec(text)
  const hour = small(spoken?.[1])
  if (!spoken || hour === undefined || hour > 24) return null
  const precise = spoken[3] ?? spoken[4] ?? spoken[5] ?? /[钟整]/.exec(spoken[0])?.[0]
  // Without a part of the day 三点 may be three points, and 3时 part of 3时期.
  if (!precise && !part) return null
  const minutes = spoken[3] ? 30 : spoken[5] ? (spoken[5] === '一' ? 15 : 45) : (small(spoken[4]) ?? 0)
  return timed(at, spoken[0].trimEnd(), hour, minutes, part)
}

function timed(from: number, words: string, hour: number, minutes: number, part: string | undefined): Found {
  const late = part !== undefined && /下午|午后|傍晚|晚/.test(part) && hour < 12
  const noon = part === '中午' && hour < 3
  const value = ((late || noon ? hour + 12 : hour) % 24) * 60 + minutes
  const soft = {
    from,
    to: from + words.length,
    ...number('time', value),
    weight: 'firm' as const,
    also: [number('cardinal', hour)],
  }
  return part === undefined && hour <= 12 ? { ...soft, halfDay: true } : soft
}

// --- numbers in words that name no exact value

const VAGUE: readonly [RegExp, number][] = [
  [/成千上万|成千累万|千千万万/y, 1000],
  [/成百上千/y, 100],
  [/数以亿计/y, 1e8],
  [/数以千万计/y, 1e7],
  [/数以百万计/y, 1e6],
  [/数以十万计/y, 1e5],
  [/数以万计/y, 1e4],
  [/数以千计/y, 1e3],
  [/数以百计/y, 100],
]

function vague(text: string, at: number): Found | null {
  if (text[at] === '上') return reaching(text, at)
  for (const [pattern, value] of VAGUE) {
    pattern.lastIndex = at
    const words = pattern.exec(text)?.[0]
    if (words)
      return {
        from: at,
        to: at + words.length,
        ...number('indefinite', value),
        weight: 'soft',
        also: value === 1000 ? [number('indefinite', 1e4)] : [],
      }
  }
  return null
}

/** 上百, 上万, 上亿: as much as a hundred and more. */
function reaching(text: string, at: number): Found | null {
  if (!/[百千万亿]/.test(text[at + 1] ?? '') || /[以之身马晚早网线]/.test(text[at - 1] ?? '')) return null
  const read = readChineseNumber(text, at + 1)
  if (!read?.bare) return null
  return {
    from: at,
    to: read.to,
    ...number('indefinite', read.value),
    weight: 'soft',
    also: [number('cardinal', read.value)],
  }
}

// --- all other quantities

const SIGNS: Record<string, string> = { '¥': 'CNY', $: 'dollar', '£': 'GBP', '€': 'EUR' }

function quantity(text: string, at: number): Found | Found[] | null {
  const sign = SIGNS[text[at]!]
  const start = sign ? (text[at + 1] === ' ' ? at + 2 : at + 1) : at
  const read = readChineseNumber(text, start)
  if (!read) return null
  if (/[a-z_]/i.test(text[at - 1] ?? '') || (read.arabic && isCode(text, at, read.to))) return code(at, read)
  if (sign) return { from: at, to: read.to, ...number('currency', read.value, sign), weight: 'firm', ...hedged(read) }
  return (
    party(text, at, read) ??
    plan(text, at) ??
    decade(text, at) ??
    percent(text, at, read) ??
    tenths(text, at, read) ??
    multiple(text, at, read) ??
    quarter(text, at, read) ??
    counted(text, at, read)
  )
}

/** "COVID-19", "3D", "5G": a name; its number may still answer one. */
function isCode(text: string, from: number, to: number): boolean {
  return (
    /[a-z]-$/i.test(text.slice(Math.max(0, from - 2), from)) ||
    (/[a-z_]/i.test(text[to] ?? '') && !unitAt(text.slice(to, to + 24).toLowerCase(), 0, 'en'))
  )
}

function code(from: number, read: ChineseNumber): Found {
  return { from, to: read.to, ...number('cardinal', read.value), weight: 'soft' }
}

/** 二十大, 十八届: the twentieth congress, the eighteenth committee. */
function party(text: string, at: number, read: ChineseNumber): Found | null {
  const next = text[read.to]
  if (
    next !== '届' &&
    !(
      next === '大' &&
      read.value >= 12 &&
      read.value < 40 &&
      !read.arabic &&
      !/^大[型类多件家队幅量约概]/.test(text.slice(read.to, read.to + 2))
    )
  )
    return null
  return {
    from: at,
    to: read.to + 1,
    ...number('ordinal', read.value),
    weight: 'soft',
    also: [number('cardinal', read.value)],
    counted: true,
  }
}

/** 十四五 is the fourteenth five-year plan. */
function plan(text: string, at: number): Found | null {
  const match =
    /^(十[一二三四五六七八九]?|[一二三四五六七八九])五(?=[”’"」』]|时期|规划|期间|计划|以来|开局|收官|末)/.exec(
      text.slice(at, at + 8),
    )
  const value = match && small(match[1])
  if (!value) return null
  return { from: at, to: at + match[0].length, ...number('ordinal', value), weight: 'firm', counted: true }
}

function percent(text: string, at: number, read: ChineseNumber): Found | null {
  const match = /^ ?(?:%|‰|个?百分点)/.exec(text.slice(read.to, read.to + 6))
  if (!match) return null
  const to = read.to + match[0].length
  const kind = match[0].endsWith('点') ? 'percentage-points' : 'percent'
  return {
    from: at,
    to,
    ...number(kind, match[0].endsWith('‰') ? read.value / 10 : read.value),
    weight: 'firm',
    ...hedged(read),
  }
}

/** 三成 is 30 %, 七成五 75 %, 八折 80 % of the price (20 % off). */
function tenths(text: string, at: number, read: ChineseNumber): Found | null {
  const mark = text[read.to]
  if (mark !== '成' && mark !== '折') return null
  if (read.value > 10 && !(mark === '折' && read.value < 100)) return null
  if (NOT_SHARE[mark]!.test(text.slice(read.to + 1, read.to + 2))) return null
  const more =
    mark === '成' ? small(/^[一二三四五六七八九]/.exec(text.slice(read.to + 1, read.to + 2))?.[0]) : undefined
  const value = read.value >= 10 && mark === '折' ? read.value : read.value * 10 + (more ?? 0)
  const also = mark === '折' ? [number('percent', 100 - value)] : []
  return {
    from: at,
    to: read.to + (more === undefined ? 1 : 2),
    ...number('percent', value),
    weight: read.value > 1 ? 'firm' : 'soft',
    also,
  }
}

const GROWS =
  /(?:增|增长|增加|提高|上升|扩大|多|高|高出|增大|提升|上涨|涨|超出|快|激增|猛增|暴涨|大|加快)了?(?:近|约|超过|超|逾|将近|大约|至少)?$/

/** 增长两倍 is three times as much, 是…的两倍 and 增长到两倍 twice. */
function multiple(text: string, at: number, read: ChineseNumber): Found | null {
  const match = /^([多余来])?倍/.exec(text.slice(read.to, read.to + 2))
  if (!match) return null
  const grows = GROWS.test(text.slice(Math.max(0, at - 7), at))
  const found = { from: at, to: read.to + match[0].length, weight: 'firm' as const, ...hedged(read) }
  if (!grows) return { ...found, ...number('multiple', read.value), weight: read.value === 1 ? 'soft' : 'firm' }
  return { ...found, ...number('multiple', read.value + 1), also: [] }
}

/** 三季度 is the third quarter, 前三季度 three of them. */
function quarter(text: string, at: number, read: ChineseNumber): Found | null {
  if (!text.startsWith('季度', read.to) || read.value > 4 || /[前第个]/.test(text[at - 1] ?? '')) return null
  return {
    from: at,
    to: read.to + 2,
    ...number('ordinal', read.value),
    weight: 'soft',
    also: [number('measure', read.value, 'quarter')],
  }
}

/** Number, perhaps 多 or 半, perhaps a classifier or a unit. */
function counted(text: string, at: number, read: ChineseNumber): Found | Found[] | null {
  if (read.digits === '' && !read.arabic && read.value === 0) return null
  const tail = readTail(text, read)
  const unit = tail.unit?.unit
  const kind: Quantity['kind'] = read.indefinite
    ? 'indefinite'
    : unit === undefined
      ? 'cardinal'
      : unit.dimension === 'money'
        ? 'currency'
        : 'measure'
  const value = tail.half ? read.value + 0.5 : read.value
  const found: Found = {
    from: at,
    to: tail.to,
    ...number(kind, value, unit?.id ?? ''),
    weight: tail.half && read.value === 1 ? 'firm' : weigh(read, kind, unit !== undefined),
    counted: tail.counted,
    also: otherReadings(text, read, unit?.id ?? ''),
    ...hedged(read),
    ...(tail.hedge && { modifier: tail.hedge }),
  }
  return read.estimate === undefined ? found : estimate(found, read)
}

function estimate(found: Found, read: ChineseNumber): Found {
  const high: Quantity = { kind: found.kind, value: read.estimate!, unit: found.unit }
  return { ...found, weight: 'soft', modifier: 'about', also: [high] }
}

type Tail = { to: number; unit: ReturnType<typeof unitAt>; counted: boolean; half: boolean; hedge?: Modifier }

function readTail(text: string, read: ChineseNumber): Tail {
  let at = read.to
  if (text[at] === ' ') at += 1
  const half = /^个?半/.exec(text.slice(at, at + 2))
  const unitFrom = half ? at + half[0].length : at
  const withHedge = /^[个]?[多余]?个?/.exec(text.slice(unitFrom, unitFrom + 3))![0]
  const unit =
    realUnit(text, unitAt(text, unitFrom, 'zh')) ??
    realUnit(text, unitAt(text, unitFrom + withHedge.length, 'zh')) ??
    latinUnit(text, unitFrom)
  const hedge = /[多余]/.test(withHedge) && unit ? ('more' as const) : undefined
  if (unit) {
    const yearAndHalf = /^半(?![天数])/.test(text.slice(unit.to, unit.to + 2)) && unit.unit.dimension === 'time'
    return { to: unit.to + (yearAndHalf ? 1 : 0), unit, counted: true, half: half !== null || yearAndHalf, hedge }
  }
  const classifier = CLASSIFIERS.find((word) => text.startsWith(word, at))
  return { to: read.to, unit: null, counted: classifier !== undefined, half: false }
}

// 三年级, 两米线, 三里屯, 一度, 五月 (read as a date) are no measures.
function realUnit(text: string, found: ReturnType<typeof unitAt>): ReturnType<typeof unitAt> {
  if (!found) return null
  const after = text[found.to] ?? ''
  const { id } = found.unit
  if (id === 'year' && /[级轻]/.test(after)) return null
  if (id === 'month' && !/[个多余半]/.test(text[found.to - 2] ?? '')) return null
  if (id === 'day' && /[军本元报]/.test(after)) return null
  if (id === 'CNY' && /[素旦首老帅]/.test(after)) return null
  if (id === 'g' && /[服拉制]/.test(after)) return null
  if (id === 'year' && text[found.to - 1] === '年' && after === '代') return null
  if (id === 'household' && after === '外') return null
  if (id === 'minute?' && /[之钟配析布裂类为成享散]/.test(after)) return null
  if (id === 'week' && /[边围刊]/.test(after)) return null
  return found
}

function latinUnit(text: string, at: number): ReturnType<typeof unitAt> {
  if (!/[a-z]/i.test(text[at] ?? '')) return null
  const found = unitAt(text.slice(at, at + 24).toLowerCase(), 0, 'en')
  return found && { unit: found.unit, to: at + found.to }
}

function otherReadings(text: string, read: ChineseNumber, unit: string): Quantity[] {
  const also: Quantity[] = []
  // 98年, 08年: a year with its century left out.
  if (unit === 'year' && read.digits.length === 2 && read.hedge === '')
    also.push(dateQuantity({ year: (read.value > 40 ? 1900 : 2000) + read.value }))
  if (
    unit === '' &&
    read.value >= 1000 &&
    read.value <= 2200 &&
    read.digits.length === 4 &&
    Number.isInteger(read.value)
  )
    also.push(dateQuantity({ year: read.value }))
  if (text[read.to] === '点') also.push({ kind: 'time', value: (read.value % 24) * 60, unit: '', halfDay: true })
  return also
}

// Small numbers in words are often idiom or grammar in either language; digits, large and measured ones are statements.
function weigh(read: ChineseNumber, kind: Quantity['kind'], measured: boolean): Weight {
  if (kind === 'indefinite' || read.bare || read.value === 1 || read.value === 0) return 'soft'
  if (read.arabic || read.value > 12) return 'firm'
  return kind === 'currency' || (measured && read.value > 2 && read.value !== 10) ? 'firm' : 'soft'
}

// --- ranges and hedges

const TO = /^ ?(?:至|到|-|–|—|~|～|－|一)+ ?$/

/** 3至5亿 is 3亿 and 5亿; 1至9月 are two months; 18至29岁 two ages. */
function joinRanges(text: string, found: Found[]): (Found & { end?: 'from' | 'to' })[] {
  const list: (Found & { end?: 'from' | 'to' })[] = found
  for (let i = 0; i + 1 < list.length; i += 1) {
    const [a, b] = [list[i]!, list[i + 1]!]
    if (b.from - a.to > 4 || b.from < a.to || !TO.test(text.slice(a.to, b.from))) continue
    if (a.end === 'to' || a.kind === 'weekday') continue
    list[i] = { ...inherit(text, a, b), end: 'from' }
    list[i + 1] = { ...b, end: 'to' }
  }
  return list
}

function inherit(text: string, a: Found, b: Found): Found {
  if (a.kind !== 'cardinal' || a.unit !== '') return a
  const own = { kind: a.kind, value: a.value, unit: a.unit }
  if (b.kind === 'date' && b.date) {
    const part =
      b.date.day && !b.date.month
        ? 'day'
        : b.date.month && !b.date.day
          ? 'month'
          : b.date.year && !b.date.month
            ? 'year'
            : null
    return part ? { ...a, ...dateQuantity({ [part]: a.value }), also: [own], weight: 'firm' } : a
  }
  const scale = readChineseNumber(text, b.from)?.scale ?? 1
  const value = scale > 1 && a.value < 10000 && a.value * scale <= b.value ? a.value * scale : a.value
  if (!['cardinal', 'currency', 'measure', 'percent', 'percentage-points', 'multiple'].includes(b.kind)) return a
  return { ...a, kind: b.kind, value, unit: b.unit, also: [...(a.also ?? []), own], weight: b.weight }
}

// 四年前, 三天后 are points in time: 高于四年前 compares with them and does not hedge the four.
const POINT_IN_TIME = /^(?:前|后|之前|之后|以前|以后|来|以来)/

function withHedges(original: string, text: string, found: (Found & { end?: 'from' | 'to' })[]): Numeral[] {
  return found.map((one) => {
    const after = hedgeAfter(text, one.to, 'zh') ?? classifierHedge(text, one.to)
    const pointed = one.unit !== '' && POINT_IN_TIME.test(text.slice(one.to, one.to + 2))
    const hedge = isRecent(text, one) ? null : hedgeBefore(text, one.from, 'zh')
    const before = pointed && (hedge?.modifier === 'more' || hedge?.modifier === 'less') ? null : hedge
    const modifier = one.modifier ?? before?.modifier ?? 'exact'
    return {
      ...one,
      text: original.slice(one.from, one.to),
      modifier: modifier === 'exact' ? (after?.modifier ?? 'exact') : modifier,
      counted: one.counted ?? one.unit !== '',
      also: one.also ?? [],
      ...((before?.loose || after?.loose) && { loose: true }),
    }
  })
}

/** 70人以下, 3名以上: a classifier may stand between. */
function classifierHedge(text: string, to: number): ReturnType<typeof hedgeAfter> {
  const at = text[to] === ' ' ? to + 1 : to
  return /[例人名个岁家件位项次户所台辆级元处]/.test(text[at] ?? '') ? hedgeAfter(text, at + 1, 'zh') : null
}

/** 近十年 is the last ten years, not nearly ten. */
function isRecent(text: string, { from, unit }: Found): boolean {
  return (
    /近 ?$/.test(text.slice(Math.max(0, from - 2), from)) && ['year', 'month', 'week', 'day', 'decade'].includes(unit)
  )
}

function silent(original: string, text: string): Numeral[] {
  return SILENT.flatMap(({ pattern, value, kind }) =>
    Array.from(text.matchAll(pattern), ({ 0: words, index }) => ({
      from: index,
      to: index + words.length,
      text: original.slice(index, index + words.length),
      kind,
      value,
      unit: '',
      modifier: 'exact' as const,
      weight: 'soft' as const,
      counted: false,
      also: [],
    })),
  )
}
