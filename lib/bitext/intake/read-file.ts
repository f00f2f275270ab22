/**
 * Reads a file of unknown format, encoding and language: bytes in, one text and its intake for each side out.
 * Whatever is wrong with the bytes is a problem in the answer, never an exception.
 */
import { LINE_BREAK, type Line, listLines, type Problem, type Reading, type Side } from '../text'
import type { Correction, Intake } from './block'
import { type Decoded, decodeText, MOST_BYTES, startsWith, tooLarge } from './decode'
import { readDocx } from './docx'
import type { ExtractedLine } from './extracted'
import { declaredEncoding, readHtml } from './html'
import { intakeText } from './intake-text'
import { readMarkdown } from './markdown'
import type { LineHint } from './piece'
import { detectSide, partSides } from './sides'

export type FileFormat = 'txt' | 'html' | 'md' | 'docx'

/**
 * One side's text. `hints` go to `intakeText` when the text is taken in again; `lines[n - 1]` is the file's line on which line n
 * of the text stands, where that differs.
 */
export type ReadText = { side: Side; text: string; hints: LineHint[]; lines?: number[] }

export type ReadFile = { format: FileFormat; encoding: string; texts: ReadText[]; intakes: Intake[] }

/** `side` says that the file holds one language only, and which. */
export type ReadOptions = { fileName: string; side?: Side; corrections?: readonly Correction[] }

export async function readFile(
  bytes: Uint8Array,
  { fileName, side, corrections = [] }: ReadOptions,
): Promise<Reading<ReadFile>> {
  if (bytes.length > MOST_BYTES) return { ok: false, problems: [tooLarge(bytes.length)] }
  const opened = await open(bytes, fileName)
  if (!opened.ok) return opened
  const { format, encoding, texts } = side ? oneSide(opened, side) : bothSides(opened)
  if (texts.every(({ text }) => text.trim() === '')) return { ok: false, problems: [NO_TEXT] }
  const intakes = texts.map((each) => intakeText(each.text, each.side, corrections, each.hints))
  return { ok: true, format, encoding, texts, intakes }
}

const NO_TEXT: Problem = { id: 'no-text', message: 'The file holds no text', values: {} }

/** `text` is the file's own for plain text; other formats have lines only. */
type Opened = { format: FileFormat; encoding: string; text?: string; lines: ExtractedLine[] }

const ZIP = [0x50, 0x4b, 0x03, 0x04]
const LOOKS_LIKE_HTML = /^\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--[\s\S]{0,2000}?-->\s*)*<(?:!doctype\s+html|html[\s>])/i

async function open(bytes: Uint8Array, fileName: string): Promise<Reading<Opened>> {
  const extension = /\.([a-z0-9]{1,8})$/i.exec(fileName)?.[1]?.toLowerCase() ?? ''
  if (startsWith(bytes, ZIP)) return await openWord(bytes)
  if (extension === 'docx') return { ok: false, problems: [bytes.length === 0 ? EMPTY : NOT_WORD] }
  const decoded = decodeText(bytes, isHtmlName(extension) ? declaredEncoding(bytes) : undefined)
  return decoded.ok ? { ok: true, ...openText(decoded, extension) } : decoded
}

const EMPTY: Problem = { id: 'empty-file', message: 'The file is empty', values: {} }
const NOT_WORD: Problem = {
  id: 'not-docx',
  message: 'This is not a Word file (.docx), whatever its name says',
  values: {},
}

async function openWord(bytes: Uint8Array): Promise<Reading<Opened>> {
  const read = await readDocx(bytes)
  return read.ok ? { ok: true, format: 'docx', encoding: 'utf-8', lines: read.lines } : read
}

function isHtmlName(extension: string): boolean {
  return extension === 'html' || extension === 'htm' || extension === 'xhtml'
}

function openText({ text, encoding }: Decoded, extension: string): Opened {
  if (isHtmlName(extension) || LOOKS_LIKE_HTML.test(text.slice(0, 4000))) {
    return { format: 'html', encoding, lines: readHtml(text) }
  }
  if (extension === 'md' || extension === 'markdown') return { format: 'md', encoding, lines: readMarkdown(text) }
  return { format: 'txt', encoding, text, lines: cellsOf(text) }
}

/** Plain lines; where tabs part two languages each cell is a line. */
function cellsOf(text: string): ExtractedLine[] {
  return listLines(text).flatMap((line): ExtractedLine[] => {
    const cells = line.text.split('\t').filter((cell) => cell.trim() !== '')
    if (cells.length < 2 || !tellsTwo(cells)) return [{ text: line.text, line: line.number }]
    return cells.map((cell, column) => ({
      text: cell.trim(),
      line: line.number,
      cell: { table: 0, row: line.number, column },
    }))
  })
}

function tellsTwo(cells: string[]): boolean {
  return new Set(cells.map((cell) => detectSide(cell))).size > 1
}

function oneSide({ format, encoding, text, lines }: Opened, side: Side): Omit<ReadFile, 'intakes'> {
  return { format, encoding, texts: [text === undefined ? compose(side, lines) : { side, text, hints: [] }] }
}

function bothSides(opened: Opened): Omit<ReadFile, 'intakes'> {
  const parts = partSides(opened.lines)
  if (parts.length === 1) return oneSide(opened, parts[0]!.side)
  const { format, encoding, text } = opened
  return {
    format,
    encoding,
    texts: parts.map(({ side, lines }) => (text === undefined ? compose(side, lines) : keepGaps(side, text, lines))),
  }
}

/** Lines become paragraphs with an empty line between. */
function compose(side: Side, lines: ExtractedLine[]): ReadText {
  const paragraphs = lines.map(({ text }) => text.replace(new RegExp(LINE_BREAK.source, 'g'), ' '))
  const numbers = lines.flatMap(({ line }) => (line === undefined ? [] : [line, line]))
  return {
    side,
    text: `${paragraphs.join('\n\n')}\n`,
    hints: listHints(lines, 2),
    ...(numbers.length > 0 ? { lines: numbers } : {}),
  }
}

function listHints(lines: ExtractedLine[], spacing: number): LineHint[] {
  return lines.flatMap(({ kind, reason }, index) =>
    kind ? [{ line: index * spacing + 1, kind, ...(reason ? { reason } : {}) }] : [],
  )
}

// Wider gaps of the file say something (a lost label); the other language's paragraphs do not.
const WIDEST_GAP = 4

/** One side's lines of a plain text, with the empty lines that stood before each. */
function keepGaps(side: Side, text: string, kept: ExtractedLine[]): ReadText {
  const filled = new Set(listLines(text).map(({ number }: Line) => number))
  const out: string[] = []
  const numbers: number[] = []
  for (const { text: words, line = 1 } of kept) {
    for (let gap = out.length === 0 ? 0 : gapBefore(line, filled); gap > 0; gap--) {
      out.push('')
      numbers.push(line)
    }
    out.push(words)
    numbers.push(line)
  }
  return { side, text: `${out.join('\n')}\n`, hints: [], lines: numbers }
}

function gapBefore(line: number, filled: ReadonlySet<number>): number {
  let gap = 0
  while (gap < WIDEST_GAP && line - gap - 1 > 0 && !filled.has(line - gap - 1)) gap++
  return gap
}
