/**
 * How well numerals are read and compared, against hand-made answers: the part of `npm run accuracy` for files of numbers. Such a file is JSON
 * `{ items: [{ id, kind, zh, en, zhSpan, enSpan, zhValue, enValue, zhMod?, enMod?, verdict }] }`, or `{ agree: [[zh, en], …], disagree: [[zh, en], …] }`.
 * Reading: value, kind, hedge and extent of each span in its context. Comparing: findings of the numeral check that touch the span (without one, any).
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
  zhValue: Value.default(''),
  enValue: Value.default(''),
  zhMod: z.string().optional(),
  enMod: z.string().optional(),
  verdict: z.string(),
})
export type Item = z.infer<typeof Item>

const Pair = z.tuple([z.string(), z.string()])
const NumbersFile = z.union([
  z.object({ items: z.array(Item) }).transform(({ items }) => items),
  z
    .object({ agree: z.array(Pair), disagree: z.array(Pair) })
    .transform(({ agree, disagree }) => [...bare(agree, 'agree'), ...bare(disagree, 'disagree')]),
])

function bare(pairs: readonly [zh: string, en: string][], verdict: string): Item[] {
  return pairs.map(([zh, en], at) => ({
    id: `${verdict}-${at + 1}`,
    kind: '',
    zh,
    en,
    zhSpan: '',
    enSpan: '',
    zhValue: '',
    enValue: '',
    verdict,
  }))
}

/** Null where the file holds something else. */
export function readNumbers(path: string): Item[] | null {
  return NumbersFile.safeParse(JSON.parse(readFileSync(path, 'utf8'))).data ?? null
}

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

export type Share = { right: number; all: number }
/** `failures` says in words what went wrong, one line each. */
export type NumbersScore = {
  value: Share
  kind: Share
  modifier: Share
  span: Share
  agreeReported: Share
  disagreeReported: Share
  failures: string[]
}

export function scoreNumbers(items: readonly Item[]): NumbersScore {
  const none = (): Share => ({ right: 0, all: 0 })
  const score: NumbersScore = {
    value: none(),
    kind: none(),
    modifier: none(),
    span: none(),
    agreeReported: none(),
    disagreeReported: none(),
    failures: [],
  }
  for (const item of items) {
    for (const side of ['zh', 'en'] as const) judgeReading(item, side, score)
    judgeComparison(item, score)
  }
  return score
}

function count(share: Share, right: boolean): boolean {
  share.all += 1
  if (right) share.right += 1
  return right
}

function judgeReading(item: Item, side: 'zh' | 'en', score: NumbersScore): void {
  const [text, span, gold, hedge] =
    side === 'zh' ? [item.zh, item.zhSpan, item.zhValue, item.zhMod] : [item.en, item.enSpan, item.enValue, item.enMod]
  if (span === '') return
  const touched = touching(text, span, side)
  const read = touched.list.map((one) => `${one.text}:${one.kind} ${one.value} ${one.unit}`).join(' | ') || 'nothing'
  const fail = (what: string) =>
    score.failures.push(`${item.id}\t${what} of ${side} ${span} in “${text}”, read ${read}`)
  if (!count(score.value, says(touched.list, gold))) fail(`value ${gold}`)
  if (!count(score.kind, kindRight(touched.list, item.kind, gold))) fail(`kind ${item.kind}`)
  if (!count(score.span, spanRight(text, touched))) fail('extent')
  if (
    hedge !== undefined &&
    !count(
      score.modifier,
      touched.list.some(({ modifier }) => modifier === hedge),
    )
  )
    fail(`hedge ${hedge} (${touched.list.map(({ modifier }) => modifier)})`)
}

/** Every digit of the span is read, and no reading starts or ends inside a number. */
function spanRight(text: string, { from, to, list }: ReturnType<typeof touching>): boolean {
  const within = (at: number) => list.some((one) => one.from <= at && at < one.to)
  for (let at = from; at < to; at += 1) if (/\d/.test(text[at]!) && !within(at)) return false
  return list.every(
    (one) =>
      !(/\d$/.test(text.slice(0, one.from)) && /\d/.test(text[one.from]!)) &&
      !(/\d/.test(text[one.to - 1]!) && /^\d/.test(text.slice(one.to))),
  )
}

function judgeComparison(item: Item, score: NumbersScore): void {
  if (item.verdict !== 'agree' && item.verdict !== 'disagree') return
  const agree = item.verdict === 'agree'
  const reports = reported(item)
  const found = count(agree ? score.agreeReported : score.disagreeReported, reports.length > 0)
  if (agree === found)
    score.failures.push(
      `${item.id}\t${item.verdict}: “${item.zh}”, “${item.en}”: ${reports.join(' / ') || 'nothing reported'}`,
    )
}

function kindRight(list: readonly Numeral[], kind: string, gold: string): boolean {
  if (list.length === 0 || /^[a-z]/i.test(gold) || gold.includes('?')) return true
  return list.some((one) => (KINDS[kind] ?? [kind]).includes(one.kind))
}

/** Findings of the numeral check that touch the span on either side. */
function reported(item: Item): string[] {
  const found = runChecks({ id: item.id, zh: item.zh, en: item.en }).filter(({ check }) => check === 'numerals')
  if (item.zhSpan === '') return found.map(({ message }) => message)
  const [zh, en] = [touching(item.zh, item.zhSpan, 'zh'), touching(item.en, item.enSpan, 'en')]
  return found
    .filter((one) => meets(one.zh, zh) || (item.enSpan !== '' && meets(one.en, en)))
    .map(({ message }) => message)
}

function meets(a: { from: number; to: number } | null, b: { from: number; to: number }): boolean {
  return a !== null && a.from < b.to && b.from < a.to
}

/** The score as lines of a table, each beside its goal. */
export function sayNumbers({ failures, ...shares }: NumbersScore): string[] {
  const said = ({ right, all }: Share) => `${right}/${all} = ${all === 0 ? '–' : (right / all).toFixed(4)}`
  const line = (name: string, share: Share, goal: string) => `  ${name.padEnd(28)}${said(share).padEnd(22)}${goal}`
  const read: [keyof typeof shares, string][] = [
    ['value', 'value read right'],
    ['kind', 'kind read right'],
    ['modifier', 'hedge read right'],
    ['span', 'extent read right'],
  ]
  return [
    ...read.filter(([key]) => shares[key].all > 0).map(([key, name]) => line(name, shares[key], 'goal ≥ 0.98')),
    line('agreeing pairs reported', shares.agreeReported, 'goal ≤ 0.01'),
    line('disagreeing pairs reported', shares.disagreeReported, 'goal ≥ 0.95'),
    ...failures.map((failure) => `  ${failure}`),
  ]
}
