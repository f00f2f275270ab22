/**
 * Which script a stretch of text is written in, by counting characters.
 * A Han character says about as much as three Latin letters, so letters weigh a third.
 */
import type { Side } from './side'

/** Han characters with the iteration mark 々 and the zero 〇, beyond the BMP included. */
export const HAN = /[\p{Script=Han}々〇]/u

const HANS = /[\p{Script=Han}々〇]/gu
const LETTERS = /\p{Script=Latin}/gu
const LETTERS_PER_HAN = 3

export function countHan(text: string): number {
  return text.match(HANS)?.length ?? 0
}

export function countLetters(text: string): number {
  return text.match(LETTERS)?.length ?? 0
}

/** The share of Chinese in a text, 0 to 1; null where there is neither Han nor Latin. */
export function hanShare(text: string): number | null {
  const han = countHan(text)
  const latin = countLetters(text) / LETTERS_PER_HAN
  return han + latin === 0 ? null : han / (han + latin)
}

/** The side a text belongs to by its script; null where nothing tells (digits, punctuation, nothing). */
export function sideOf(text: string): Side | null {
  const share = hanShare(text)
  if (share === null) return null
  return share >= 0.4 ? 'zh' : 'en'
}
