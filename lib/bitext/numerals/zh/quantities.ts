/** All other quantities: a number with its sign, unit or classifier; congresses, plans and quarters. */
import { type Found, quantityOf } from '../found'
import { dateQuantity, type Modifier, type Quantity, type Weight } from '../numeral'
import { kindOf, type Unit, unitAt } from '../units'
import { decade } from './dates'
import { name } from './names'
import { type ChineseNumber, hedged, readChineseNumber, readPlain, small } from './number'
import { multiple, percent, tenths } from './shares'
import { CLASSIFIERS } from './words'

export function ordinal(text: string, at: number): Found | null {
  if (text[at] !== '第') return null
  const gap = text[at + 1] === ' ' ? 2 : 1
  const read = readPlain(text, at + gap)
  if (!read || name(text, at + gap)) return null
  return {
    from: at,
    to: read.to,
    ...quantityOf('ordinal', read.value),
    weight: read.value > 3 || read.arabic ? 'firm' : 'soft',
    counted: true,
  }
}

const SIGNS: Record<string, string> = { '¥': 'CNY', $: 'dollar', '£': 'GBP', '€': 'EUR' }

export function quantity(text: string, at: number): Found | Found[] | null {
  const sign = SIGNS[text[at]!]
  const start = sign ? (text[at + 1] === ' ' ? at + 2 : at + 1) : at
  const read = readChineseNumber(text, start)
  if (!read) return null
  if (/[a-z_]/i.test(text[at - 1] ?? '') || (read.arabic && isCode(text, at, read.to))) return code(at, read)
  if (sign)
    return { from: at, to: read.to, ...quantityOf('currency', read.value, sign), weight: 'firm', ...hedged(read) }
  return (
    party(text, at, read) ??
    plan(text, at) ??
    decade(text, at) ??
    percent(text, at, read) ??
    tenths(text, at, read) ??
    multiple(text, at, read) ??
    quarter(text, at, read) ??
    quarterHour(text, at, read) ??
    decadesOfAge(text, at, read) ??
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
  return { from, to: read.to, ...quantityOf('cardinal', read.value), weight: 'soft' }
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
    ...quantityOf('ordinal', read.value),
    weight: 'soft',
    also: [quantityOf('cardinal', read.value)],
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
  return { from: at, to: at + match[0].length, ...quantityOf('ordinal', value), weight: 'firm', counted: true }
}

/** 一刻钟 is 15 minutes. */
function quarterHour(text: string, at: number, read: ChineseNumber): Found | null {
  if (!text.startsWith('刻钟', read.to) || read.value > 3) return null
  return {
    from: at,
    to: read.to + 2,
    ...quantityOf('measure', read.value * 15, 'minute'),
    weight: 'firm',
    counted: true,
  }
}

/** 八旬老人 is some eighty years old. */
function decadesOfAge(text: string, at: number, read: ChineseNumber): Found | null {
  if (text[read.to] !== '旬' || read.arabic || read.value < 5 || read.value > 9) return null
  return { from: at, to: read.to + 1, ...quantityOf('measure', read.value * 10, 'age'), weight: 'soft', loose: true }
}

/** 三季度 is the third quarter, 前三季度 three of them. */
function quarter(text: string, at: number, read: ChineseNumber): Found | null {
  if (!text.startsWith('季度', read.to) || read.value > 4 || /[前第个]/.test(text[at - 1] ?? '')) return null
  return {
    from: at,
    to: read.to + 2,
    ...quantityOf('ordinal', read.value),
    weight: 'soft',
    counted: true,
    also: [quantityOf('measure', read.value, 'quarter')],
  }
}

/** Number, perhaps 多 or 半, perhaps a classifier or a unit. */
function counted(text: string, at: number, read: ChineseNumber): Found | Found[] | null {
  if (read.digits === '' && !read.arabic && read.value === 0) return null
  // 16进制 is "hexadecimal".
  if (text.startsWith('进制', read.to)) return code(at, read)
  const tail = readTail(text, read)
  const unit = tail.unit?.unit
  const kind = read.indefinite ? 'indefinite' : kindOf(unit)
  const value = read.value + (tail.half ? 0.5 : tail.rest)
  const found: Found = {
    from: at,
    to: tail.to,
    ...quantityOf(kind, value, unit?.id ?? ''),
    weight: tail.half && read.value === 1 ? 'firm' : weigh(read, kind, unit !== undefined && unit.id !== 'person'),
    counted: tail.counted,
    also: otherReadings(text, read, unit?.id ?? ''),
    ...hedged(read),
    ...(tail.hedge && { modifier: tail.hedge }),
  }
  return read.estimate === undefined ? found : estimate(found, read)
}

function estimate(found: Found, read: ChineseNumber): Found {
  const high: Quantity = { kind: found.kind, value: read.estimate!, unit: found.unit }
  return { ...found, weight: 'soft', modifier: 'about', loose: true, also: [high] }
}

type Tail = {
  to: number
  unit: ReturnType<typeof unitAt>
  counted: boolean
  half: boolean
  rest: number
  hedge?: Modifier
}

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
    const rest = restBehind(text, unit)
    const to = unit.to + (yearAndHalf ? 1 : rest.length)
    return { to, unit, counted: true, half: half !== null || yearAndHalf, rest: rest.value, hedge }
  }
  const classifier = CLASSIFIERS.find((word) => text.startsWith(word, at))
  return { to: read.to, unit: null, counted: classifier !== undefined, half: false, rest: 0 }
}

/** 一米七五 is 1.75 m, 三块五 3.5 yuan. */
function restBehind(text: string, { unit, to }: { unit: Unit; to: number }): { length: number; value: number } {
  const digits =
    unit.id === 'm' || text[to - 1] === '块'
      ? /^[一二三四五六七八九]{1,2}(?![十百千万米个])/.exec(text.slice(to, to + 3))
      : null
  if (!digits) return { length: 0, value: 0 }
  return {
    length: digits[0].length,
    value: Array.from(digits[0], small).reduce<number>((sum, digit, at) => sum + digit! / 10 ** (at + 1), 0),
  }
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
  if (id === 'person' && /[民均口才大工类体员行质权力物生家格群称气]/.test(after)) return null
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
  // 五一, 九一八: days and names more often than numbers.
  const name = !read.arabic && (read.digits.length === 2 || read.digits.length === 3)
  if (read.arabic || (read.value > 12 && !name)) return 'firm'
  return kind === 'currency' || (measured && read.value > 2 && read.value !== 10) ? 'firm' : 'soft'
}
