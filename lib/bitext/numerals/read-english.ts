/**
 * Finds the numeric expressions of an English text. One pass from left to right: at each word or digit that may open a number
 * the readers below are asked in turn, the first that answers consumes its words. Linear: every reader looks at a bounded window.
 */
import type { Span } from '../text'
import { type EnglishNumber, NUMBER_WORDS, readEnglishNumber } from './english-number'
import { hedgeAfter, hedgeBefore } from './modifiers'
import { type DateParts, dateQuantity, type Modifier, type Numeral, type Quantity, type Weight } from './numeral'
import { readNumericDate } from './numeric-date'
import { englishSurface } from './surface'
import { type Unit, unitAt } from './units'

type Found = Span &
  Quantity & { weight: Weight; counted?: boolean; also?: Quantity[]; modifier?: Modifier; end?: 'from' | 'to' }
type Reader = (text: string, at: number) => Found | Found[] | null

const MONTHS = 'january february march april may june july august september october november december'.split(' ')
const MONTH =
  '(january|february|march|april|may|june|july|august|september|sept|october|november|december|jan|feb|mar|apr|jun|jul|aug|sep|oct|nov|dec)'
const WEEKDAYS = 'monday tuesday wednesday thursday friday saturday sunday'.split(' ')
const OTHERS =
  'half|halves|halve|halved|halving|double|doubled|doubles|doubling|triple|tripled|triples|tripling|treble|trebled|quadruple|quadrupled|twofold|threefold|fourfold|fivefold|sixfold|sevenfold|eightfold|ninefold|tenfold|once|twice|thrice|both|pair|couple|single|dual|quarter|quarters|decade|decades|century|centuries|noon|midnight|twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties|fortnight|minus'
const OPENS = new RegExp(
  `[$£€¥]|\\d|(?<![a-z])(?:${[...MONTHS, 'jan', 'feb', 'mar', 'apr', 'jun', 'jul', 'aug', 'sept', 'sep', 'oct', 'nov', 'dec', ...WEEKDAYS, ...NUMBER_WORDS, ...OTHERS.split('|'), 'us\\$', 'hk\\$', 'rmb', 'cny', 'usd', 'eur'].join('|')})(?![a-z])|(?<![a-z])q[1-4](?![a-z0-9])`,
  'g',
)

const quantityOf = (kind: Quantity['kind'], value: number, unit = ''): Quantity => ({ kind, value, unit })

export function readEnglish(original: string): Numeral[] {
  const text = englishSurface(original)
  const found: Found[] = []
  let at = 0
  while (at < text.length) {
    OPENS.lastIndex = at
    const next = OPENS.exec(text)
    if (!next) break
    at = next.index
    const answer = read(text, at, original)
    if (answer) found.push(...answer)
    at = answer ? Math.max(at + 1, ...answer.map(({ to }) => to)) : afterToken(text, at)
  }
  return withHedges(
    original,
    text,
    joinRanges(
      text,
      found.filter(({ value }) => !Number.isNaN(value)),
    ),
  )
}

/** The rest of a token that no reader wanted is not tried again. */
function afterToken(text: string, at: number): number {
  const word = /[a-z]/.test(text[at]!) ? /[a-z]+/y : /\d+|./y
  word.lastIndex = at
  return at + (word.exec(text)?.[0].length ?? 1)
}

function read(text: string, at: number, original: string): Found[] | null {
  for (const reader of READERS) {
    const answer = reader(text, at)
    if (answer) return Array.isArray(answer) ? answer : [answer]
  }
  return month(text, at, original)
}

const READERS: Reader[] = [listMark, dates, name, weekday, clock, decades, fractions, verbs, words, quarterOf, quantity]

/** "1." or "iv)" before a paragraph counts the paragraphs; the two languages need not mark them alike. */
function listMark(text: string, at: number): Found | null {
  if (at > 2 || /[^\s(]/.test(text.slice(0, at))) return null
  const match = /^\d{1,2}(?=\)|\. )/.exec(text.slice(at, at + 4))
  return match && { from: at, to: at + match[0].length, ...quantityOf('ordinal', Number(match[0])), weight: 'soft' }
}

