/** Shares and multiples: 百分之五十, 三分之二, 三成, 八折, 减半, 翻番, 1.5倍. */
import { type Found, quantityOf } from '../found'
import type { Quantity } from '../numeral'
import { unitAt } from '../units'
import { type ChineseNumber, hedged, readPlain, small } from './number'
import { NOT_SHARE } from './words'

/** 百分之五十, 三分之二, 五分之一, and the broken 三分之. */
export function share(text: string, at: number): Found | Found[] | null {
  const lower = readPlain(text, at)
  if (!lower || !text.startsWith('分之', lower.to)) return null
  const upperAt = lower.to + 2
  const upper = readPlain(text, upperAt)
  if (!upper) {
    const dangling = /^(?:[，。；、,.;\s]|$)/.test(text.slice(upperAt, upperAt + 1))
    return dangling ? { from: at, to: upperAt, ...quantityOf('fraction', 0), weight: 'firm', malformed: true } : null
  }
  if (lower.value === 100) {
    const first = {
      from: at,
      to: upper.to,
      ...percentOrPoints(text, upper.to, upper.value),
      weight: 'firm' as const,
      ...hedged(upper),
    }
    return shareRange(text, first) ?? first
  }
  return ofCentury(text, at, upper.to, upper.value / lower.value) ?? plainShare(at, upper, lower.value)
}

// From a thousandth on, English also says both numbers: "five per 100,000".
const LARGE = 1000

function plainShare(from: number, upper: ChineseNumber, lower: number): Found {
  const also = lower < LARGE ? [] : [quantityOf('cardinal', upper.value), quantityOf('cardinal', lower)]
  return { from, to: upper.to, ...quantityOf('fraction', upper.value / lower), weight: 'firm', also }
}

/** 四分之一世纪, 四分之三个世纪: a measure of time. */
function ofCentury(text: string, from: number, at: number, value: number): Found | null {
  const century = /^个?世纪/.exec(text.slice(at, at + 3))
  return century && { from, to: at + century[0].length, ...quantityOf('measure', value, 'century'), weight: 'firm' }
}

/** 百分之三十到四十: the second share leaves its 百分之 to the first. */
function shareRange(text: string, first: Found): Found[] | null {
  const second = /[到至—–~-]/.test(text[first.to] ?? '') ? readPlain(text, first.to + 1) : null
  if (
    !second ||
    second.value <= first.value ||
    second.value > 100 ||
    /^(?:分之|[年月日时点])/.test(text.slice(second.to, second.to + 2))
  )
    return null
  const share = percentOrPoints(text, second.to, second.value)
  return [
    { ...first, ...quantityOf(share.kind, first.value), end: 'from' },
    { from: first.to + 1, to: second.to, ...share, weight: 'firm', end: 'to' },
  ]
}

function percentOrPoints(text: string, to: number, value: number): Quantity {
  return quantityOf(/^个?百分点/.test(text.slice(to, to + 4)) ? 'percentage-points' : 'percent', value)
}

export function halving(text: string, at: number): Found | null {
  if (!text.startsWith('减半', at)) return null
  return { from: at, to: at + 2, ...quantityOf('fraction', 0.5), weight: 'soft' }
}

/** 翻番, 翻一番, 翻两番: doubled, doubled, quadrupled. */
export function doubling(text: string, at: number): Found | null {
  // 加倍, 成倍: doubled, or many times over.
  if (text[at] === '加' || text[at] === '成')
    return text[at + 1] === '倍' ? { from: at, to: at + 2, ...quantityOf('multiple', 2), weight: 'soft' } : null
  if (text[at] !== '翻') return null
  const after = /^[了过]/.test(text.slice(at + 1, at + 2)) ? at + 2 : at + 1
  if (text[after] === '番') return { from: at, to: after + 1, ...quantityOf('multiple', 2), weight: 'firm' }
  if (text[after] === '倍') return { from: at, to: after + 1, ...quantityOf('multiple', 2), weight: 'firm' }
  const times = readPlain(text, after)
  if (!times) return null
  const end = text[times.to]
  if (end === '番' && times.value <= 10)
    return { from: at, to: times.to + 1, ...quantityOf('multiple', 2 ** times.value), weight: 'firm' }
  if (end === '倍')
    return {
      from: at,
      to: times.to + 1,
      ...quantityOf('multiple', times.value + 1),
      weight: 'firm',
      also: [quantityOf('multiple', times.value)],
    }
  return null
}

