/** Words that say a number without naming one: both, a decade, Q3. */
import { type Found, quantityOf } from '../found'
import { unitAt } from '../units'

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
  centenary: [100, 'year'],
  centenaries: [100, 'year'],
  centennial: [100, 'year'],
  bicentenary: [200, 'year'],
  millennium: [1000, 'year'],
  biennial: [2, 'year'],
  biennium: [2, 'year'],
  triennial: [3, 'year'],
  quadrennial: [4, 'year'],
  quinquennial: [5, 'year'],
  septuagenarian: [70, 'age'],
  octogenarian: [80, 'age'],
  nonagenarian: [90, 'age'],
  centenarian: [100, 'age'],
  centenarians: [100, 'age'],
  duo: [2],
  twins: [2],
  trio: [3],
  triplets: [3],
  trilateral: [3],
  quartet: [4],
  quintet: [5],
}

/** Words that stand for a small number, and units that stand for one of theirs. */
export function words(text: string, at: number): Found | null {
  const final = /^(quarter|semi)-?finals?(?![a-z])/.exec(text.slice(at, at + 14))
  if (final)
    return {
      from: at,
      to: at + final[0].length,
      ...quantityOf('fraction', final[1] === 'semi' ? 0.5 : 0.25),
      weight: 'soft',
    }
  const word = /^[a-z]+/.exec(text.slice(at, at + 15))?.[0] ?? ''
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

const AND_HALF = /(?:an?|one) (hour|year|month|week|day|century|decade|kilometer|kilometre|mile|meter|metre) and a $/

/** "an hour and a half". */
export function unitAndHalf(text: string, at: number): Found | null {
  if (!text.startsWith('half', at)) return null
  const match = AND_HALF.exec(text.slice(Math.max(0, at - 24), at))
  const unit = match && unitAt(match[1]!, 0, 'en')?.unit
  if (!match || !unit) return null
  return {
    from: at - match[0].length,
    to: at + 4,
    ...quantityOf('measure', 1.5, unit.id),
    weight: 'soft',
    counted: true,
  }
}

const ROMAN = /^(?:x{0,3})(?:ix|iv|v?i{0,3})(?![a-z])/
const ROMAN_VALUES: Record<string, number> = { i: 1, v: 5, x: 10 }
const NUMBERED =
  /\b(?:annex|part|chapter|schedule|section|title|book|volume|article|war|episode|phase|grade|level|class|type|category) $/

/** "Annex IV", "World War II", "Henry VIII": a number in a row, where it is written in capitals. */
export function roman(text: string, at: number, original: string): Found | null {
  const word = ROMAN.exec(text.slice(at, at + 7))?.[0] ?? ''
  if (word === '' || original.slice(at, at + word.length) !== word.toUpperCase()) return null
  if (word.length === 1 && !NUMBERED.test(text.slice(Math.max(0, at - 10), at))) return null
  const digits = Array.from(word, (letter) => ROMAN_VALUES[letter]!)
  const value = digits.reduce((sum, digit, place) => sum + (digit < (digits[place + 1] ?? 0) ? -digit : digit), 0)
  return {
    from: at,
    to: at + word.length,
    ...quantityOf('ordinal', value),
    weight: 'soft',
    also: [quantityOf('cardinal', value)],
  }
}

/** "quarter-hour", "a quarter of an hour". */
function quarterHour(text: string, at: number): Found | null {
  const match = /^quarter(?:-hour| hour| of an hour|-century| century| of a century)(?![a-z])/.exec(
    text.slice(at, at + 21),
  )
  const [value, unit] = match?.[0].includes('century') ? [0.25, 'century'] : [15, 'minute']
  return match && { from: at, to: at + match[0].length, ...quantityOf('measure', value, unit), weight: 'soft' }
}

/** "Q3" is the third quarter. */
export function quarterOf(text: string, at: number): Found | null {
  if (text[at] === 'q' && text[at + 1] === 'u') return quarterHour(text, at)
  if (!/^q[1-4](?![a-z0-9])/.test(text.slice(at, at + 3))) return null
  return { from: at, to: at + 2, ...quantityOf('ordinal', Number(text[at + 1])), weight: 'firm', counted: true }
}
