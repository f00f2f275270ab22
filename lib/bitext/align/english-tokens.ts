/** Tokens of an English sentence: comparison keys of its words, numbers by value, punctuation; and which words it capitalises. */
import { englishKey } from './english-key'
import { englishNumbers } from './numbers'
import { halfWidth, numberToken, type PlacedToken, punctuationTokens } from './tokens'

export type EnglishTokens = { tokens: PlacedToken[]; capitalised: { word: string; opens: boolean }[] }

const TOKEN = /[A-Za-zÀ-ÿ]+(?:'[A-Za-z]+)?|\d+(?:[.,]\d+)*|[^\sA-Za-z\d]/g
const CONTRACTED: Record<string, string> = { m: 'be', re: 'be', ll: 'will', ve: 'have' }
const NEGATED: Record<string, string> = { wo: 'will', ca: 'can', sha: 'shall' }
/** Words that are as often no number as one: they count as both. */
const HALF_NUMBERS = new Set(['one', 'second'])

export function englishTokens(sentence: string): EnglishTokens {
  const text = plainQuotes(halfWidth(sentence))
  const raw = [...text.matchAll(TOKEN)]
  const lower = raw.map(([token]) => token.toLowerCase())
  const numbers = englishNumbers(lower)
  const inNumber = new Set(
    numbers
      .flatMap(({ at, count }) => Array.from({ length: count }, (_, k) => at + k))
      .filter((k) => !HALF_NUMBERS.has(lower[k]!)),
  )
  const tokens = numbers.map(({ at, count, value }) => {
    const last = raw[at + count - 1]!
    return { at: raw[at]!.index, length: last.index + last[0].length - raw[at]!.index, token: numberToken(value) }
  })
  const capitalised: EnglishTokens['capitalised'] = []
  let opens = true
  lower.forEach((word, k) => {
    if (inNumber.has(k) || !/^[a-zà-ÿ]/.test(word)) return
    for (const token of wordKeys(word)) tokens.push({ at: raw[k]!.index, length: word.length, token })
    if (/^[A-ZÀ-Þ]/.test(raw[k]![0])) capitalised.push({ word: word.replace(/'s$/, '').replaceAll("'", ''), opens })
    opens = false
  })
  // Runs become one mark and keep their room.
  const marks = text
    .replace(/\.\.\.+/g, (run) => '…'.padEnd(run.length))
    .replace(/--+/g, (run) => '—'.padEnd(run.length))
  tokens.push(...punctuationTokens(marks))
  return { tokens, capitalised }
}

/** Single quotation marks become double ones, apostrophes ASCII. */
function plainQuotes(text: string): string {
  return text
    .replaceAll('‘', '“')
    .replace(/’(?![A-Za-z])/g, '”')
    .replaceAll('’', "'")
    .replace(/(^|[\s(—-])'(?=[A-Za-z.…—])/g, '$1“')
}

/** don't → not, do; we'll → will, we; Lin's → lin. */
function wordKeys(word: string): string[] {
  const [stem = '', ending] = word.split("'")
  if (ending === 't') {
    const base = stem.endsWith('n') && stem !== 'can' ? stem.slice(0, -1) : stem
    return ['not', englishKey(NEGATED[base] ?? base)]
  }
  const helper = ending === undefined ? undefined : CONTRACTED[ending]
  return helper === undefined ? [englishKey(stem)] : [helper, englishKey(stem)]
}
