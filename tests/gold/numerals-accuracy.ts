/**
 * How well numerals are read and compared, against pairs with hand-made answers: `node --import tsx tests/gold/numerals-accuracy.ts FILE`.
 * FILE is JSON `{ items: [{ id, kind, zh, en, zhSpan, enSpan, zhValue, enValue, zhMod?, enMod?, verdict }] }`.
 * Reading: value and kind of each span in its context. Comparing: findings of the numeral check that touch the span.
 */
import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { runChecks } from '../../lib/bitext/check'
import type { Numeral } from '../../lib/bitext/numerals'
import { readNumerals } from '../../lib/bitext/numerals'

const Value = z.union([z.string(), z.number()]).transform(String)
const Item = z.object({
  id: z.string(),
  kind: z.string(),
  zh: z.string(),
  en: z.string(),
  zhSpan: z.string(),
  enSpan: z.string().default(''),
  zhValue: Value,
  enValue: Value.default(''),
  zhMod: z.string().optional(),
  enMod: z.string().optional(),
  verdict: z.string(),
})
type Item = z.infer<typeof Item>

// What the gold set calls a cardinal may be read more finely, and an approximate number is any number with a hedge.
const KINDS: Record<string, readonly string[]> = {
  cardinal: ['cardinal', 'measure', 'time', 'ordinal'],
  currency: ['currency'],
  percent: ['percent', 'percentage-points'],
  fraction: ['fraction'],
  multiple: ['multiple'],
  ordinal: ['ordinal'],
  date: ['date', 'decade', 'weekday', 'measure', 'time'],
  approx: ['cardinal', 'measure', 'currency', 'indefinite', 'percent'],
  range: ['cardinal', 'measure', 'currency', 'percent', 'date'],
}
const DURATIONS: Record<string, number> = {
  year: 1,
  month: 1 / 12,
  decade: 10,
  century: 100,
  week: 7 / 365.25,
  day: 1 / 365.25,
}
const INDEFINITE: Record<string, number> = {
  dozens: 10,
  tens: 10,
  hundreds: 100,
  thousands: 1e3,
  millions: 1e6,
  billions: 1e9,
  decades: 10,
}
const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday']

/** The numerals that touch the span, and where it is; a span may not start or end inside a number. */
function touching(text: string, span: string, side: 'zh' | 'en'): { from: number; to: number; list: Numeral[] } {
  const from = placeOf(text, span)
  const to = from + span.length
  return { from, to, list: readNumerals(text, side).filter((one) => one.from < to && one.to > from) }
}

function placeOf(text: string, span: string): number {
  for (let at = text.indexOf(span); at >= 0; at = text.indexOf(span, at + 1)) {
    const before = /\d/.test(span[0]!) && /[\d.,]/.test(text[at - 1] ?? '')
    const after = /\d$/.test(span) && /\d/.test(text[at + span.length] ?? '')
    if (!before && !after) return at
  }
  return text.indexOf(span)
}

function near(a: number, b: number): boolean {
  return Math.abs(a - b) <= 1e-6 * Math.max(1, Math.abs(b))
}

/** Whether the numerals say the value in the gold set's notation. */
function says(list: readonly Numeral[], gold: string): boolean {
  const value = gold.toLowerCase()
  if (value.includes(';')) return value.split(';').every((part) => says(list, part.trim()) || part.trim() === 'a')
  const date = /^(\d{4}|-)?-?(?:-?(\d{2}))?(?:-(\d{2}))?$/.exec(value)
  const number = Number(value)
  if (value !== '' && !Number.isNaN(number)) return list.some((one) => saysNumber(one, number))
  const range = /^(\d+(?:\.\d+)?)-(\d+(?:\.\d+)?)$/.exec(value)
  if (range && Number(range[1]) < Number(range[2]) && !(range[1]!.length === 4 && range[2]!.length === 2))
    return [range[1], range[2]].every((end) => list.some((one) => one.end && saysNumber(one, Number(end))))
  if (date) return list.some((one) => one.date && sameDate(one.date, date))
  const decade = /^(\d{2,4})s$/.exec(value)
  if (decade) return list.some(({ kind, value: read }) => kind === 'decade' && read === Number(decade[1]))
  const fraction = /^[<>=]*(\d+|\?)\/(\d+)$/.exec(value)
  if (fraction) return saysFraction(list, fraction[1]!, Number(fraction[2]))
  const duration = /^(\d+(?:\.\d+)?) (year|month|decade|century|week|day)s?/.exec(value)
  if (duration)
    return list.some(
      (one) =>
        one.unit in DURATIONS && near(one.value * DURATIONS[one.unit]!, Number(duration[1]) * DURATIONS[duration[2]!]!),
    )
  if (value in INDEFINITE) return list.some((one) => one.kind === 'indefinite' && one.value === INDEFINITE[value])
  if (WEEKDAYS.includes(value))
    return list.some((one) => one.kind === 'weekday' && one.value === WEEKDAYS.indexOf(value) + 1)
  // "tomorrow", "led", "last year": no number is said, so none may be demanded.
  return list.every(({ weight }) => weight === 'soft')
}

