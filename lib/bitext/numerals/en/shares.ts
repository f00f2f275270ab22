/** Shares and multiples: "two-thirds", "half a year", "one in five", "doubled", "3 percentage points", "2.5-fold". */
import { type Found, quantityOf } from '../found'
import { dateQuantity, type Weight } from '../numeral'
import { unitAt } from '../units'
import { type EnglishNumber, readEnglishNumber } from './number'

const DENOMINATORS: Record<string, number> = {
  half: 2,
  halves: 2,
  third: 3,
  thirds: 3,
  quarter: 4,
  quarters: 4,
  fourth: 4,
  fourths: 4,
  fifth: 5,
  fifths: 5,
  sixth: 6,
  sixths: 6,
  seventh: 7,
  sevenths: 7,
  eighth: 8,
  eighths: 8,
  ninth: 9,
  ninths: 9,
  tenth: 10,
  tenths: 10,
  hundredth: 100,
  hundredths: 100,
  thousandth: 1000,
  thousandths: 1000,
  millionth: 1e6,
  millionths: 1e6,
  billionth: 1e9,
  billionths: 1e9,
}
const FRACTION =
  /(one|two|three|four|five|six|seven|eight|nine|\d{1,2})[ -](half|halves|thirds?|quarters?|fourths?|fifths?|sixths?|sevenths?|eighths?|ninths?|tenths?|hundredths?|thousandths?|millionths?|billionths?)(?![a-z])/y
const ARTICLE_FRACTION = /(half|third|quarter|fourth|fifth|sixth|seventh|eighth|tenth|hundredth)(?![a-z])/y
// "one in five", "3 out of 10", "one in ten thousand", "five parts per million"; "3 per 100,000" is two numbers, as 每10万人3例 is.
const LARGE = '(?:ten |a |one |a hundred )?(?:hundred|thousand|million|billion)'
const IN_FRACTION = new RegExp(
  '(one|two|three|four|five|six|seven|eight|nine|\\d{1,3}(?:\\.\\d+)?)' +
    `(?: (?:in|out of)(?: every)? (${LARGE}|two|three|four|five|six|seven|eight|nine|ten(?! (?:hundred|thousand))|\\d{1,3}(?:,\\d{3})+|\\d{1,5})` +
    `| parts? per (${LARGE}))` +
    '(?![a-z\\d,.]\\d|[a-z\\d]|-)(?! (?:years?|months?|days?|weeks?|hours?))',
  'y',
)

function smallNumber(text: string): number {
  return readEnglishNumber(text.replace(/^an? /, ''), 0)?.value ?? Number.NaN
}

export function fractions(text: string, at: number): Found | null {
  FRACTION.lastIndex = at
  const full = FRACTION.exec(text)
  const singular = full && !full[2]!.endsWith('s') && full[2] !== 'half'
  // "one third" is a share, "two third places" is not; "three quarters of 2023" is a share or nine months.
  if (full && (!singular || smallNumber(full[1]!) === 1)) {
    const upper = smallNumber(full[1]!)
    const hour = full[2]!.startsWith('quarter') && /^ of an hour\b/.exec(text.slice(at + full[0].length))
    if (hour)
      return {
        from: at,
        to: at + full[0].length + hour[0].length,
        ...quantityOf('measure', upper * 15, 'minute'),
        weight: 'firm',
      }
    const also = full[2] === 'quarters' ? [quantityOf('measure', upper, 'quarter')] : []
    return { ...fraction(at, full[0], upper / DENOMINATORS[full[2]!]!, 'firm'), also }
  }
  const points = partOfPoint(text, at)
  if (points) return points
  const inWords = inFraction(text, at)
  if (inWords) return inWords
  return halfUnit(text, at) ?? articleFraction(text, at) ?? slashed(text, at)
}

const POINT =
  /^(half|quarter)(?:(?: of)? a (?:percentage|per ?cent) point| percentage point|[ -]point(?= (?:rate|hike|cut|rise|increase|reduction|move)))(?![a-z])/

