/**
 * Numbers compared by value: 183.7亿元 against "1.837 billion yuan", a hedge that got lost, years for months.
 * What the other side says elsewhere in the segment, or a neighbour leaves over, is not reported; small numbers in words only where both sides count.
 */
import { type Difference, type Match, matchNumerals, type Numeral, ratio, readNumerals, sayQuantity } from '../numerals'
import type { Check, CheckedSegment, CheckSettings, Finding } from './finding'
import { finding, type MessageId } from './messages'

const ID = 'numerals'

export const numerals: Check = {
  id: ID,
  says: 'Numbers, dates, units and hedges agree in value between the two languages.',
  run: runNumerals,
}

function runNumerals(segment: CheckedSegment, settings: CheckSettings): Finding[] {
  const zh = readNumerals(segment.zh, 'zh')
  const broken = zh.filter(({ malformed }) => malformed).map(reportBroken)
  if (segment.zh === '' || segment.en === '') return broken
  const sound = zh.filter(({ malformed }) => !malformed)
  const en = readNumerals(segment.en, 'en')
  const matches = matchNumerals(sound, en)
  const context = new Context(segment, settings, sound, en)
  return [...broken, ...matches.flatMap((match) => report(match, context))]
}

function reportBroken(one: Numeral): Finding {
  return finding(ID, 'error', 'numeral-broken', { zhText: one.text }, { zh: one })
}

function report(match: Match, context: Context): Finding[] {
  if (match.en === null) return context.missesEn(match.zh) ? [reportMissing(match.zh, 'en')] : []
  if (match.zh === null) return context.missesZh(match.en) ? [reportMissing(match.en, 'zh')] : []
  const { zh, en, differs } = match
  const [first] = differs
  return first ? reportDifference(first, zh, en, context) : []
}

function reportMissing(one: Numeral, side: 'zh' | 'en'): Finding {
  if (side === 'en')
    return finding(ID, 'warning', 'numeral-missing-en', { zhText: one.text, zhValue: sayQuantity(one) }, { zh: one })
  return finding(ID, 'warning', 'numeral-missing-zh', { enText: one.text }, { en: one })
}

function reportDifference(difference: Difference, zh: Numeral, en: Numeral, context: Context): Finding[] {
  const values = { zhText: zh.text, zhValue: sayQuantity(zh), enText: en.text }
  const say = (severity: Finding['severity'], id: MessageId, more: Record<string, string> = {}) => [
    finding(ID, severity, id, { ...values, ...more }, { zh, en }),
  ]
  switch (difference) {
    case 'value':
      if (zh.kind === 'weekday') return say('warning', 'weekday-differs')
      return isStatement(zh, en) && !(context.saysZh(en) && context.saysEn(zh)) ? say('error', 'numeral-value') : []
    case 'rounding':
      return context.saysEn(zh) || context.saysZh(en) ? [] : say('note', 'numeral-rounded')
    case 'unit':
      if (zh.value === 1) return []
      // 人次 is so often put as "people" that it is worth a remark and no more.
      return zh.unit === 'person-times' ? say('note', 'numeral-visits') : say('error', 'numeral-unit')
    case 'kind':
      return say('warning', isPoints(zh) || isPoints(en) ? 'numeral-points' : 'numeral-percent-sign')
    case 'change':
      return say('warning', 'numeral-change')
    case 'modifier':
      return reportHedge(zh, en, say)
  }
}

function isPoints({ kind }: Numeral): boolean {
  return kind === 'percentage-points'
}

function isShare({ kind }: Numeral): boolean {
  return kind === 'percent' || kind === 'fraction' || kind === 'multiple'
}

/** Small numbers in words differ for grammar's sake; where one side is firm, or both count something, they are statements. */
function isStatement(zh: Numeral, en: Numeral): boolean {
  if (zh.weight === 'firm' && en.weight === 'firm') return true
  // The two sides of a score, or two ends of a range.
  if (zh.end && zh.end === en.end) return true
  if (zh.value === 1 || en.value === 1) return false
  if (isShare(zh) && isShare(en)) return true
  return (zh.counted && en.counted) || (zh.kind === 'indefinite' && en.kind === 'indefinite')
}

type Say = (severity: Finding['severity'], id: MessageId, more?: Record<string, string>) => Finding[]

const HEDGE_WORDS = {
  exact: 'exactly',
  more: 'more than',
  near: 'nearly',
  about: 'about',
  less: 'less than',
  atleast: 'at least',
  upto: 'up to',
} as const