const NAME = /\d+(?:\.\d+){2,}/y

/** 2.6.32 is a version or a section. */
function name(text: string, at: number): Found | null {
  NAME.lastIndex = at
  const words = NAME.exec(text)?.[0]
  return words === undefined
    ? null
    : { from: at, to: at + words.length, ...quantityOf('cardinal', Number.NaN), weight: 'soft' }
}

function weekday(text: string, at: number): Found | null {
  const day = WEEKDAYS.findIndex((name) => text.startsWith(name, at))
  if (day < 0) return null
  return { from: at, to: at + WEEKDAYS[day]!.length, ...quantityOf('weekday', day + 1), weight: 'soft' }
}

// --- dates and times

const DAY = '(\\d{1,2})(?:st|nd|rd|th)?(?![\\d,.]*\\d|[a-z%])'
const MONTH_FIRST = new RegExp(`${MONTH}\\.?[ ]${DAY}(?:(?:, ?| )(\\d{4})(?!\\d|,\\d))?`, 'y')
const MONTH_YEAR = new RegExp(`${MONTH}\\.?,?(?: of)? (\\d{4})(?!\\d|,\\d)`, 'y')
const DAY_FIRST = new RegExp(`(\\d{1,2})(?:st|nd|rd|th)?(?: of)? ${MONTH}(?![a-z])\\.?(?:,? (\\d{4})(?!\\d))?`, 'y')
const SLASH = /(\d{1,3})\/(\d{1,3})(?![\d/])/y

function monthNumber(name: string): number {
  return MONTHS.findIndex((month) => month.startsWith(name.slice(0, 3))) + 1
}

function dates(text: string, at: number): Found | null {
  if (/[\d.]/.test(text[at - 1] ?? '')) return null
  return monthFirst(text, at) ?? dayFirst(text, at) ?? numeric(text, at)
}

function monthFirst(text: string, at: number): Found | null {
  if (/\d/.test(text[at]!)) return null
  MONTH_FIRST.lastIndex = at
  const full = MONTH_FIRST.exec(text)
  if (full && Number(full[2]) >= 1 && Number(full[2]) <= 31)
    return dated(at, full[0], {
      ...(full[3] && { year: Number(full[3]) }),
      month: monthNumber(full[1]!),
      day: Number(full[2]),
    })
  MONTH_YEAR.lastIndex = at
  const month = MONTH_YEAR.exec(text)
  return month ? dated(at, month[0], { year: Number(month[2]), month: monthNumber(month[1]!) }) : null
}

function dayFirst(text: string, at: number): Found | null {
  if (!/\d/.test(text[at]!)) return null
  DAY_FIRST.lastIndex = at
  const match = DAY_FIRST.exec(text)
  if (!match || Number(match[1]) < 1 || Number(match[1]) > 31) return null
  // "24 may" is a date, "24 may be" is not.
  if (
    match[2] === 'may' &&
    !match[3] &&
    /^ (?:be|have|not|also|still|well)\b/.test(text.slice(at + match[0].length, at + match[0].length + 7))
  )
    return null
  return dated(at, match[0], {
    ...(match[3] && { year: Number(match[3]) }),
    month: monthNumber(match[2]!),
    day: Number(match[1]),
  })
}

function numeric(text: string, at: number): Found | null {
  const date = readNumericDate(text, at)
  return date && { from: at, to: date.to, ...date.readings[0]!, weight: 'firm', also: date.readings.slice(1) }
}

function dated(from: number, words: string, date: DateParts): Found | null {
  if ((date.month ?? 1) > 12 || (date.month ?? 1) < 1 || (date.day ?? 1) > 31) return null
  return { from, to: from + words.length, ...dateQuantity(date), weight: 'firm' }
}