function saysNumber(one: Numeral, number: number): boolean {
  if (one.kind === 'time') return near(((one.value / 60 + 11) % 12) + 1, number) || near(one.value / 60, number)
  if (one.date) return one.date.year === number && one.date.month === undefined
  return near(one.value, number)
}

function saysFraction(list: readonly Numeral[], upper: string, lower: number): boolean {
  if (upper === '?') return list.some(({ malformed }) => malformed)
  if (list.some((one) => one.kind === 'fraction' && near(one.value, Number(upper) / lower))) return true
  return [Number(upper), lower].every((part) => list.some((one) => near(one.value, part)))
}

function sameDate(
  read: { year?: number; month?: number; day?: number },
  [, year, month, day]: RegExpExecArray,
): boolean {
  const wanted = (text: string | undefined) => (text === undefined || text === '-' ? undefined : Number(text))
  return read.year === wanted(year) && read.month === wanted(month) && read.day === wanted(day)
}

type Failure = { id: string; what: string }

function measure(items: Item[]): void {
  const failures: Failure[] = []
  const count = {
    spans: 0,
    right: 0,
    modifiers: 0,
    modifiersRight: 0,
    agree: 0,
    agreeReported: 0,
    disagree: 0,
    disagreeReported: 0,
  }
  for (const item of items) {
    for (const side of ['zh', 'en'] as const) {
      const [text, span, gold] =
        side === 'zh' ? [item.zh, item.zhSpan, item.zhValue] : [item.en, item.enSpan, item.enValue]
      if (span === '') continue
      const { list } = touching(text, span, side)
      count.spans += 1
      const right = says(list, gold) && kindRight(list, item.kind, gold)
      if (right) count.right += 1
      else
        failures.push({
          id: item.id,
          what: `${side} ${span} (${item.kind} ${gold}) read as ${list.map((one) => `${one.text}:${one.kind} ${one.value} ${one.unit}`).join(' | ') || 'nothing'}`,
        })
      const wanted = side === 'zh' ? item.zhMod : item.enMod
      if (wanted === undefined) continue
      count.modifiers += 1
      if (list.some(({ modifier }) => modifier === wanted)) count.modifiersRight += 1
      else
        failures.push({
          id: item.id,
          what: `modifier of ${span} in ${text}: ${wanted}, read ${list.map(({ modifier }) => modifier)}`,
        })
    }
    if (item.verdict !== 'agree' && item.verdict !== 'disagree') continue
    const reports = reported(item)
    const agree = item.verdict === 'agree'
    count[agree ? 'agree' : 'disagree'] += 1
    if (reports.length > 0) count[agree ? 'agreeReported' : 'disagreeReported'] += 1
    if (agree === reports.length > 0)
      failures.push({ id: item.id, what: `${item.verdict}: ${reports.join(' / ') || 'nothing reported'}` })
  }
  for (const { id, what } of failures) process.stdout.write(`${id}\t${what}\n`)
  const share = (part: number, all: number) => `${part}/${all} = ${(part / Math.max(all, 1)).toFixed(4)}`
  process.stdout.write(`value and kind read right\t${share(count.right, count.spans)}\n`)
  process.stdout.write(`modifier read right\t${share(count.modifiersRight, count.modifiers)}\n`)
  process.stdout.write(`agreeing pairs reported\t${share(count.agreeReported, count.agree)}\n`)
  process.stdout.write(`disagreeing pairs reported\t${share(count.disagreeReported, count.disagree)}\n`)
}

function kindRight(list: readonly Numeral[], kind: string, gold: string): boolean {
  if (list.length === 0 || /^[a-z]/i.test(gold) || gold.includes('?')) return true
  return list.some((one) => (KINDS[kind] ?? [kind]).includes(one.kind))
}

/** Findings of the numeral check that touch the span on either side. */
function reported(item: Item): string[] {
  const [zh, en] = [touching(item.zh, item.zhSpan, 'zh'), touching(item.en, item.enSpan, 'en')]
  return runChecks({ id: item.id, zh: item.zh, en: item.en })
    .filter(({ check }) => check === 'numerals')
    .filter((found) => meets(found.zh, zh) || (item.enSpan !== '' && meets(found.en, en)))
    .map(({ message }) => message)
}

function meets(a: { from: number; to: number } | null, b: { from: number; to: number }): boolean {
  return a !== null && a.from < b.to && b.from < a.to
}

const path = process.argv[2]
if (path === undefined) {
  process.stderr.write('usage: numerals-accuracy.ts FILE\n')
  process.exitCode = 2
} else measure(z.object({ items: z.array(Item) }).parse(JSON.parse(readFileSync(path, 'utf8'))).items)
