/** What has the digits of a number and counts nothing: list marks, versions. */
import { type Found, quantityOf } from '../found'

/** "1." or "iv)" before a paragraph counts the paragraphs; the two languages need not mark them alike. */
export function listMark(text: string, at: number): Found | null {
  if (at > 2 || /[^\s(]/.test(text.slice(0, at))) return null
  const match = /^\d{1,2}(?=\)|\. )/.exec(text.slice(at, at + 4))
  return match && { from: at, to: at + match[0].length, ...quantityOf('ordinal', Number(match[0])), weight: 'soft' }
}

const NAME = /\d+(?:\.\d+){2,}/y

/** 2.6.32 is a version or a section. */
export function name(text: string, at: number): Found | null {
  NAME.lastIndex = at
  const words = NAME.exec(text)?.[0]
  return words === undefined
    ? null
    : { from: at, to: at + words.length, ...quantityOf('cardinal', Number.NaN), weight: 'soft' }
}