/** "a quarter of a percentage point", "a half-point cut". */
function partOfPoint(text: string, at: number): Found | null {
  const match = POINT.exec(text.slice(at, at + 42))
  if (!match) return null
  const value = match[1] === 'half' ? 0.5 : 0.25
  const also = [quantityOf('percent', value)]
  return { from: at, to: at + match[0].length, ...quantityOf('percentage-points', value), weight: 'soft', also }
}

function fraction(from: number, words: string, value: number, weight: Weight): Found {
  return { from, to: from + words.length, ...quantityOf('fraction', value), weight }
}

/** "one in five", "3 out of 10". */
function inFraction(text: string, at: number): Found | null {
  IN_FRACTION.lastIndex = at
  const match = IN_FRACTION.exec(text)
  if (!match) return null
  const [upper, lower] = [smallNumber(match[1]!), smallNumber((match[2] ?? match[3])!)]
  if (!(upper < lower)) return null
  const also = [quantityOf('cardinal', upper), quantityOf('cardinal', lower)]
  return { ...fraction(at, match[0], upper / lower, 'soft'), also }
}

/** "half a year", "half an hour", "half-year", "half a million". */
function halfUnit(text: string, at: number): Found | null {
  if (!/^half(?![a-z])/.test(text.slice(at, at + 5))) return null
  const gap = /^half(?: an? |-an?-|-| of an? )/.exec(text.slice(at, at + 12))?.[0].length
  if (gap === undefined) return null
  const scale = /^(million|billion|trillion|dozen|century|decade)(?![a-z])/.exec(text.slice(at + gap, at + gap + 9))
  if (scale && scale[1] !== 'century' && scale[1] !== 'decade')
    return {
      from: at,
      to: at + gap + scale[0].length,
      ...quantityOf('cardinal', readEnglishNumber(text, at + gap)!.value / 2),
      weight: scale[1] === 'dozen' ? 'soft' : 'firm',
    }
  const unit = unitAt(text, at + gap, 'en')
  if (unit?.unit.dimension !== 'time') return null
  return {
    from: at,
    to: unit.to,
    ...quantityOf('measure', 0.5, unit.unit.id),
    weight: 'firm',
    also: [quantityOf('fraction', 0.5)],
  }
}

/** "a third of", "by a quarter"; "half" wherever it is not part of a match or a year. */
function articleFraction(text: string, at: number): Found | null {
  ARTICLE_FRACTION.lastIndex = at
  const match = ARTICLE_FRACTION.exec(text)
  if (!match) return null
  const before = text.slice(Math.max(0, at - 14), at)
  if (match[1] === 'half') {
    const part = /\b(first|second|1st|2nd|other|latter|final)[ -]$/.exec(before)
    if (part) return { ...fraction(at, match[0], 0.5, 'soft') }
    return fraction(at, match[0], 0.5, 'soft')
  }
  if (!/\ba $/.test(before)) return null
  // "by a quarter", "a quarter of the cases": elsewhere it is three months.
  if (match[1] === 'quarter')
    return /\bby (?:about |nearly |over |almost |more than )?a $/.test(before) ||
      /^ of (?!an hour|a century)/.test(text.slice(at + 7, at + 20))
      ? { ...fraction(at, match[0], 0.25, 'soft'), also: [quantityOf('measure', 1, 'quarter')] }
      : null
  // "by a third", "a third of"; "a third party" and "by a third person" are ordinals.
  const after = text.slice(at + match[0].length, at + match[0].length + 9)
  if (
    !/^ (?:of|from|to|in|since|compared|more|less|as)\b/.test(after) &&
    !(/\b(?:by|up|down|fell|rose|cut)[a-z ]{0,8} a $/.test(before) && /^(?:[.,;:)]|$| and\b| over\b)/.test(after))
  )
    return null
  return fraction(at, match[0], 1 / DENOMINATORS[match[1]!]!, 'firm')
}

const SLASH = /(\d{1,3})\/(\d{1,3})(?![\d/])/y

function slashed(text: string, at: number): Found | null {
  SLASH.lastIndex = at
  const match = SLASH.exec(text)
  if (!match || /[\d/.]/.test(text[at - 1] ?? '')) return null
  const [upper, lower] = [Number(match[1]), Number(match[2])]
  const also =
    upper >= 1 && upper <= 12 && lower >= 1 && lower <= 31 ? [dateQuantity({ month: upper, day: lower })] : []
  return { ...fraction(at, match[0], upper / (lower || 1), 'soft'), also }
}

