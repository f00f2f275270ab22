/** What a numeric expression of either language says, in terms that can be compared across the two. */
import type { Span } from '../text'

export const NUMERAL_KINDS = [
  'cardinal',
  'ordinal',
  'percent',
  'percentage-points',
  'fraction',
  'multiple',
  'currency',
  'measure',
  'date',
  'decade',
  'time',
  'weekday',
  'indefinite',
] as const

export type NumeralKind = (typeof NUMERAL_KINDS)[number]

export const MODIFIERS = ['exact', 'more', 'near', 'about', 'less', 'atleast', 'upto'] as const

export type Modifier = (typeof MODIFIERS)[number]

/** Parts that are not said are absent: "Oct. 24" has no year. */
export type DateParts = { year?: number; month?: number; day?: number }

/**
 * One way to understand an expression. `value` by kind:
 * percent 12.5 for 12.5% · fraction 0.5 for a half · multiple the factor (doubled, 增加一倍: 2) · date `year * 10000 + month * 100 + day`
 * with 0 for what is not said · decade its first year (below 100 where the century is not said) · time minutes after midnight ·
 * weekday 1 (Monday) to 7 · indefinite the power of ten (数百万, millions: 1,000,000).
 */
export type Quantity = {
  kind: NumeralKind
  value: number
  /** Canonical unit id of `units.ts`, '' where none is said or known. */
  unit: string
  date?: DateParts
  /** A time said without morning or afternoon. */
  halfDay?: boolean
}

/** `firm` expressions must have a partner in the other language; `soft` ones (one, both, 一, 首) may serve as a partner but are never missed. */
export type Weight = 'firm' | 'soft'

export type Numeral = Span &
  Quantity & {
    text: string
    modifier: Modifier
    weight: Weight
    /** Something is counted: a unit, a classifier, a plural noun follows. */
    counted: boolean
    /** Behind a verb of change: what it came *to* (增加到), or *by* how much it changed (增加). */
    change?: 'to' | 'by'
    /** A range is read as its two ends. */
    end?: 'from' | 'to'
    /** Other ways to understand the same words ("5m", "2000年"); the partner decides. */
    also: Quantity[]
    /** The whole of which it is the second part: the 20分 of 1小时20分 stands in 80 minutes. */
    within?: Quantity
    /** The expression is broken off: 减少三分之. */
    malformed?: boolean
    /** Words beside it may be meant as a hedge or not (达到350万, "over 5 years"): either way of saying it is right. */
    loose?: boolean
  }

export function dateQuantity(date: DateParts): Quantity {
  const value = (date.year ?? 0) * 10000 + (date.month ?? 0) * 100 + (date.day ?? 0)
  return { kind: 'date', value, unit: '', date }
}
