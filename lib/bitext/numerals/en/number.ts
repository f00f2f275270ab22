/**
 * Reads one English number: digits with a scale ("15.785 million", "£2.8bn", "35m") or words
 * ("twenty-one", "two hundred and thirty-four", "half a million", "a dozen").
 */

export type EnglishNumber = {
  value: number
  to: number
  ordinal: boolean
  /** Written with digits; as they stand. */
  digits: string
  /** 1, 1,000, 1,000,000 … that multiplied the digits. */
  scale: number
  /** "35m": million or metres. */
  metres?: boolean
  /** "hundreds of", "millions", "dozens": the power of ten. */
  indefinite: boolean
  /** A number word that serves other ends as well: one, a dozen, second. */
  common: boolean
}

const ONES =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  )
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ')
const SCALES: Record<string, number> = { hundred: 100, thousand: 1e3, million: 1e6, billion: 1e9, trillion: 1e12 }
const ORDINALS =
  'zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth'.split(
    ' ',
  )
const TENTHS = 'twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth'.split(' ')
const SHORT: Record<string, number> = {
  k: 1e3,
  m: 1e6,
  mn: 1e6,
  mln: 1e6,
  million: 1e6,
  millions: 1e6,
  bn: 1e9,
  b: 1e9,
  billion: 1e9,
  tn: 1e12,
  trillion: 1e12,
  thousand: 1e3,
  hundred: 100,
  dozen: 12,
}
const PLURALS: Record<string, number> = {
  dozens: 10,
  tens: 10,
  scores: 10,
  hundreds: 100,
  thousands: 1e3,
  millions: 1e6,
  billions: 1e9,
  trillions: 1e12,
}

type Word = { cardinal?: number; ordinal?: number }
const WORDS = new Map<string, Word>()
for (const [value, word] of ONES.entries()) WORDS.set(word, { cardinal: value })
for (const [at, word] of TENS.entries()) WORDS.set(word, { cardinal: (at + 2) * 10 })
for (const [value, word] of ORDINALS.entries()) WORDS.set(word, { ordinal: value })
for (const [at, word] of TENTHS.entries()) WORDS.set(word, { ordinal: (at + 2) * 10 })
WORDS.set('dozen', { cardinal: 12 })
WORDS.set('hundredth', { ordinal: 100 })
WORDS.set('thousandth', { ordinal: 1000 })

const ARABIC = /\d{1,3}(?:,\d{3})+(?:\.\d+)?(?!\d)|(?<!\d ?)[1-9]\d{0,2}(?: \d{3})+(?! ?\d)|\d+(?:\.\d+)?/y
const SCALE = /(?: |-)?(million|millions|billion|trillion|thousand|hundred|dozen|mln|mn|bn|tn|[mbk])(?![a-z0-9])/y
const ORDINAL_END = /(?:st|nd|rd|th)(?![a-z])/y
const WORD = /[a-z]+/y

/** Words that may open a number, for the scanner's one regular expression. */
export const NUMBER_WORDS: readonly string[] = [...WORDS.keys(), ...Object.keys(SCALES), ...Object.keys(PLURALS)]

export function readEnglishNumber(text: string, at: number): EnglishNumber | null {
  const number = /\d/.test(text[at] ?? '') ? readDigits(text, at) : readWords(text, at)
  return number && number.scale === 1 && !number.ordinal ? withHalf(text, number) : number
}

/** "one and a half million". */
function withHalf(text: string, number: EnglishNumber): EnglishNumber {
  const match = /^[ -]and[ -]a[ -]half (million|billion|trillion|thousand|dozen)(?![a-z])/.exec(
    text.slice(number.to, number.to + 22),
  )
  if (!match) return number
  const scale = SHORT[match[1]!]!
  return { ...number, value: (number.value + 0.5) * scale, to: number.to + match[0].length, scale, common: false }
}

