/**
 * Finds the numeric expressions of an English text. One pass from left to right: at each word or digit that may open a number
 * the readers are asked in turn, the first that answers consumes its words. Linear: every reader looks at a bounded window.
 */
import { belowZero } from '../below-zero'
import { joinCompounds } from '../compounds'
import type { Found, Reader } from '../found'
import type { Numeral } from '../numeral'
import { englishSurface } from '../surface'
import { vulgarFraction } from '../vulgar'
import { dates, decades, MONTHS, month, WEEKDAYS, weekday } from './dates'
import { listMark, name } from './names'
import { NUMBER_WORDS } from './number'
import { quantity } from './quantities'
import { joinRanges, withHedges } from './ranges'
import { fractions, verbs } from './shares'
import { clock } from './times'
import { quarterOf, roman, unitAndHalf, words } from './words'

const OTHERS = `
  half halves halve halved halving double doubled doubles doubling triple tripled triples tripling treble
  trebled quadruple quadrupled twofold threefold fourfold fivefold sixfold sevenfold eightfold ninefold
  tenfold once twice thrice both pair couple single dual quarter quarters decade decades century centuries
  noon midnight twenties thirties forties fifties sixties seventies eighties nineties fortnight minus
  centenary centenaries centennial bicentenary millennium
  biennial biennium triennial quadrennial quinquennial septuagenarian octogenarian nonagenarian centenarian centenarians
  duo twins trio triplets trilateral quartet quintet quarterfinal quarterfinals semifinal semifinals semi quarter-final
`
const SHORT_MONTHS = 'jan feb mar apr jun jul aug sept sep oct nov dec'
const OPENING_WORDS = [
  ...MONTHS,
  ...SHORT_MONTHS.split(' '),
  ...WEEKDAYS,
  ...NUMBER_WORDS,
  ...OTHERS.trim().split(/\s+/),
]
const OPENS = new RegExp(
  `[$£€¥½⅓⅔¼¾⅕-⅞]|\\d|(?<![a-z])(?:${OPENING_WORDS.join('|')}|us\\$|hk\\$|rmb|cny|usd|eur)(?![a-z])|(?<![a-z])(?:q[1-4](?![a-z0-9])|[ivx]{1,5}(?![a-z0-9'-]))`,
  'g',
)

export function readEnglish(original: string): Numeral[] {
  const text = englishSurface(original)
  const found: Found[] = []
  let at = 0
  while (at < text.length) {
    OPENS.lastIndex = at
    const next = OPENS.exec(text)
    if (!next) break
    at = next.index
    const answer = read(text, at, original)
    if (answer) found.push(...answer)
    at = answer ? Math.max(at + 1, ...answer.map(({ to }) => to)) : afterToken(text, at)
  }
  const numbers = found.filter(({ value }) => !Number.isNaN(value))
  return withHedges(original, text, joinCompounds(text, 'en', joinRanges(text, belowZero(text, 'en', numbers))))
}

/** The rest of a token that no reader wanted is not tried again. */
function afterToken(text: string, at: number): number {
  const word = /[a-z]/.test(text[at]!) ? /[a-z]+/y : /\d+|./y
  word.lastIndex = at
  return at + (word.exec(text)?.[0].length ?? 1)
}

function read(text: string, at: number, original: string): Found[] | null {
  for (const reader of READERS) {
    const answer = reader(text, at)
    if (answer) return Array.isArray(answer) ? answer : [answer]
  }
  const numbered = roman(text, at, original)
  return numbered ? [numbered] : month(text, at, original)
}

const READERS: Reader[] = [
  listMark,
  dates,
  name,
  weekday,
  clock,
  decades,
  unitAndHalf,
  vulgarFraction,
  fractions,
  verbs,
  words,
  quarterOf,
  quantity,
]
