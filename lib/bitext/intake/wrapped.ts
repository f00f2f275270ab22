/**
 * Hard-wrapped text: a paragraph that an editor or a mail program broke into lines of one width is one paragraph again.
 * A break was made by wrapping where the next line's first word had no room left on its line (greedy filling, as every
 * such program does it). Only a text whose lines nearly all tell so is taken for wrapped; no character moves.
 */
import type { Line, Side } from '../text'

/** A paragraph; `last` is the number of its last line. */
export type Paragraph = Line & { last: number }

/** Wider than any page that is filled by hand or by a mail program. */
const WIDEST = 120
/** Narrower columns are lists and verses. */
const NARROWEST = 30
/** Fewer breaks within a sentence are no habit. */
const FEWEST_BREAKS = 5
/** Of the breaks within a sentence, so many must be made by want of room. */
const SHARE = 0.9
/** Columns left over: none where a program filled the lines, some where people mended them afterwards. */
const RAGGED = [0, 8]
/** Addresses, tables and titles set by hand may stand out. */
const MOST_WIDER = 0.1
/** Columns that a line of Chinese may stay short of: marks that must not open a line take the sign before them along. */
const SLACK = 4

const ENDS = /[.?!:;。！？：；…][”"’'）)」』]*$/
const OPENS = /^(?:[-*•·●○■□▪–—]|\(?\d{1,3}[.)、．]|[(（]?[一二三四五六七八九十]{1,3}[)）、.])\s*/
const LABEL = /^[^.?!。！？]{1,40}[:：]$/

export function joinWrapped(text: string, lines: readonly Line[], side: Side): Paragraph[] {
  const indents = lines.map((line) => indentOf(text, line))
  const widths = lines.map((line, at) => indents[at]! + columns(line.text))
  const breaks = lines.slice(1).map((next, at) => ({
    within: follows(lines[at]!, next) && !steps(lines[at]!, indents[at]!, indents[at + 1]!),
    /** Columns the line would have had with the next word on it. */
    needed: widths[at]! + room(next.text, side),
  }))
  const told = breaks.filter(({ within }, at) => within && !ENDS.test(lines[at]!.text)).map(({ needed }) => needed)
  const width = fillWidth(widths, told)
  const paragraphs: Paragraph[] = []
  for (const [at, line] of lines.entries()) {
    const before = breaks[at - 1]
    const open = paragraphs.at(-1)
    if (width !== null && open && before?.within && before.needed > width) {
      Object.assign(open, { to: line.to, text: text.slice(open.from, line.to), last: line.number })
    } else paragraphs.push({ ...line, last: line.number })
  }
  return paragraphs
}

/** The width beyond which a next word had no room. null: the text was not filled to any. */
function fillWidth(widths: readonly number[], told: readonly number[]): number | null {
  if (told.length < FEWEST_BREAKS) return null
  const wider = countAbove(widths)
  const forced = countAbove(told)
  for (const ragged of RAGGED) {
    const width = fewestStrange(wider, (limit) => told.length - forced(limit - ragged))
    if (wider(width) > MOST_WIDER * widths.length) continue
    if (forced(width - ragged) >= SHARE * told.length) return width - ragged
  }
  return null
}

/** The width that explains the lines best: few are wider, and few breaks within a sentence left room for the next word. */
function fewestStrange(wider: (limit: number) => number, unforced: (limit: number) => number): number {
  let best = NARROWEST
  const strange = (width: number) => wider(width) + unforced(width)
  for (let width = NARROWEST; width <= WIDEST; width++) if (strange(width) < strange(best)) best = width
  return best
}

/** How many of the numbers are greater than one asked for, up to WIDEST. */
function countAbove(numbers: readonly number[]): (limit: number) => number {
  const at = new Array<number>(WIDEST + 2).fill(0)
  for (const each of numbers) at[Math.min(each, WIDEST + 1)]!++
  for (let limit = WIDEST; limit >= 0; limit--) at[limit]! += at[limit + 1]!
  return (limit) => at[limit + 1] ?? 0
}

/** Nothing but the break tells the two lines apart: no empty line, no list mark, no name of a speaker. */
function follows(line: Line, next: Line): boolean {
  return next.number === line.number + 1 && !OPENS.test(next.text) && !LABEL.test(next.text) && !LABEL.test(line.text)
}

/** An indent opens a paragraph, unless it hangs below a list mark. */
function steps({ text }: Line, indent: number, next: number): boolean {
  return next > indent && !OPENS.test(text)
}

const INDENT = /[^\S\n\r\v\f\u2028\u2029]*$/

function indentOf(text: string, { from }: Line): number {
  return columns(INDENT.exec(text.slice(Math.max(0, from - WIDEST), from))?.[0] ?? '')
}

/** Columns that the first word of the next line would have taken. */
function room(next: string, side: Side): number {
  if (side === 'zh') return 2 + SLACK
  return 1 + columns(/^\S+/.exec(next)?.[0] ?? '')
}

const WIDE =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6\u{20000}-\u{3fffd}]/u

/** Columns on a terminal: Chinese signs take two (UAX #11). */
function columns(text: string): number {
  let count = 0
  for (const sign of text) count += WIDE.test(sign) ? 2 : 1
  return count
}
