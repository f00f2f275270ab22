/** Lines of a text with their places. Nothing is joined or moved here. */
import type { Span } from './side'

/** `text.slice(from, to)` is the line without white space at its ends; it is never empty. `number` is 1-based, as an editor shows it. */
export type Line = Span & { text: string; number: number }

/** Whatever starts a new line on a screen; all of it is white space. */
export const LINE_BREAK = /\r\n|[\n\r\v\f\u2028\u2029]/

const BREAKS = new RegExp(LINE_BREAK.source, 'g')
// Editors number by these alone; a form feed or U+2028 ends a line without adding one.
const NUMBERED = /^[\r\n]/

/** The lines that hold anything but white space. */
export function listLines(text: string): Line[] {
  const lines: Line[] = []
  let from = 0
  let number = 1
  for (const found of text.matchAll(BREAKS)) {
    addLine(lines, text, from, found.index, number)
    from = found.index + found[0].length
    if (NUMBERED.test(found[0])) number++
  }
  addLine(lines, text, from, text.length, number)
  return lines
}

function addLine(lines: Line[], text: string, from: number, to: number, number: number): void {
  const span = trimSpan(text, { from, to })
  if (span) lines.push({ ...span, text: text.slice(span.from, span.to), number })
}

/** The span without white space at its ends; null where nothing is left. */
export function trimSpan(text: string, { from, to }: Span): Span | null {
  let start = from
  let end = to
  while (start < end && isSpace(text.charCodeAt(start))) start++
  while (end > start && isSpace(text.charCodeAt(end - 1))) end--
  return start < end ? { from: start, to: end } : null
}

const SPACES = /\s/

function isSpace(code: number): boolean {
  if (code < 0x80) return code === 0x20 || (code >= 9 && code <= 13)
  return SPACES.test(String.fromCharCode(code))
}