function readDigits(text: string, at: number): EnglishNumber | null {
  ARABIC.lastIndex = at
  const digits = ARABIC.exec(text)?.[0]
  if (digits === undefined) return null
  const plain = Number(digits.replace(/[, ]/g, ''))
  const base = { digits, indefinite: false, common: false }
  const end = at + digits.length
  ORDINAL_END.lastIndex = end
  const ending = ORDINAL_END.exec(text)
  if (ending) return { ...base, value: plain, to: end + ending[0].length, ordinal: true, scale: 1 }
  SCALE.lastIndex = end
  const scale = SCALE.exec(text)
  if (!scale) return { ...base, value: plain, to: end, ordinal: false, scale: 1 }
  const word = scale[1]!
  // "30 m" and "5 k" stand apart from their number: metres, not millions.
  if (word.length === 1 && scale[0].length > 1) return { ...base, value: plain, to: end, ordinal: false, scale: 1 }
  let factor = SHORT[word]!
  let to = end + scale[0].length
  const again = /^ (million|billion|trillion)\b/.exec(text.slice(to, to + 10))
  if (again && factor < 1e6) {
    factor *= SHORT[again[1]!]!
    to += again[0].length
  }
  return { ...base, value: plain * factor, to, ordinal: false, scale: factor, ...(word === 'm' && { metres: true }) }
}

function wordAt(text: string, at: number): string {
  WORD.lastIndex = at
  return WORD.exec(text)?.[0] ?? ''
}

/** Where the next word of the same number may start: behind a space, a hyphen, or " and " after a hundred. */
function nextWord(text: string, at: number, afterHundred: boolean): number | null {
  if (text[at] !== ' ' && text[at] !== '-') return null
  if (!afterHundred || !text.startsWith(' and ', at)) return at + 1
  return at + 5
}

function readWords(text: string, from: number): EnglishNumber | null {
  const first = wordAt(text, from)
  if (first in PLURALS) return readPlural(text, from, first)
  const base = { digits: '', indefinite: false, scale: 1 }
  let total = 0
  let section: number | null = null
  let to = from
  let at: number | null = from
  let afterHundred = false
  let count = 0
  while (at !== null && count < 20) {
    const word = wordAt(text, at)
    const known = WORDS.get(word)
    const scale = SCALES[word]
    if (scale !== undefined) {
      if (section === null && count > 0) break
      if (scale === 100) section = (section ?? 1) * 100
      else {
        total += (section ?? 1) * scale
        section = 0
      }
      afterHundred = true
    } else if (known?.cardinal !== undefined || known?.ordinal !== undefined) {
      const value: number = known.cardinal ?? known.ordinal!
      if (section !== null && !fits(section, value, afterHundred)) break
      section = (section ?? 0) + value
      if (word === 'dozen' && count > 0) break
      if (known.ordinal !== undefined)
        return {
          ...base,
          value: total + section,
          to: at + word.length,
          ordinal: true,
          common: count === 0 && value < 4,
        }
      afterHundred = false
    } else break
    to = at + word.length
    count += 1
    if (text.startsWith(' dozen', to) && section !== null && section < 20 && total === 0)
      return { ...base, value: section * 12, to: to + 6, ordinal: false, common: false }
    at = nextWord(text, to, afterHundred)
  }
  if (count === 0) return null
  const value = total + (section ?? 0)
  return {
    ...base,
    value,
    to,
    ordinal: false,
    scale: total >= 1e3 && section === 0 ? scaleOf(total) : 1,
    common: count === 1 && value <= 12,
  }
}

function scaleOf(total: number): number {
  return [1e12, 1e9, 1e6, 1e3].find((scale) => total >= scale) ?? 1
}

/** "twenty" takes "one" to "nine", "hundred" anything below it; "two three" are two numbers. */
function fits(section: number, value: number, afterHundred: boolean): boolean {
  if (afterHundred) return value < 100
  return section % 10 === 0 && section % 100 >= 20 && value < 10 && value > 0
}

/** "hundreds of thousands of", "tens of millions", "dozens". */
function readPlural(text: string, from: number, first: string): EnglishNumber {
  let value = PLURALS[first]!
  let to = from + first.length
  const of = /^ of (thousands|millions|billions|trillions)\b/.exec(text.slice(to, to + 14))
  if (of) {
    value *= PLURALS[of[1]!]!
    to += of[0].length
  }
  return { value, to, digits: '', scale: 1, ordinal: false, indefinite: true, common: true }
}
