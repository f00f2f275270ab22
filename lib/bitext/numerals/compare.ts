/** Whether two numeric expressions say the same, and if not, in what they differ. */
import { agree } from './modifiers'
import type { DateParts, Numeral, Quantity } from './numeral'
import { comparable, ratio, UNITS } from './units'

export type Difference = 'value' | 'rounding' | 'unit' | 'kind' | 'change' | 'modifier'

/** `vague`: one side names no exact value, so that hedges cannot be told apart. */
export type Comparison = { differs: Difference[]; cost: number; vague?: boolean }

// Converting miles to kilometres or mu to hectares, texts round; within one unit they do not.
const CONVERTED = 0.03
const EXACT = 1e-6

const COST = { also: 0.03, modifier: 0.04, kind: 0.15, unit: 0.3, rounding: 0.2, alike: 0.55, distant: 0.75, alien: 2 }

/** The most favourable of all the ways to understand the two. */
export function compare(zh: Numeral, en: Numeral): Comparison {
  let best: Comparison = { differs: ['value'], cost: COST.alien }
  for (const [i, a] of [zh as Quantity, ...zh.also].entries())
    for (const [j, b] of [en as Quantity, ...en.also].entries()) {
      // Two readings of the second order would let 3 p.m. pass for 3 a.m.
      if (i > 0 && j > 0 && zh.kind === en.kind) continue
      const found = compareQuantities(a, b)
      found.cost += (i + j > 0 ? COST.also : 0) + (found.differs.includes('value') && i + j > 0 ? 0.3 : 0)
      if (found.cost < best.cost) best = found
    }
  if (zh.change && en.change && zh.change !== en.change && best.differs.length === 0)
    return { differs: ['change'], cost: best.cost + COST.modifier }
  if (best.vague || best.differs.includes('value') || agree(zh.modifier, en.modifier) || isLoose(zh, en)) return best
  return { differs: [...best.differs, 'modifier'], cost: best.cost + COST.modifier }
}

/** 达到350万 is "3.5 million" and "as many as 3.5 million"; "over 5 years" is 5年多 and 5年里. */
function isLoose(zh: Numeral, en: Numeral): boolean {
  if (zh.loose) return en.modifier !== 'less'
  return en.loose === true && (zh.modifier === 'exact' || zh.modifier === 'upto')
}

function compareQuantities(a: Quantity, b: Quantity): Comparison {
  if (a.kind === 'date' || b.kind === 'date') return compareDates(a, b)
  if (a.kind === 'time' || b.kind === 'time') return a.kind === b.kind ? compareTimes(a, b) : alien()
  if (a.kind === 'weekday' || b.kind === 'weekday')
    return a.kind === b.kind ? verdict(a.value === b.value, COST.alike) : alien()
  if (a.kind === 'decade' || b.kind === 'decade') return compareDecades(a, b)
  if (a.kind === 'indefinite' || b.kind === 'indefinite') return compareIndefinite(a, b)
  if (isShare(a) || isShare(b)) return compareShares(a, b)
  return compareCounts(a, b)
}

function alien(): Comparison {
  return { differs: ['value'], cost: COST.alien }
}

function verdict(same: boolean, cost: number): Comparison {
  return same ? { differs: [], cost: 0 } : { differs: ['value'], cost }
}

function isShare({ kind }: Quantity): boolean {
  return kind === 'percent' || kind === 'percentage-points' || kind === 'fraction' || kind === 'multiple'
}

function near(a: number, b: number, tolerance = EXACT): boolean {
  return Math.abs(a - b) <= tolerance * Math.max(Math.abs(a), Math.abs(b))
}

// --- dates and times

const PARTS = ['year', 'month', 'day'] as const

function compareDates(a: Quantity, b: Quantity): Comparison {
  if (a.date && b.date) return compareParts(a.date, b.date)
  const [date, other] = a.date ? [a.date, b] : [b.date as DateParts, a]
  // 1至9月 is "the first nine months".
  if (other.unit === 'month' && date.month === other.value && !date.day && !date.year)
    return { differs: [], cost: COST.kind }
  return alien()
}

function compareParts(a: DateParts, b: DateParts): Comparison {
  const shared = PARTS.filter((part) => a[part] !== undefined && b[part] !== undefined)
  if (shared.length === 0) return alien()
  const missing = PARTS.filter((part) => (a[part] === undefined) !== (b[part] === undefined)).length
  const wrong = shared.filter((part) => a[part] !== b[part]).length
  if (wrong === 0) return { differs: [], cost: missing * 0.03 }
  // A month alone against the year and month of another day says nothing.
  return { differs: ['value'], cost: wrong === shared.length && missing > 0 ? 0.85 : COST.alike + wrong * 0.05 }
}

function compareTimes(a: Quantity, b: Quantity): Comparison {
  const half = a.halfDay === true || b.halfDay === true
  return verdict(a.value === b.value || (half && a.value % 720 === b.value % 720), COST.alike)
}

/** "in his 40s" is 40多岁. */
function compareDecades(a: Quantity, b: Quantity): Comparison {
  if (a.kind === b.kind) return verdict(sameDecade(a.value, b.value), COST.alike)
  const [decade, age] = a.kind === 'decade' ? [a, b] : [b, a]
  return age.unit === 'age' && decade.value === age.value ? { differs: [], cost: COST.kind, vague: true } : alien()
}

function sameDecade(a: number, b: number): boolean {
  return a < 100 || b < 100 ? a % 100 === b % 100 : a === b
}

// --- numbers without an exact value

