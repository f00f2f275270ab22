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
}

/** Words that stand for a small number, and units that stand for one of theirs. */
export function words(text: string, at: number): Found | null {
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

/** "quarter-hour", "a quarter of an hour". */
function quarterHour(text: string, at: number): Found | null {
  const match = /^quarter(?:-hour| hour| of an hour)(?![a-z])/.exec(text.slice(at, at + 18))
  return match && { from: at, to: at + match[0].length, ...quantityOf('measure', 15, 'minute'), weight: 'soft' }
}

/** "Q3" is the third quarter. */
export function quarterOf(text: string, at: number): Found | null {
  if (text[at] === 'q' && text[at + 1] === 'u') return quarterHour(text, at)
  if (!/^q[1-4](?![a-z0-9])/.test(text.slice(at, at + 3))) return null
  return { from: at, to: at + 2, ...quantityOf('ordinal', Number(text[at + 1])), weight: 'firm' }
}