/** A month alone; "may" and "march" only where a capital and the words around say so. */
function month(text: string, at: number, original: string): Found[] | null {
  const match = new RegExp(`^${MONTH}(?![a-z])`).exec(text.slice(at, at + 10))
  if (!match || !/[A-Z]/.test(original[at]!)) return null
  const name = match[1]!
  const to = at + name.length
  const before =
    /(?:\b(?:in|of|since|until|by|from|to|through|and|last|next|this|early|late|mid|every|between)[ -]|[-–—])$/.test(
      text.slice(Math.max(0, at - 10), at),
    )
  const ambiguous = name === 'may' || name === 'march'
  if (ambiguous && !before && !isAmidSentence(text, at, to)) return null
  if (name.length < 4 && name !== 'may' && text[to] !== '.') return null
  return [{ from: at, to, ...dateQuantity({ month: monthNumber(name) }), weight: 'firm' }]
}

/** A capital behind a lower-case word or a comma, a range, or nothing around: the month, not the verb. */
function isAmidSentence(text: string, from: number, to: number): boolean {
  if (from === 0 && to === text.trimEnd().length) return true
  return (
    /[a-z0-9,] $/.test(text.slice(Math.max(0, from - 2), from)) || /^ ?(?:to|through|-|–)/.test(text.slice(to, to + 4))
  )
}