function compareIndefinite(a: Quantity, b: Quantity): Comparison {
  const apart = a.unit !== b.unit ? COST.also : 0
  if (a.kind === b.kind) return verdict(near(a.value * sizeIn(a, b), b.value), COST.alike + apart)
  const [vague, exact] = a.kind === 'indefinite' ? [a, b] : [b, a]
  if (isShare(exact)) return alien()
  const value = exact.value * sizeIn(exact, vague)
  return value >= vague.value * 0.5 && value < vague.value * 10
    ? { differs: [], cost: COST.kind, vague: true }
    : alien()
}

function sizeIn(a: Quantity, b: Quantity): number {
  return ratio(a.unit, b.unit) ?? 1
}

// --- shares

/** All kinds of shares on one scale: 50 %, a half, 五成 are 0.5. */
function share({ kind, value }: Quantity): number {
  return kind === 'percent' || kind === 'percentage-points' ? value / 100 : value
}

function compareShares(a: Quantity, b: Quantity): Comparison {
  if (!isShare(a) || !isShare(b)) return shareAndCount(a, b)
  const points = (a.kind === 'percentage-points') !== (b.kind === 'percentage-points')
  if (near(share(a), share(b), a.kind === b.kind ? EXACT : 0.011))
    return points ? { differs: ['kind'], cost: COST.kind } : { differs: [], cost: a.kind === b.kind ? 0 : 0.05 }
  const grown =
    a.kind !== b.kind &&
    (a.kind === 'multiple' || b.kind === 'multiple') &&
    near(Math.abs(share(a) - share(b)), 1, 0.011)
  if (grown && a.kind !== 'fraction' && b.kind !== 'fraction') return { differs: [], cost: COST.kind }
  const rounding = a.kind === b.kind ? rounded(a.value, b.value) : false
  if (rounding) return { differs: ['rounding'], cost: COST.rounding }
  return { differs: ['value'], cost: a.kind === b.kind ? COST.alike : COST.distant }
}

/** 3% against 3: the sign is lost, or (倍, times) the word is another. */
function shareAndCount(a: Quantity, b: Quantity): Comparison {
  const [part, count] = isShare(a) ? [a, b] : [b, a]
  if (!near(part.value, count.value)) return alien()
  if (part.kind === 'multiple') return { differs: [], cost: COST.kind }
  if (part.kind === 'percent' || part.kind === 'percentage-points')
    return count.kind === 'cardinal' || count.unit === '' ? { differs: ['kind'], cost: COST.unit } : alien()
  return alien()
}

// --- counts, amounts, measures, ordinals

function compareCounts(a: Quantity, b: Quantity): Comparison {
  const known = a.unit !== '' && b.unit !== ''
  const factor = known && comparable(a.unit, b.unit) ? ratio(a.unit, b.unit) : null
  if (factor !== null && near(a.value * factor, b.value, a.unit === b.unit ? EXACT : CONVERTED))
    return { differs: [], cost: ordinalCost(a, b) }
  if (near(a.value, b.value)) return sameNumber(a, b, known, factor)
  const value = a.value * (factor ?? 1)
  if (rounded(value, b.value))
    return { differs: ['rounding'], cost: COST.rounding + (known && factor === null ? 0.3 : 0) }
  return { differs: ['value'], cost: unlike(a, b, known, factor) }
}

function ordinalCost(a: Quantity, b: Quantity): number {
  return (a.kind === 'ordinal') === (b.kind === 'ordinal') ? 0 : 0.06
}

function sameNumber(a: Quantity, b: Quantity, known: boolean, factor: number | null): Comparison {
  const [left, right] = [UNITS.get(a.unit), UNITS.get(b.unit)]
  const vague = left?.dimension !== 'money' && (left?.vague === true || right?.vague === true)
  if (!known || vague || (factor !== null && near(factor, 1)))
    return { differs: [], cost: ordinalCost(a, b) + (known ? 0.02 : 0.01) }
  return { differs: ['unit'], cost: COST.unit }
}

function unlike(a: Quantity, b: Quantity, known: boolean, factor: number | null): number {
  if (known && factor === null) return COST.alien
  if ((a.kind === 'ordinal') !== (b.kind === 'ordinal')) return 0.88
  // 183.7亿 against 1.837 billion: the same digits, the wrong place.
  if (isPowerOfTen(a.value / b.value) && significand(a.value) > 9) return 0.4
  return known || (a.kind === b.kind && a.unit === b.unit) ? COST.alike : COST.distant
}

function isPowerOfTen(value: number): boolean {
  const power = Math.log10(value)
  return Math.abs(power - Math.round(power)) < 1e-9
}

/** The digits without place: 183.7亿 and 1.837 billion are both 1837. */
function significand(value: number): number {
  if (!Number.isFinite(value) || value === 0) return 0
  return Number(
    value
      .toPrecision(10)
      .replace(/e.*$/, '')
      .replace('.', '')
      .replace(/^0+|0+$/g, ''),
  )
}

/** One is the other with fewer digits: 1,234,567 and 1.23 million. At least two digits must be said. */
export function rounded(a: number, b: number): boolean {
  // Cutting to one digit moves a number by a half at most; most pairs are further apart.
  if (Math.abs(a - b) > 0.5 * Math.max(Math.abs(a), Math.abs(b))) return false
  const [fine, coarse] = String(significand(a)).length >= String(significand(b)).length ? [a, b] : [b, a]
  const digits = String(significand(coarse)).length
  const places = String(coarse).split('.')[1]?.length ?? 0
  if (places >= 2 && fine.toFixed(Math.min(places, 20)) === String(coarse)) return !near(fine, coarse)
  if (digits < 2 && Math.abs(fine) < 1000) return false
  return near(Number(fine.toPrecision(Math.max(digits, 2))), coarse) && !near(fine, coarse)
}
