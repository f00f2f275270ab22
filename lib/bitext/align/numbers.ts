/**
 * Numbers by value, as light as the aligner needs them: 二十一, 3万 and 1.2亿 on one side, twenty-one, 30,000 and 120 million on the other.
 * It only has to make equal values equal; what a number counts, hedges and ranges are the business of `numerals`.
 */

const CHINESE_NUMBER = /\d+(?:[.,]\d+)*[百千万亿]*|[〇零一二两三四五六七八九十百千万亿壹贰叁肆伍陆柒捌玖拾佰仟廿]+/g
const DIGITS = new Map(
  [...'〇零一二三四五六七八九']
    .map((digit, at): [string, number] => [digit, Math.max(0, at - 1)])
    .concat(
      [...'壹贰叁肆伍陆柒捌玖'].map((digit, at): [string, number] => [digit, at + 1]),
      [['两', 2]],
    ),
)
const UNITS = new Map([
  ['十', 10],
  ['拾', 10],
  ['百', 100],
  ['佰', 100],
  ['千', 1000],
  ['仟', 1000],
])
const GROUPS = new Map([
  ['万', 1e4],
  ['亿', 1e8],
])

/** The values of all numbers of a Chinese sentence and where they begin; an outline number with two points stays the string it is. */
export function chineseNumbers(text: string): { at: number; length: number; value: number | string }[] {
  return Array.from(text.matchAll(CHINESE_NUMBER), (match) => ({
    at: match.index,
    length: match[0].length,
    value: chineseValue(match[0]),
  }))
}

function chineseValue(numeral: string): number | string {
  const [, digits, units = ''] = /^(\d+(?:[.,]\d+)*)([百千万亿]*)$/.exec(numeral) ?? []
  if (digits !== undefined) return digitsValue(digits, units)
  const characters = [...numeral].flatMap((character) => (character === '廿' ? ['二', '十'] : [character]))
  if (characters.length > 1 && characters.every((character) => DIGITS.has(character)))
    return Number(characters.map((character) => DIGITS.get(character)).join(''))
  return positionalValue(characters)
}

function digitsValue(digits: string, units: string): number | string {
  const value = westernValue(digits)
  if (typeof value === 'string') return value
  return [...units].reduce((product, unit) => product * (UNITS.get(unit) ?? GROUPS.get(unit) ?? 1), value)
}

function positionalValue(characters: readonly string[]): number {
  let total = 0
  let section = 0
  let digit = 0
  let last = 0
  for (const character of characters) {
    const group = GROUPS.get(character)
    const unit = UNITS.get(character)
    if (group !== undefined) {
      // 三万亿 multiplies what came before, 十二亿三千万 adds to it.
      total = group > last ? (total + section + digit || 1) * group : total + (section + digit || 1) * group
      last = group
      section = 0
      digit = 0
    } else if (unit !== undefined) {
      section += (digit || 1) * unit
      digit = 0
    } else digit = DIGITS.get(character) ?? 0
  }
  return total + section + digit
}

/** 1,234.5 → 1234.5; 12.1.1 and 3,4 (no thousands) stay strings. */
function westernValue(digits: string): number | string {
  if (/^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(digits)) return Number(digits.replaceAll(',', ''))
  return /^\d+(?:\.\d+)?$/.test(digits) ? Number(digits) : digits
}

const SMALL = numbered(
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen',
)
const ORDINALS = numbered(
  'zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth',
)
'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ').forEach((word, at) => {
  SMALL.set(word, 10 * (at + 2))
  ORDINALS.set(word.replace(/y$/, 'ieth'), 10 * (at + 2))
})
SMALL.set('dozen', 12)
const MULTIPLES = new Map([
  ['hundred', 100],
  ['thousand', 1e3],
  ['million', 1e6],
  ['billion', 1e9],
  ['trillion', 1e12],
])

function numbered(words: string): Map<string, number> {
  return new Map(words.split(' ').map((word, value) => [word, value]))
}

/** A number of `count` tokens from token `at` on. */
export type EnglishNumber = { at: number; count: number; value: number | string }

/** The numbers among the lower-case tokens of an English sentence. */
export function englishNumbers(tokens: readonly string[]): EnglishNumber[] {
  const numbers: EnglishNumber[] = []
  for (let at = 0; at < tokens.length; ) {
    const number = numberAt(tokens, at)
    if (number) numbers.push(number)
    at += number?.count ?? 1
  }
  return numbers
}

function numberAt(tokens: readonly string[], at: number): EnglishNumber | null {
  let total = 0
  let current = 0
  let last: 'none' | 'small' | 'multiple' | 'digits' = 'none'
  let end = at
  for (; end < tokens.length; end++) {
    const token = tokens[end]!
    const next = tokens[end + 1] ?? ''
    const tens = last === 'small' && current % 100 >= 20 && current % 10 === 0
    const small = SMALL.get(token)
    const ordinal = ORDINALS.get(token)
    const multiple = MULTIPLES.get(token)
    if (last === 'none' && /^\d/.test(token)) {
      const value = westernValue(token)
      if (typeof value === 'string') return { at, count: 1, value }
      current = value
      last = 'digits'
    } else if (small !== undefined && (last === 'none' || last === 'multiple' || (tens && small < 10))) {
      current += small
      last = 'small'
    } else if (ordinal !== undefined && (last === 'none' || last === 'multiple' || (tens && ordinal < 10))) {
      current += ordinal
      end++
      last = 'small'
      break
    } else if (multiple !== undefined && (last !== 'none' || multiple <= 1e6)) {
      if (multiple === 100) current = (last === 'none' ? 1 : current) * 100
      else {
        total += (last === 'none' ? 1 : current) * multiple
        current = 0
      }
      last = 'multiple'
    } else if (token === '-' && tens && (SMALL.has(next) || ORDINALS.has(next))) {
      // twenty-one
    } else if (token === 'and' && last === 'multiple' && SMALL.has(next)) {
      // two hundred and one
    } else break
  }
  return last === 'none' ? null : { at, count: end - at, value: total + current }
}
