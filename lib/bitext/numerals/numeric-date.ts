/** Dates in digits alone, which both languages write alike: 2023-10-24, 24.10.2023, 10/24/2023, 8·29. */
import { type DateParts, dateQuantity, type Quantity } from './numeral'

const ISO = /(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?!\d|\.\d)/y
const DOTTED = /(\d{1,2})\.(\d{1,2})\.(\d{4})(?!\d|\.\d)/y
const SLASHED = /(\d{1,2})\/(\d{1,2})\/(\d{4}|\d{2})(?!\d|\/)/y
const POINTED = /(\d{1,2})[·・•](\d{1,2})(?!\d)/y

/** The date that starts at `at`, with its other readings: 10/11/2023 may be either of two days. */
export function readNumericDate(text: string, at: number): { to: number; readings: Quantity[] } | null {
  if (/[\d.]/.test(text[at - 1] ?? '')) return null
  const [words, candidates] = candidatesAt(text, at)
  const readings = candidates.filter(isDay).map(dateQuantity)
  return readings.length > 0 ? { to: at + words.length, readings } : null
}

function candidatesAt(text: string, at: number): [words: string, dates: DateParts[]] {
  const match = (pattern: RegExp) => {
    pattern.lastIndex = at
    return pattern.exec(text)
  }
  const iso = match(ISO)
  if (iso) return [iso[0], [{ year: Number(iso[1]), month: Number(iso[3]), day: Number(iso[4]) }]]
  const dotted = match(DOTTED)
  if (dotted) return [dotted[0], bothWays(dotted)]
  const slashed = match(SLASHED)
  if (slashed) return [slashed[0], bothWays(slashed).reverse()]
  const pointed = match(POINTED)
  return pointed ? [pointed[0], [{ month: Number(pointed[1]), day: Number(pointed[2]) }]] : ['', []]
}

/** Day first, then month first; a year of two digits does not say its century. */
function bothWays([, first, second, third]: RegExpExecArray): DateParts[] {
  const year = third!.length === 4 ? { year: Number(third) } : {}
  const [a, b] = [Number(first), Number(second)]
  const days = [{ ...year, month: b, day: a }]
  return a === b ? days : [...days, { ...year, month: a, day: b }]
}

function isDay({ month = 0, day = 0 }: DateParts): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= 31
}