const CLOCK = /(\d{1,2})(?:[:.]([0-5]\d))?(?: ?(a\.m\.?|p\.m\.?|am|pm)(?![a-z])| o'clock)/y
const CLOCK_24 = /(\d{1,2}):([0-5]\d)(?::[0-5]\d)?(?![\d:])/y

function clock(text: string, at: number): Found | null {
  if (text.startsWith('noon', at) || text.startsWith('midnight', at)) {
    const noon = text[at] === 'n'
    return { from: at, to: at + (noon ? 4 : 8), ...quantityOf('time', noon ? 720 : 0), weight: 'soft' }
  }
  if (!/\d/.test(text[at]!) || /[\d.:]/.test(text[at - 1] ?? '')) return null
  CLOCK.lastIndex = at
  const spoken = CLOCK.exec(text)
  if (spoken && Number(spoken[1]) <= 24) {
    const half = spoken[3]?.[0]
    const hour = Number(spoken[1]) % (half ? 12 : 24)
    return timed(at, spoken[0], (half === 'p' ? hour + 12 : hour) * 60 + Number(spoken[2] ?? 0), half === undefined)
  }
  CLOCK_24.lastIndex = at
  const plain = CLOCK_24.exec(text)
  if (!plain || Number(plain[1]) > 24) return null
  return timed(at, plain[0], (Number(plain[1]) % 24) * 60 + Number(plain[2]), Number(plain[1]) <= 12)
}

function timed(from: number, words: string, value: number, halfDay: boolean): Found {
  return {
    from,
    to: from + words.length,
    ...quantityOf('time', value),
    weight: 'firm',
    also: [quantityOf('cardinal', Math.floor(value / 60) % 12 || 12)],
    ...(halfDay && { halfDay }),
  }
}

const DECADE = /(\d{2}|\d{4})'?s(?![a-z])/y
const DECADE_WORDS = 'twenties thirties forties fifties sixties seventies eighties nineties'.split(' ')

function decades(text: string, at: number): Found | null {
  DECADE.lastIndex = at
  const match = DECADE.exec(text)
  if (match && Number(match[1]) % 10 === 0 && !/[\d.,$]/.test(text[at - 1] ?? ''))
    return {
      from: at,
      to: at + match[0].length,
      ...quantityOf('decade', Number(match[1])),
      weight: match[1]!.length === 4 ? 'firm' : 'soft',
    }
  const word = DECADE_WORDS.findIndex((name) => text.startsWith(name, at))
  if (word < 0) return null
  return { from: at, to: at + DECADE_WORDS[word]!.length, ...quantityOf('decade', (word + 2) * 10), weight: 'soft' }
}

// --- shares and multiples

const DENOMINATORS: Record<string, number> = {
  half: 2,
  halves: 2,
  third: 3,
  thirds: 3,
  quarter: 4,
  quarters: 4,
  fourth: 4,
  fourths: 4,
  fifth: 5,
  fifths: 5,
  sixth: 6,
  sixths: 6,
  seventh: 7,
  sevenths: 7,
  eighth: 8,
  eighths: 8,
  ninth: 9,
  ninths: 9,
  tenth: 10,
  tenths: 10,
  hundredth: 100,
  hundredths: 100,
  thousandth: 1000,
  thousandths: 1000,
}
const FRACTION =
  /(one|two|three|four|five|six|seven|eight|nine|\d{1,2})[ -](half|halves|thirds?|quarters?|fourths?|fifths?|sixths?|sevenths?|eighths?|ninths?|tenths?|hundredths?|thousandths?)(?![a-z])/y
const ARTICLE_FRACTION = /(half|third|quarter|fourth|fifth|sixth|seventh|eighth|tenth|hundredth)(?![a-z])/y
const IN_FRACTION =
  /(one|two|three|four|five|six|seven|eight|nine|\d{1,3}) (?:in|out of)(?: every)? (two|three|four|five|six|seven|eight|nine|ten|\d{1,5}(?:,\d{3})?)(?![a-z\d,.]|-)(?! (?:years?|months?|days?|weeks?|hours?))/y

function smallNumber(text: string): number {
  return readEnglishNumber(text, 0)?.value ?? Number.NaN
}

function fractions(text: string, at: number): Found | null {
  FRACTION.lastIndex = at
  const full = FRACTION.exec(text)
  const singular = full && !full[2]!.endsWith('s') && full[2] !== 'half'
  // "one third" is a share, "two third places" is not; "three quarters of 2023" is a share or nine months.
  if (full && (!singular || smallNumber(full[1]!) === 1))
    return fraction(at, full[0], smallNumber(full[1]!) / DENOMINATORS[full[2]!]!, 'firm')
  const inWords = inFraction(text, at)
  if (inWords) return inWords
  return halfUnit(text, at) ?? articleFraction(text, at) ?? slashed(text, at)
}

function fraction(from: number, words: string, value: number, weight: Weight): Found {
  return { from, to: from + words.length, ...quantityOf('fraction', value), weight }
}

/** "one in five", "3 out of 10". */
function inFraction(text: string, at: number): Found | null {
  IN_FRACTION.lastIndex = at
  const match = IN_FRACTION.exec(text)
  if (!match) return null
  const [upper, lower] = [smallNumber(match[1]!), smallNumber(match[2]!)]
  if (!(upper < lower)) return null
  const also = [quantityOf('cardinal', upper), quantityOf('cardinal', lower)]
  return { ...fraction(at, match[0], upper / lower, 'soft'), also }
}

/** "half a year", "half an hour", "half-year", "half a million". */
function halfUnit(text: string, at: number): Found | null {
  if (!/^half(?![a-z])/.test(text.slice(at, at + 5))) return null
  const gap = /^half(?: an? |-an?-|-| of an? )/.exec(text.slice(at, at + 12))?.[0].length
  if (gap === undefined) return null
  const scale = /^(million|billion|trillion|dozen|century|decade)(?![a-z])/.exec(text.slice(at + gap, at + gap + 9))
  if (scale && scale[1] !== 'century' && scale[1] !== 'decade')
    return {
      from: at,
      to: at + gap + scale[0].length,
      ...quantityOf('cardinal', readEnglishNumber(text, at + gap)!.value / 2),
      weight: scale[1] === 'dozen' ? 'soft' : 'firm',
    }
  const unit = unitAt(text, at + gap, 'en')
  if (unit?.unit.dimension !== 'time') return null
  return {
    from: at,
    to: unit.to,
    ...quantityOf('measure', 0.5, unit.unit.id),
    weight: 'firm',
    also: [quantityOf('fraction', 0.5)],
  }
}

/** "a third of", "by a quarter"; "half" wherever it is not part of a match or a year. */
function articleFraction(text: string, at: number): Found | null {
  ARTICLE_FRACTION.lastIndex = at
  const match = ARTICLE_FRACTION.exec(text)
  if (!match) return null
  const before = text.slice(Math.max(0, at - 14), at)
  if (match[1] === 'half') {
    const part = /\b(first|second|1st|2nd|other|latter|final)[ -]$/.exec(before)
    if (part) return { ...fraction(at, match[0], 0.5, 'soft') }
    return fraction(at, match[0], 0.5, 'soft')
  }
  if (match[1] === 'quarter' || !/\ba $/.test(before)) return null
  // "by a third", "a third of"; "a third party" and "by a third person" are ordinals.
  const after = text.slice(at + match[0].length, at + match[0].length + 9)
  if (
    !/^ (?:of|from|to|in|since|compared|more|less|as)\b/.test(after) &&
    !(/\b(?:by|up|down|fell|rose|cut)[a-z ]{0,8} a $/.test(before) && /^(?:[.,;:)]|$| and\b| over\b)/.test(after))
  )
    return null
  return fraction(at, match[0], 1 / DENOMINATORS[match[1]!]!, 'firm')
}

