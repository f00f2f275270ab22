/** Dates, decades and days of the week: "Oct. 24, 2023", "the 1980s", "Tuesday". */
import { type Found, quantityOf } from '../found'
import { type DateParts, dateQuantity } from '../numeral'
import { readNumericDate } from '../numeric-date'

export const MONTHS = 'january february march april may june july august september october november december'.split(' ')
const MONTH =
  '(january|february|march|april|may|june|july|august|september|sept|october|november|december|jan|feb|mar|apr|jun|jul|aug|sep|oct|nov|dec)'

export const WEEKDAYS = 'monday tuesday wednesday thursday friday saturday sunday'.split(' ')

export function weekday(text: string, at: number): Found | null {
  const day = WEEKDAYS.findIndex((name) => text.startsWith(name, at))
  if (day < 0) return null
  return { from: at, to: at + WEEKDAYS[day]!.length, ...quantityOf('weekday', day + 1), weight: 'soft' }
}

const DAY = '(\\d{1,2})(?:st|nd|rd|th)?(?![\\d,.]*\\d|[a-z%])'
const MONTH_FIRST = new RegExp(`${MONTH}\\.?[ ]${DAY}(?:(?:, ?| )(\\d{4})(?!\\d|,\\d))?`, 'y')
const MONTH_YEAR = new RegExp(`${MONTH}\\.?,?(?: of)? (\\d{4})(?!\\d|,\\d)`, 'y')
const DAY_FIRST = new RegExp(`(\\d{1,2})(?:st|nd|rd|th)?(?: of)? ${MONTH}(?![a-z])\\.?(?:,? (\\d{4})(?!\\d))?`, 'y')

function monthNumber(name: string): number {
  return MONTHS.findIndex((month) => month.startsWith(name.slice(0, 3))) + 1
}

export function dates(text: string, at: number): Found | null {
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
export function month(text: string, at: number, original: string): Found[] | null {
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
  // Theresa May stands amid sentences as well: without "in" or "since" no month is demanded of the Chinese.
  const weight = ambiguous && (!before || text[at - 1] === '-') ? 'soft' : 'firm'
  return [{ from: at, to, ...dateQuantity({ month: monthNumber(name) }), weight }]
}

/** A capital behind a lower-case word or a comma, a range, or nothing around: the month, not the verb. */
function isAmidSentence(text: string, from: number, to: number): boolean {
  if (from === 0 && to === text.trimEnd().length) return true
  return (
    /[a-z0-9,] $/.test(text.slice(Math.max(0, from - 2), from)) || /^ ?(?:to|through|-|–)/.test(text.slice(to, to + 4))
  )
}

const DECADE = /(\d{2}|\d{4})'?s(?![a-z])/y
const DECADE_WORDS = 'twenties thirties forties fifties sixties seventies eighties nineties'.split(' ')

export function decades(text: string, at: number): Found | null {
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