function reportHedge(zh: Numeral, en: Numeral, say: Say): Finding[] {
  if (zh.weight === 'soft' && en.weight === 'soft') return []
  if (en.modifier === 'exact') return say('warning', 'numeral-hedge-dropped', { hedge: HEDGE_WORDS[zh.modifier] })
  if (zh.modifier === 'exact') return say('note', 'numeral-hedge-added', { hedge: HEDGE_WORDS[en.modifier] })
  return say('warning', 'numeral-hedge-differs', {
    zhHedge: HEDGE_WORDS[zh.modifier],
    enHedge: HEDGE_WORDS[en.modifier],
  })
}

// Where the text says 去年 or "this year", the other side may name the year.
const RELATIVE_ZH = /[今去明前当同本次后][年月天日]|昨|明天|翌|世纪/
const RELATIVE_EN =
  /\b(?:this|last|next|that|same|previous|following|past|the|current) (?:year|month|day|week)|\b(?:today|yesterday|tomorrow|tonight|annual|yearly)\b/i

/** What the segment and its neighbours say besides. */
class Context {
  private readonly zhKeys: Set<string>
  private readonly enKeys: Set<string>
  private around: { zh: Set<string>; en: Set<string> } | null = null

  constructor(
    private readonly segment: CheckedSegment,
    private readonly settings: CheckSettings,
    zh: readonly Numeral[],
    en: readonly Numeral[],
  ) {
    this.zhKeys = keysOf(zh)
    this.enKeys = keysOf(en)
  }

  saysEn(one: Numeral): boolean {
    return says(this.enKeys, one)
  }

  saysZh(one: Numeral): boolean {
    return says(this.zhKeys, one)
  }

  missesEn(one: Numeral): boolean {
    if (one.weight === 'soft' || this.saysEn(one)) return false
    if (isDateLike(one) && RELATIVE_EN.test(this.segment.en)) return false
    if (isOneSpell(one, this.segment.en)) return false
    return !this.neighbours().en.has(keyOf(one))
  }

  missesZh(one: Numeral): boolean {
    if (one.weight === 'soft' || this.saysZh(one)) return false
    if (isDateLike(one) && RELATIVE_ZH.test(this.segment.zh)) return false
    return !this.neighbours().zh.has(keyOf(one))
  }

  /** What the rows before and after say on each side and their own other side does not answer. */
  private neighbours(): { zh: Set<string>; en: Set<string> } {
    if (this.around) return this.around
    const { before, after } = this.settings.neighbours ?? {}
    this.around = { zh: new Set(), en: new Set() }
    for (const row of [before, after]) {
      if (!row) continue
      for (const match of matchNumerals(readNumerals(row.zh, 'zh'), readNumerals(row.en, 'en'))) {
        if (match.en === null) this.around.zh.add(keyOf(match.zh))
        else if (match.zh === null) this.around.en.add(keyOf(match.en))
      }
    }
    return this.around
  }
}

const SPELLS: readonly [name: string, days: number][] = [
  ['century', 36525],
  ['decade', 3652.5],
  ['year', 365.25],
  ['month', 365.25 / 12],
  ['week', 7],
  ['day', 1],
  ['hour', 1 / 24],
]

/** 12个月 is "a year", 60分钟 "an hour": the article is no number to be found. */
function isOneSpell({ value, unit }: Numeral, en: string): boolean {
  const inDays = ratio(unit, 'day')
  if (inDays === null) return false
  const spell = SPELLS.find(([, days]) => Math.abs(value * inDays - days) < 1e-6 * days)
  return spell !== undefined && new RegExp(`\\b(?:an?|one|per) ${spell[0]}\\b`, 'i').test(en)
}

function isDateLike({ kind, also }: Numeral): boolean {
  return (
    kind === 'date' ||
    kind === 'decade' ||
    also.some((other) => other.kind === 'date' && other.date?.year !== undefined)
  )
}

function keyOf({ value }: { value: number }): string {
  return value.toPrecision(8)
}

/** All values the expressions may stand for, with the parts of dates. */
function keysOf(list: readonly Numeral[]): Set<string> {
  const keys = new Set<string>()
  for (const one of list)
    for (const quantity of [one, ...one.also]) {
      keys.add(keyOf(quantity))
      for (const [part, value] of Object.entries(quantity.date ?? {}))
        keys.add(`${part} ${value}`).add(keyOf({ value }))
      // "The first nine months" are January to September.
      if (quantity.unit === 'month') keys.add('month 1')
    }
  return keys
}

/** Whether the other side says it: the same value, every part of a date, or the date of which it is a part. */
function says(keys: ReadonlySet<string>, one: Numeral): boolean {
  if (keys.has(keyOf(one)) || (one.within && keys.has(keyOf(one.within)))) return true
  // 十万分之五, "five per 100,000": both numbers are there.
  if (one.kind === 'fraction' && one.also.length === 2) return one.also.every((part) => keys.has(keyOf(part)))
  return one.date !== undefined && Object.entries(one.date).every(([part, value]) => keys.has(`${part} ${value}`))
}