function slashed(text: string, at: number): Found | null {
  SLASH.lastIndex = at
  const match = SLASH.exec(text)
  if (!match || /[\d/.]/.test(text[at - 1] ?? '')) return null
  const [upper, lower] = [Number(match[1]), Number(match[2])]
  const also =
    upper >= 1 && upper <= 12 && lower >= 1 && lower <= 31 ? [dateQuantity({ month: upper, day: lower })] : []
  return { ...fraction(at, match[0], upper / (lower || 1), 'soft'), also }
}

const FACTORS: Record<string, number> = {
  double: 2,
  doubled: 2,
  doubles: 2,
  doubling: 2,
  triple: 3,
  tripled: 3,
  triples: 3,
  tripling: 3,
  treble: 3,
  trebled: 3,
  quadruple: 4,
  quadrupled: 4,
  twofold: 2,
  threefold: 3,
  fourfold: 4,
  fivefold: 5,
  sixfold: 6,
  sevenfold: 7,
  eightfold: 8,
  ninefold: 9,
  tenfold: 10,
  twice: 2,
  thrice: 3,
}

function verbs(text: string, at: number): Found | null {
  const word = /^[a-z]+/.exec(text.slice(at, at + 12))?.[0] ?? ''
  const factor = FACTORS[word]
  if (factor !== undefined) {
    const also = [quantityOf('cardinal', factor), quantityOf('measure', factor, 'times')]
    return { from: at, to: at + word.length, ...quantityOf('multiple', factor), weight: 'soft', also }
  }
  if (!/^halv(?:e|ed|es|ing)$/.test(word)) return null
  return { from: at, to: at + word.length, ...quantityOf('fraction', 0.5), weight: 'soft' }
}

const WORDS: Record<string, [value: number, unit?: string]> = {
  both: [2],
  pair: [2],
  couple: [2],
  single: [1],
  dual: [2],
  once: [1, 'times'],
  decade: [1, 'decade'],
  century: [1, 'century'],
  fortnight: [1, 'fortnight'],
}

/** Words that stand for a small number, and units that stand for one of theirs. */
function words(text: string, at: number): Found | null {
  const word = /^[a-z]+/.exec(text.slice(at, at + 12))?.[0] ?? ''
  const said = WORDS[word]
  if (said)
    return {
      from: at,
      to: at + word.length,
      ...quantityOf(said[1] ? 'measure' : 'cardinal', said[0], said[1] ?? ''),
      weight: 'soft',
    }
  if (word === 'decades')
    return { from: at, to: at + word.length, ...quantityOf('indefinite', 10, 'year'), weight: 'soft' }
  if (word === 'centuries')
    return { from: at, to: at + word.length, ...quantityOf('indefinite', 100, 'year'), weight: 'soft' }
  return null
}

/** "Q3" is the third quarter. */
function quarterOf(text: string, at: number): Found | null {
  if (!/^q[1-4](?![a-z0-9])/.test(text.slice(at, at + 3))) return null
  return { from: at, to: at + 2, ...quantityOf('ordinal', Number(text[at + 1])), weight: 'soft' }
}

// --- all other quantities

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