const FACTORS: Record<string, number> = {
  double: 2,
  doubled: 2,
  doubles: 2,
  doubling: 2,
  triple: 3,
  tripled: 3,
  triples: 3,
  tripling: 3,
  treble: 3,
  trebled: 3,
  quadruple: 4,
  quadrupled: 4,
  twofold: 2,
  threefold: 3,
  fourfold: 4,
  fivefold: 5,
  sixfold: 6,
  sevenfold: 7,
  eightfold: 8,
  ninefold: 9,
  tenfold: 10,
  twice: 2,
  thrice: 3,
}

export function verbs(text: string, at: number): Found | null {
  const word = /^[a-z]+/.exec(text.slice(at, at + 12))?.[0] ?? ''
  const factor = FACTORS[word]
  if (factor !== undefined) {
    const also = [quantityOf('cardinal', factor), quantityOf('measure', factor, 'times')]
    return { from: at, to: at + word.length, ...quantityOf('multiple', factor), weight: 'soft', also }
  }
  if (!/^halv(?:e|ed|es|ing)$/.test(word)) return null
  return { from: at, to: at + word.length, ...quantityOf('fraction', 0.5), weight: 'soft' }
}

export function percent(text: string, at: number, number: EnglishNumber): Found | null {
  const match =
    /^(?: ?%|[ -](?:per cent|percent|pct|per-cent)(?![a-z])|[ -]percentage[ -]points?(?![a-z])|[ -]basis points?(?![a-z])|[ -](?:per thousand(?! [a-z])|per mille?(?![a-z])|‰)|‰)/.exec(
      text.slice(number.to, number.to + 20),
    )
  if (!match) return null
  const words = match[0]
  const more = /^[ -]points?(?![a-z])/.exec(text.slice(number.to + words.length, number.to + words.length + 8))
  const to = number.to + words.length + (more?.[0].length ?? 0)
  if (words.includes('basis'))
    return { from: at, to, ...quantityOf('percentage-points', number.value / 100), weight: 'firm' }
  if (/thousand|mil|‰/.test(words))
    return {
      from: at,
      to,
      ...quantityOf('percent', number.value / 10),
      weight: 'firm',
      also: [quantityOf('cardinal', number.value)],
    }
  return {
    from: at,
    to,
    ...quantityOf(words.includes('point') || more ? 'percentage-points' : 'percent', number.value),
    weight: 'firm',
  }
}

/** "3 times", "2.5-fold": so often, or so many times as much. */
export function times(text: string, at: number, number: EnglishNumber): Found | null {
  const match = /^(?:[ -]times(?![a-z])|[ -]?fold(?![a-z])|x(?![a-z0-9]))/.exec(text.slice(number.to, number.to + 6))
  if (!match) return null
  const to = number.to + match[0].length
  const rest = text.slice(to, to + 14)
  const before = text.slice(Math.max(0, at - 24), at)
  const weight: Weight = number.digits || number.value > 2 ? 'firm' : 'soft'
  if (/^ (?:more|higher|larger|greater|faster|longer|bigger)\b/.test(rest))
    return {
      from: at,
      to,
      ...quantityOf('multiple', number.value),
      weight,
      also: [quantityOf('multiple', number.value + 1)],
    }
  if (
    /\b(?:increas|ris|rose|grow|grew|expand|soar|up)[a-z]* by(?: about| nearly| almost| over| more than)? $/.test(
      before,
    )
  )
    return { from: at, to, ...quantityOf('multiple', number.value + 1), weight }
  const isMultiple =
    match[0].includes('fold') || match[0] === 'x' || /^ (?:as|the|that|its|their|what|over)\b/.test(rest)
  const [factor, often] = [quantityOf('multiple', number.value), quantityOf('measure', number.value, 'times')]
  return isMultiple
    ? { from: at, to, ...factor, weight }
    : { from: at, to, ...often, weight, also: [factor, quantityOf('cardinal', number.value)] }
}
