import type { Span } from '../text'

// Letters that are written with spaces between words. Chinese is not: there every place counts as a whole word.
const IN_WORD = /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{M}\p{Nd}_]/u

/** No word goes on over either end of the place. */
export function isWholeWord(text: string, { from, to }: Span): boolean {
  return !goesOn(before(text, from), at(text, from)) && !goesOn(before(text, to), at(text, to))
}

function goesOn(left: string, right: string): boolean {
  return IN_WORD.test(left) && IN_WORD.test(right)
}

function at(text: string, place: number): string {
  return place < text.length ? String.fromCodePoint(text.codePointAt(place)!) : ''
}

function before(text: string, place: number): string {
  const low = text.charCodeAt(place - 1)
  return place > 1 && low >= 0xdc00 && low <= 0xdfff
    ? text.slice(place - 2, place)
    : text.slice(Math.max(0, place - 1), place)
}
