/** Numeric expressions of Chinese and English, read by value and compared. */
import type { Side } from '../text'
import { readEnglish } from './en/read'
import type { Numeral } from './numeral'
import { readChinese } from './zh/read'

export { compare, type Difference } from './compare'
export { type Match, matchNumerals } from './match'
export { MODIFIERS, type Modifier, NUMERAL_KINDS, type Numeral, type NumeralKind, type Quantity } from './numeral'
export { sayNumber, sayQuantity } from './say'
export { ratio } from './units'

/** Every numeric expression of the text, in its order. Positions count UTF-16 code units. Linear in the length of the text. */
export function readNumerals(text: string, side: Side): Numeral[] {
  return side === 'zh' ? readChinese(text) : readEnglish(text)
}
