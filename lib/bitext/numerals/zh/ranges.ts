/** What neighbours say of each other: ranges, and the hedges around each expression. */
import { type Found, quantityOf } from '../found'
import { changeBefore, hedgeAfter, hedgeBefore } from '../modifiers'
import { type DateParts, dateQuantity, type Numeral } from '../numeral'
import { readChineseNumber } from './number'

const TO = /^ ?(?:至|到|-|–|—|~|～|－)+ ?$/
// 3比2, 3：2: a score, which English joins by a hyphen.
const SCORE = /^ ?[比:∶] ?$/

/** 3至5亿 is 3亿 and 5亿; 1至9月 are two months; 18至29岁 two ages. */
export function joinRanges(text: string, found: Found[]): Found[] {
  for (let i = 0; i + 1 < found.length; i += 1) {
    const [a, b] = [found[i]!, found[i + 1]!]
    if (b.from - a.to > 4 || b.from < a.to) continue
    const between = text.slice(a.to, b.from)
    if (SCORE.test(between) && a.kind === 'cardinal' && b.kind === 'cardinal') {
      found[i] = { ...a, end: 'from' }
      found[i + 1] = { ...b, end: 'to' }
    }
    if (!TO.test(between)) continue
    if (a.end === 'to' || a.kind === 'weekday') continue
    // Two ends joined by a word make a statement, however small.
    const firm = /[至到]/.test(between) ? { weight: 'firm' as const } : {}
    found[i] = { ...inherit(text, a, b), end: 'from', ...firm }
    found[i + 1] = { ...b, end: 'to', ...firm }
  }
  return found
}

function inherit(text: string, a: Found, b: Found): Found {
  if (a.kind !== 'cardinal' || a.unit !== '') return a
  const own = { kind: a.kind, value: a.value, unit: a.unit }
  if (b.kind === 'date' && b.date) {
    const part = onlyPart(b.date)
    return part ? { ...a, ...dateQuantity({ [part]: a.value }), also: [own], weight: 'firm' } : a
  }
  // 七至八成 is 70 to 80 %.
  if (b.kind === 'percent' && text[b.to - 1] === '成' && a.value < 10)
    return { ...a, ...quantityOf('percent', a.value * 10), also: [own], weight: b.weight }
  const scale = readChineseNumber(text, b.from)?.scale ?? 1
  const value = scale > 1 && a.value < 10000 && a.value * scale <= b.value ? a.value * scale : a.value
  if (!['cardinal', 'currency', 'measure', 'percent', 'percentage-points', 'multiple'].includes(b.kind)) return a
  return { ...a, kind: b.kind, value, unit: b.unit, also: [...(a.also ?? []), own], weight: b.weight }
}

/** The one part of a date that is said: 9月 a month, 2023年 a year. */
function onlyPart(date: DateParts): keyof DateParts | null {
  const said = (['year', 'month', 'day'] as const).filter((part) => date[part] !== undefined)
  return said.length === 1 ? said[0]! : null
}

// 四年前, 三天后 are points in time: 高于四年前 compares with them and does not hedge the four.
const POINT_IN_TIME = /^(?:前|后|之前|之后|以前|以后|来|以来)/

export function withHedges(original: string, text: string, found: Found[]): Numeral[] {
  return found.map((one) => {
    const after = hedgeAfter(text, one.to, 'zh') ?? classifierHedge(text, one.to)
    const pointed = one.unit !== '' && POINT_IN_TIME.test(text.slice(one.to, one.to + 2))
    const recent = isRecent(text, one)
    const hedge = recent ? null : hedgeBefore(text, one.from, 'zh')
    const change = changeBefore(text, one.from, 'zh')
    const before = pointed && (hedge?.modifier === 'more' || hedge?.modifier === 'less') ? null : hedge
    const modifier = one.modifier ?? before?.modifier ?? 'exact'
    return {
      ...one,
      text: original.slice(one.from, one.to),
      modifier: modifier === 'exact' ? (after?.modifier ?? 'exact') : modifier,
      counted: one.counted ?? one.unit !== '',
      also: one.also ?? [],
      // 约20余: both may be said.
      ...((before?.loose || after?.loose || recent || (before && one.modifier && before.modifier !== one.modifier)) && {
        loose: true,
      }),
      ...(change && { change }),
    }
  })
}

/** 70人以下, 3名以上: a classifier may stand between. */
function classifierHedge(text: string, to: number): ReturnType<typeof hedgeAfter> {
  const at = text[to] === ' ' ? to + 1 : to
  return /[例人名个岁家件位项次户所台辆级元处]/.test(text[at] ?? '') ? hedgeAfter(text, at + 1, 'zh') : null
}

/** 近十年 is the last ten years, or nearly ten. */
function isRecent(text: string, { from, unit }: Found): boolean {
  return (
    /近 ?$/.test(text.slice(Math.max(0, from - 2), from)) && ['year', 'month', 'week', 'day', 'decade'].includes(unit)
  )
}
