/**
 * Parts that are more than their whole: 共64个，其中新建28个、改造38个. Parts may be fewer than the whole, and may overlap (women, Party members);
 * only a sum a little above the whole looks like a slip of the pen.
 */
import { type Numeral, readNumerals } from '../numerals'
import type { Check, CheckedSegment, Finding } from './finding'
import { finding } from './messages'

const ID = 'parts-of-sum'

export const partsOfSum: Check = {
  id: ID,
  says: 'Parts named after 其中 are not more than their whole.',
  run: report,
}

// A slip changes a digit or two; overlapping groups run far above the whole.
const SLIP = 0.2

function report({ zh: text }: CheckedSegment): Finding[] {
  const at = text.indexOf('其中')
  if (at < 0) return []
  const end = /[。；;]/.exec(text.slice(at))
  const list = readNumerals(text, 'zh').filter(isCount)
  const whole = list.findLast(({ to }) => to <= at)
  if (!whole) return []
  const counted = nounOf(text, whole)
  const behind = list.filter(({ from, to }) => from > at && to <= at + (end?.index ?? text.length))
  // The list of parts ends where something else is counted.
  const other = behind.findIndex((part) => nounOf(text, part) !== counted)
  const parts = behind.slice(0, other < 0 ? behind.length : other)
  if (parts.length < 2 || counted === '') return []
  const sum = parts.reduce((total, { value }) => total + value, 0)
  if (sum <= whole.value * (1 + 1e-9) || sum > whole.value * (1 + SLIP)) return []
  const values = { whole: whole.text, sum: Number(sum.toPrecision(12)) }
  return [finding(ID, 'note', 'parts-exceed-whole', values, { zh: { from: whole.from, to: parts.at(-1)!.to } })]
}

/** Exact counts and amounts; shares of a whole add up in other ways. */
function isCount({ kind, modifier, weight }: Numeral): boolean {
  return ['cardinal', 'measure', 'currency'].includes(kind) && modifier === 'exact' && weight === 'firm'
}

/** The unit, or the classifier behind the number. */
function nounOf(text: string, { unit, to }: Numeral): string {
  return unit || (/^\p{Script=Han}/u.exec(text.slice(to, to + 2))?.[0] ?? '')
}
