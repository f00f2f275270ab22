/** Values in words, for messages: 18.37 billion, 12.5%, Oct. 24. */
import type { Quantity } from './numeral'
import { UNITS } from './units'

const SCALES: [number, string][] = [
  [1e12, 'trillion'],
  [1e9, 'billion'],
  [1e6, 'million'],
]
const MONTHS = 'January February March April May June July August September October November December'.split(' ')
const WEEKDAYS = 'Monday Tuesday Wednesday Thursday Friday Saturday Sunday'.split(' ')

/** 18370000000 is "18.37 billion", 689000 "689,000". */
export function sayNumber(value: number): string {
  const [size, name] = SCALES.find(([scale]) => Math.abs(value) >= scale) ?? [1, '']
  const digits = Number((value / size).toPrecision(12))
  const [whole, fraction] = String(digits).split('.') as [string, string?]
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/g, ',')
  return `${grouped}${fraction ? `.${fraction}` : ''}${name && ` ${name}`}`
}

export function sayQuantity({ kind, value, unit, date }: Quantity): string {
  if (kind === 'date' && date)
    return [date.month && MONTHS[date.month - 1], date.day, date.year].filter(Boolean).join(' ')
  if (kind === 'weekday') return WEEKDAYS[value - 1]!
  if (kind === 'time') return `${Math.floor(value / 60)}:${String(value % 60).padStart(2, '0')}`
  if (kind === 'decade') return `the ${value}s`
  if (kind === 'percent') return `${sayNumber(value)}%`
  if (kind === 'percentage-points') return `${sayNumber(value)} percentage points`
  if (kind === 'fraction') return sayFraction(value)
  if (kind === 'multiple') return `${sayNumber(value)} times as much`
  if (kind === 'ordinal') return `number ${sayNumber(value)}`
  const name = UNITS.get(unit)?.en[0]
  return name ? `${sayNumber(value)} ${name}` : sayNumber(value)
}

function sayFraction(value: number): string {
  for (let lower = 2; lower <= 100; lower += 1) {
    const upper = value * lower
    if (Math.abs(upper - Math.round(upper)) < 1e-9) return `${Math.round(upper)}/${lower}`
  }
  return String(Number(value.toPrecision(4)))
}