function quantity(text: string, at: number): Found | null {
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
  if (
    /[a-z_]-?$/.test(text.slice(Math.max(0, from - 2), from)) &&
    !/\b(?:mid|pre|post|non|sub|and|or|to|the)-$/.test(text.slice(Math.max(0, from - 5), from))
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

function percent(text: string, at: number, number: EnglishNumber): Found | null {
  const match =
    /^(?: ?%|[ -](?:per cent|percent|pct|per-cent)(?![a-z])|[ -]percentage[ -]points?(?![a-z])|[ -]basis points?(?![a-z]))/.exec(
      text.slice(number.to, number.to + 20),
    )
  if (!match) return null
  const words = match[0]
  const more = /^[ -]points?(?![a-z])/.exec(text.slice(number.to + words.length, number.to + words.length + 8))
  const to = number.to + words.length + (more?.[0].length ?? 0)
  if (words.includes('basis'))
    return { from: at, to, ...quantityOf('percentage-points', number.value / 100), weight: 'firm' }
  return {
    from: at,
    to,
    ...quantityOf(words.includes('point') || more ? 'percentage-points' : 'percent', number.value),
    weight: 'firm',
  }
}

/** "3 times", "2.5-fold": so often, or so many times as much. */
function times(text: string, at: number, number: EnglishNumber): Found | null {
  const match = /^(?:[ -]times(?![a-z])|[ -]?fold(?![a-z])|x(?![a-z0-9]))/.exec(text.slice(number.to, number.to + 6))
  if (!match) return null
  const to = number.to + match[0].length
  const rest = text.slice(to, to + 14)
  const before = text.slice(Math.max(0, at - 24), at)
  const weight: Weight = number.digits || number.value > 2 ? 'firm' : 'soft'
  if (/^ (?:more|higher|larger|greater|faster|longer|bigger)\b/.test(rest))
    return {
      from: at,
      to,
      ...quantityOf('multiple', number.value),
      weight,
      also: [quantityOf('multiple', number.value + 1)],
    }
  if (
    /\b(?:increas|ris|rose|grow|grew|expand|soar|up)[a-z]* by(?: about| nearly| almost| over| more than)? $/.test(
      before,
    )
  )
    return { from: at, to, ...quantityOf('multiple', number.value + 1), weight }
  const isMultiple =
    match[0].includes('fold') || match[0] === 'x' || /^ (?:as|the|that|its|their|what|over)\b/.test(rest)
  const [factor, often] = [quantityOf('multiple', number.value), quantityOf('measure', number.value, 'times')]
  return isMultiple
    ? { from: at, to, ...factor, weight }
    : { from: at, to, ...often, weight, also: [factor, quantityOf('cardinal', number.value)] }
}

function unitOf(text: string, to: number): { to?: number; unit?: string } {
  const unit = unitAt(text, to + 1, 'en') ?? (text.startsWith(' of ', to) ? unitAt(text, to + 4, 'en') : null)
  return unit ? { to: unit.to, unit: unit.unit.id } : {}
}

function counted(text: string, at: number, number: EnglishNumber): Found | null {
  const tail = unitBehind(text, number)
  const unit = tail?.unit
  if (unit === undefined && isYear(text, at, number)) {
    const plain = quantityOf('cardinal', number.value)
    return { from: at, to: number.to, ...dateQuantity({ year: number.value }), weight: 'firm', also: [plain] }
  }
  const kind: Quantity['kind'] = unit === undefined ? 'cardinal' : unit.dimension === 'money' ? 'currency' : 'measure'
  return {
    from: at,
    to: tail?.to ?? number.to,
    ...quantityOf(kind, number.value + (tail?.half ? 0.5 : 0), unit?.id ?? ''),
    // The Five-Year Plan is a name: 十四五 does not say its five.
    weight: /^[ -]plan/.test(text.slice(tail?.to ?? 0, (tail?.to ?? 0) + 5)) ? 'soft' : weigh(number, unit),
    counted: unit !== undefined || /^[ -][a-z'-]{2,20}s\b/.test(text.slice(number.to, number.to + 24)),
    also: otherReadings(number, unit),
  }
}

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

type Tail = { unit: Unit; to: number; half: boolean }

function unitBehind(text: string, number: EnglishNumber): Tail | null {
  const half =
    /^ and a half(?![a-z])|^-and-a-half(?![a-z])/.exec(text.slice(number.to, number.to + 12))?.[0].length ?? 0
  const at = number.to + half
  const gap = /^(?: ?-? ?(?:u\.s\. |us )?)/.exec(text.slice(at, at + 8))![0]
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

// --- ranges and hedges

const TO = /^-? ?(?:to|-|–|—|~|through|until|and) ?$/

function joinRanges(text: string, found: Found[]): Found[] {
  for (let i = 0; i + 1 < found.length; i += 1) {
    const [a, b] = [found[i]!, found[i + 1]!]
    if (b.from - a.to > 9 || b.from < a.to) continue
    const between = text.slice(a.to, b.from)
    if (!TO.test(between) || a.end === 'to' || a.kind === 'weekday') continue
    if (between.includes('and') && !/\bbetween (?:[$£€¥])?$/.test(text.slice(Math.max(0, a.from - 9), a.from))) continue
    found[i] = { ...inheritForward(text, a, b), end: 'from' }
    found[i + 1] = { ...inheritBack(a, b), end: 'to' }
  }
  return found
}

/** "3 to 5 million yuan": the first takes scale, kind and unit of the second. */
function inheritForward(text: string, a: Found, b: Found): Found {
  const span = yearSpan(a, b)
  if (span)
    return { ...a, ...dateQuantity({ year: span.from }), weight: 'firm', also: [quantityOf('cardinal', a.value)] }
  if (
    (a.kind !== 'cardinal' && a.kind !== 'currency') ||
    !['cardinal', 'currency', 'measure', 'percent', 'percentage-points'].includes(b.kind)
  )
    return a
  const scale = readEnglishNumber(text, text.slice(b.from, b.to).search(/[\da-z]/) + b.from)?.scale ?? 1
  const value = scale > 1 && a.value < 1000 && a.value * scale <= b.value ? a.value * scale : a.value
  const own = { kind: a.kind, value: a.value, unit: a.unit }
  return {
    ...a,
    kind: a.kind === 'currency' ? a.kind : b.kind,
    value,
    unit: a.unit || b.unit,
    also: [...(a.also ?? []), own],
  }
}

/** "Oct. 1 to 7", "2018-19", "$3-5 million": the second takes what the first has said. */
function inheritBack(a: Found, b: Found): Found {
  const span = yearSpan(a, b)
  if (span) return { ...b, ...dateQuantity({ year: span.to }), weight: 'firm', also: [quantityOf('cardinal', b.value)] }
  if (a.kind === 'date' && a.date?.day && b.kind === 'cardinal' && b.value <= 31)
    return {
      ...b,
      ...dateQuantity({ ...a.date, day: b.value }),
      also: [{ kind: 'cardinal', value: b.value, unit: '' }],
    }
  return a.kind === 'currency' && b.kind === 'cardinal' ? { ...b, kind: 'currency', unit: a.unit } : b
}

/** "2018-19", "between 2015 and 2020": two years, one of which may be said short. */
function yearSpan(a: Found, b: Found): { from: number; to: number } | null {
  const from = yearOf(a)
  if (!from || b.unit !== '') return null
  const short = b.kind === 'cardinal' && b.value > from % 100 && b.value < 100
  const to = yearOf(b) ?? (short ? Math.floor(from / 100) * 100 + b.value : 0)
  return to > from && to - from < 200 ? { from, to } : null
}

function yearOf({ kind, unit, date, also }: Found): number | undefined {
  if (kind === 'date') return date?.month === undefined ? date?.year : undefined
  if (unit !== '') return undefined
  return also?.find((other) => other.kind === 'date' && other.date?.year !== undefined)?.date?.year
}

function withHedges(original: string, text: string, found: Found[]): Numeral[] {
  return found.map((one) => {
    const after = hedgeAfter(text, one.to, 'en')
    const before = hedgeBefore(text, one.from, 'en')
    const modifier = one.modifier ?? before?.modifier ?? after?.modifier ?? 'exact'
    const loose = isStretch(text, one)
    return {
      ...one,
      text: original.slice(one.from, one.to),
      modifier,
      counted: one.counted ?? false,
      also: one.also ?? [],
      ...(loose && { loose }),
    }
  })
}

/** "over 5 years": longer than that, or all that time long. */
function isStretch(text: string, { from, unit }: Found): boolean {
  return (
    ['year', 'month', 'week', 'day', 'decade'].includes(unit) &&
    /\bover(?: the| a)? $/.test(text.slice(Math.max(0, from - 10), from))
  )
}
