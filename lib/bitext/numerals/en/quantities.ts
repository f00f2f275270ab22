/** All other quantities: a number with its currency sign, unit or counted noun. */
import { type Found, quantityOf } from '../found'
import { dateQuantity, type Quantity, type Weight } from '../numeral'
import { kindOf, type Unit, unitAt } from '../units'
import { type EnglishNumber, readEnglishNumber } from './number'
import { percent, times } from './shares'

const PREFIX = /(us\$|hk\$|\$|£|€|¥|rmb|cny|usd|eur) ?(?=\d)/y
const SIGNS: Record<string, string> = {
  us$: 'USD',
  hk$: 'HKD',
  $: 'dollar',
  '£': 'GBP',
  '€': 'EUR',
  '¥': 'CNY',
  rmb: 'CNY',
  cny: 'CNY',
  usd: 'USD',
  eur: 'EUR',
}
const LETTERED_DOLLARS: Record<string, string> = {
  us: 'USD',
  hk: 'HKD',
  c: 'CAD',
  ca: 'CAD',
  a: 'AUD',
  au: 'AUD',
  nz: 'NZD',
  s: 'SGD',
  nt: 'TWD',
}

export function quantity(text: string, at: number): Found | null {
  PREFIX.lastIndex = at
  const prefix = PREFIX.exec(text)
  const start = at + (prefix?.[0].length ?? 0)
  const number = readEnglishNumber(text, start)
  if (!number) return null
  if (prefix) return money(text, at, prefix[1]!, number)
  if (number.digits && isCode(text, at, number.to))
    return { from: at, to: number.to, ...quantityOf('cardinal', number.value), weight: 'soft' }
  if (number.indefinite)
    return {
      from: at,
      to: number.to,
      ...quantityOf('indefinite', number.value),
      weight: 'soft',
      ...unitOf(text, number.to),
    }
  if (number.ordinal) return ordinal(text, at, number)
  return percent(text, at, number) ?? times(text, at, number) ?? counted(text, at, number)
}

function money(text: string, at: number, sign: string, number: EnglishNumber): Found {
  const letters =
    sign === '$' ? /(?<![a-z])(us|hk|ca?|au?|nz|s|nt)$/.exec(text.slice(Math.max(0, at - 3), at))?.[1] : undefined
  const unit = (letters && LETTERED_DOLLARS[letters]) || SIGNS[sign]!
  // ¥ is yen as well.
  const also = sign === '¥' ? [quantityOf('currency', number.value, 'JPY')] : []
  const name = /^[ -](?:yuan|dollars?|euros?|pounds?)\b/.exec(text.slice(number.to, number.to + 9))?.[0].length ?? 0
  return {
    from: at - (letters?.length ?? 0),
    to: number.to + name,
    ...quantityOf('currency', number.value, unit),
    weight: 'firm',
    also,
    counted: true,
  }
}

/** "G20", "COVID-19", "F-35", "5G", "2.6.32": a name; its number may still answer one. */
function isCode(text: string, from: number, to: number): boolean {
  // "4x100m" is two numbers.
  if (/\dx$/.test(text.slice(Math.max(0, from - 2), from)) || /^x\d/.test(text.slice(to, to + 2))) return false
  if (
    /[a-z_]-?$/.test(text.slice(Math.max(0, from - 2), from)) &&
    !/\b(?:mid-|pre-|post-|non-|sub-|and-|or-|to-|the-|fy)$/.test(text.slice(Math.max(0, from - 5), from))
  )
    return true
  if (/^\.\d/.test(text.slice(to, to + 2)) || /[\d]\.$/.test(text.slice(Math.max(0, from - 2), from))) return true
  return /[a-z_]/.test(text[to] ?? '') && !unitAt(text, to, 'en') && !/^(?:per|pct)/.test(text.slice(to, to + 3))
}

function ordinal(text: string, at: number, number: EnglishNumber): Found {
  const century = /^[ -]centur(?:y|ies)\b/.exec(text.slice(number.to, number.to + 11))
  const to = number.to + (century?.[0].length ?? 0)
  const also: Quantity[] = [quantityOf('cardinal', number.value)]
  if (number.value <= 31 && number.digits) also.push(dateQuantity({ day: number.value }))
  const second = number.digits === '' && number.value === 2 ? 'soft' : 'firm'
  const weight: Weight = number.common || number.value <= 3 ? 'soft' : second
  return { from: at, to, ...quantityOf('ordinal', number.value, century ? 'century' : ''), weight, also, counted: true }
}

function unitOf(text: string, to: number): { to?: number; unit?: string } {
  const unit = unitAt(text, to + 1, 'en') ?? (text.startsWith(' of ', to) ? unitAt(text, to + 4, 'en') : null)
  return unit ? { to: unit.to, unit: unit.unit.id } : {}
}

