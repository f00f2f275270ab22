/** What neighbours say of each other: ranges, and the hedges around each expression. */
import { type Found, quantityOf } from '../found'
import { changeBefore, hedgeAfter, hedgeBefore } from '../modifiers'
import { dateQuantity, type Numeral, type NumeralKind } from '../numeral'
import { readEnglishNumber } from './number'

const TO = /^-? ?(?:to|-|–|—|~|through|until|and) ?$/

// "first-half" is no range, "Monday to Friday" none of numbers.
const NO_END: ReadonlySet<NumeralKind> = new Set(['weekday', 'ordinal', 'fraction', 'indefinite'])

export function joinRanges(text: string, found: Found[]): Found[] {
  for (let i = 0; i + 1 < found.length; i += 1) {
    const [a, b] = [found[i]!, found[i + 1]!]
    if (b.from - a.to > 9 || b.from < a.to) continue
    const between = text.slice(a.to, b.from)
    if (!TO.test(between) || a.end === 'to' || NO_END.has(a.kind)) continue
    // "6-foot-6" is one measure.
    if (between === '-' && a.unit !== '' && b.unit === '') continue
    if (between.includes('and') && !/\bbetween (?:[$£€¥])?$/.test(text.slice(Math.max(0, a.from - 9), a.from))) continue
    // Two ends joined by a word make a statement, however small; "2-1" may be a name or a score.
    const firm = /[a-z]/.test(between) ? { weight: 'firm' as const } : {}
    found[i] = { ...inheritForward(text, a, b), end: 'from', ...firm }
    found[i + 1] = { ...inheritBack(a, b), end: 'to', ...firm }
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
  const words = text.slice(b.from, b.to)
  const written = readEnglishNumber(text, words.search(/[\da-z]/) + b.from)?.scale ?? 1
  // "five to six hundred": a hundred is no scale of its own, for it stands inside numbers.
  const scale = written === 1 && /^[a-z]+ hundred\b/.test(words) && a.value < 10 ? 100 : written
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

export function withHedges(original: string, text: string, found: Found[]): Numeral[] {
  return found.map((one) => {
    const after = hedgeAfter(text, one.to, 'en')
    const before = hedgeBefore(text, one.from, 'en')
    const modifier = one.modifier ?? before?.modifier ?? after?.modifier ?? 'exact'
    const loose = before?.loose || isStretch(text, one)
    const change = changeBefore(text, one.from, 'en')
    return {
      ...one,
      text: original.slice(one.from, one.to),
      modifier,
      counted: one.counted ?? false,
      also: one.also ?? [],
      ...(loose && { loose }),
      ...(change && { change }),
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
