/** A weekday said beside a full date must be the weekday of that date (proleptic Gregorian, Zeller's congruence in Date.UTC's form). */
import { type Numeral, readNumerals, sayQuantity } from '../numerals'
import type { Side, Span } from '../text'
import type { Check, CheckedSegment, Finding } from './finding'
import { finding } from './messages'

const ID = 'weekday-date'

export const weekdayDate: Check = {
  id: ID,
  says: 'A weekday agrees with the date it stands beside.',
  run: (segment) => [...report(segment, 'zh'), ...report(segment, 'en')],
}

// "Tuesday, Oct. 24, 2023", 2023年10月24日（星期二）: no more than brackets, commas and "the" between the two.
const BESIDE = /^[\s,，、（(）)]*(?:the |on |of )?(?:上午|下午)?[\s,，、（(）)]*$/
const NEAR = 6
const MIGHT = { zh: /星期|周|礼拜/, en: /day/i }

function report(segment: CheckedSegment, side: Side): Finding[] {
  const text = segment[side]
  if (!MIGHT[side].test(text) || !/\d{4}|[一二][〇零九]/.test(text)) return []
  const list = readNumerals(text, side)
  return list.flatMap((one, i) => {
    const other = [list[i - 1], list[i + 1]].find((next) => next && isFullDate(next) && beside(text, one, next))
    return one.kind === 'weekday' && other ? judge(one, other, side) : []
  })
}

function isFullDate({ date }: Numeral): boolean {
  return date?.year !== undefined && date.month !== undefined && date.day !== undefined
}

function beside(text: string, a: Span, b: Span): boolean {
  const [from, to] = a.from < b.from ? [a.to, b.from] : [b.to, a.from]
  return to - from <= NEAR && BESIDE.test(text.slice(from, to))
}

function judge(weekday: Numeral, { date, text, from, to }: Numeral, side: Side): Finding[] {
  const actual = weekdayOf(date!.year!, date!.month!, date!.day!)
  if (actual === weekday.value) return []
  const span = { from: Math.min(from, weekday.from), to: Math.max(to, weekday.to) }
  const values = { date: text, actual: sayQuantity({ ...weekday, value: actual }), said: weekday.text }
  return [finding(ID, 'error', 'weekday-date', values, { [side]: span })]
}

/** 1 is Monday, 7 Sunday. */
function weekdayOf(year: number, month: number, day: number): number {
  return new Date(Date.UTC(year, month - 1, day)).getUTCDay() || 7
}