// A plural noun, with an adjective or two before it: "three young men".
const COUNTED =
  /^[ -](?:[a-z'-]{2,15} ){0,2}(?:[a-z'-]{2,20}[^s'\W]s|people|men|women|children|police)(?<! (?:was|has|his|its|this|thus|does|always|towards|years))\b/

function counted(text: string, at: number, number: EnglishNumber): Found | null {
  const tail = unitBehind(text, number)
  const ranked = RANKED.test(text.slice(Math.max(0, at - 8), at))
  const unit = tail?.unit
  if (unit === undefined && isYear(text, at, number)) {
    const plain = quantityOf('cardinal', number.value)
    return { from: at, to: number.to, ...dateQuantity({ year: number.value }), weight: 'firm', also: [plain] }
  }
  return {
    from: at,
    to: tail?.to ?? number.to,
    ...quantityOf(kindOf(unit), number.value + (tail?.half ? 0.5 : 0), unit?.id ?? ''),
    // The Five-Year Plan is a name: 十四五 does not say its five.
    weight: /^[ -]plan/.test(text.slice(tail?.to ?? 0, (tail?.to ?? 0) + 5)) ? 'soft' : weigh(number, unit),
    counted: ranked || unit !== undefined || COUNTED.test(text.slice(number.to, number.to + 48)),
    also: [...otherReadings(number, unit), ...inCelsius(text, number, tail?.to)],
  }
}

/** What a Chinese text may have put into its own degrees. */
function inCelsius(text: string, { value, to }: EnglishNumber, end = to): Quantity[] {
  if (!/(?:fahrenheit|°f)$/.test(text.slice(to, end))) return []
  return [quantityOf('measure', Math.round(((value - 32) / 1.8) * 10) / 10, 'degree')]
}

// "the top five", "the G7": so many of them.
const RANKED = /\b(?:top |world's |big |g)$/

const YEAR_BEFORE =
  /(?:\b(?:in|by|since|until|till|during|circa|year|years|early|late|mid|spring|summer|autumn|fall|winter|olympics|fiscal|fy)[ -]|\d{4}(?: ?[-–—/] ?| to | and ))$/

/** "in 2023", "2015–2030": a year and no count. */
function isYear(text: string, at: number, { digits, value }: EnglishNumber): boolean {
  if (!/^\d{4}$/.test(digits) || value < 1000 || value > 2200) return false
  return (
    YEAR_BEFORE.test(text.slice(Math.max(0, at - 12), at)) ||
    /^ ?[-–—] ?(?:19|20)\d\d(?!\d)/.test(text.slice(at + 4, at + 12))
  )
}

// "three consecutive months", "two full years".
const SPELL = /^ (?:consecutive|straight|successive|full|whole|calendar|more) /

type Tail = { unit: Unit; to: number; half: boolean }

function unitBehind(text: string, number: EnglishNumber): Tail | null {
  const half =
    /^ and a half(?![a-z])|^-and-a-half(?![a-z])/.exec(text.slice(number.to, number.to + 12))?.[0].length ?? 0
  const at = number.to + half
  const gap = /^(?: ?-? ?(?:u\.s\. |us )?)/.exec(text.slice(at, at + 8))![0]
  const spell = SPELL.exec(text.slice(at, at + 16))?.[0].length
  const long = spell ? unitAt(text, at + spell, 'en') : null
  if (long?.unit.dimension === 'time') return { unit: long.unit, to: long.to, half: half > 0 }
  const found =
    unitAt(text, at + (text[at] === ' ' || text[at] === '-' ? 1 : 0), 'en') ?? unitAt(text, at + gap.length, 'en')
  if (!found || (gap === '' && !number.digits)) return null
  // "in 2020 mu…", "5 li": only behind a real gap; "2016 US dollars" is fine.
  if (found.unit.id === 'li' || (found.unit.id === 'mu' && gap === '')) return null
  return { unit: found.unit, to: found.to, half: half > 0 }
}

function otherReadings(number: EnglishNumber, unit: Unit | undefined): Quantity[] {
  const also: Quantity[] = []
  const { value, digits } = number
  // A dozen is as often some ten as it is twelve.
  if (digits === '' && value % 12 === 0 && value >= 12) also.push(quantityOf('indefinite', value < 120 ? 10 : 100))
  if (number.metres) also.push(quantityOf('measure', value / 1e6, 'm'))
  if (unit === undefined && /^\d{4}$/.test(digits) && value >= 1000 && value <= 2200)
    also.push(dateQuantity({ year: value }))
  if (unit === undefined && /^\d{1,2}$/.test(digits) && value >= 1 && value <= 31)
    also.push(dateQuantity({ day: value }))
  return also
}

function weigh(number: EnglishNumber, unit: Unit | undefined): Weight {
  if (number.value <= 1 && Number.isInteger(number.value)) return 'soft'
  if (number.digits || number.value > 12) return 'firm'
  return !number.common || (unit && number.value > 2 && !unit.vague) ? 'firm' : 'soft'
}