export function half(text: string, at: number): Found | null {
  if (text.startsWith('一半', at)) return { from: at, to: at + 2, ...quantityOf('fraction', 0.5), weight: 'soft' }
  if (text[at] !== '半') return null
  const before = text[at - 1] ?? ''
  if (/[一过]/.test(before) || text[at + 1] === '数')
    return { from: at, to: at + 1, ...quantityOf('fraction', 0.5), weight: 'soft' }
  // 上半年, 下半场, 前半段: the first and the second half.
  if (/[上下前后]/.test(before))
    return { from: at - 1, to: at + 1, ...quantityOf('ordinal', /[上前]/.test(before) ? 1 : 2), weight: 'soft' }
  const gap = text.startsWith('个多', at + 1) ? 3 : text[at + 1] === '个' ? 2 : 1
  const unit = unitAt(text, at + gap, 'zh')
  if (unit?.unit.dimension !== 'time' || unit.unit.vague || /[大]/.test(before)) return null
  // 半天 is any long while, 半日 and 半月 are often names.
  const loose = unit.unit.id === 'day' || (gap === 1 && unit.unit.id === 'month')
  return {
    from: at,
    to: unit.to,
    ...quantityOf('measure', 0.5, unit.unit.id),
    weight: loose ? 'soft' : 'firm',
    ...(gap === 3 && { modifier: 'more' }),
  }
}

export function percent(text: string, at: number, read: ChineseNumber): Found | null {
  const match = /^ ?(?:%|‰|个?百分点|个?基点)/.exec(text.slice(read.to, read.to + 6))
  if (!match) return null
  const to = read.to + match[0].length
  const kind = match[0].endsWith('点') ? 'percentage-points' : 'percent'
  const size = match[0].endsWith('‰') ? 10 : match[0].endsWith('基点') ? 100 : 1
  return {
    from: at,
    to,
    ...quantityOf(kind, read.value / size),
    weight: 'firm',
    ...hedged(read),
  }
}

/** 三成 is 30 %, 七成五 75 %, 八折 80 % of the price (20 % off). */
export function tenths(text: string, at: number, read: ChineseNumber): Found | null {
  const mark = text[read.to]
  if (mark !== '成' && mark !== '折') return null
  if (read.value > 10 && !(mark === '折' && read.value < 100)) return null
  if (NOT_SHARE[mark]!.test(text.slice(read.to + 1, read.to + 2))) return null
  const more =
    mark === '成' ? small(/^[一二三四五六七八九]/.exec(text.slice(read.to + 1, read.to + 2))?.[0]) : undefined
  const value = read.value >= 10 && mark === '折' ? read.value : read.value * 10 + (more ?? 0)
  if (read.estimate !== undefined && mark === '成')
    return {
      from: at,
      to: read.to + 1,
      ...quantityOf('percent', read.value * 10),
      weight: 'soft',
      also: [quantityOf('percent', read.estimate * 10)],
      modifier: 'about',
      loose: true,
    }
  const also = mark === '折' ? [quantityOf('percent', 100 - value)] : []
  return {
    from: at,
    to: read.to + (more === undefined ? 1 : 2),
    ...quantityOf('percent', value),
    weight: read.value > 1 ? 'firm' : 'soft',
    also,
  }
}

const GROWS =
  /(?:翻|增|增长|增加|提高|上升|扩大|多|高|高出|增大|提升|上涨|涨|超出|快|激增|猛增|暴涨|大|加快)了?(?:近|约|超过|超|逾|将近|大约|至少)?$/

/** 增长两倍 is three times as much, 是…的两倍 and 增长到两倍 twice. */
export function multiple(text: string, at: number, read: ChineseNumber): Found | null {
  const match = /^([多余来])?倍/.exec(text.slice(read.to, read.to + 2))
  if (!match) return null
  const grows = GROWS.test(text.slice(Math.max(0, at - 7), at))
  const found = { from: at, to: read.to + match[0].length, weight: 'firm' as const, ...hedged(read) }
  if (!grows)
    return { ...found, ...quantityOf('multiple', read.value), weight: read.value === 1 || read.bare ? 'soft' : 'firm' }
  // 翻了近两倍: by two or to two times, nobody agrees.
  // Twelve times more and twelve-fold are nearly the same, and written for one another.
  const loose = read.value >= 10 || /翻[了过]?[^翻]{0,3}$/.test(text.slice(Math.max(0, at - 5), at))
  return {
    ...found,
    ...quantityOf('multiple', read.value + 1),
    also: loose ? [quantityOf('multiple', read.value)] : [],
  }
}
