/**
 * Writes a document as a bilingual Word table (OOXML, by the docx package): one row a segment with its number, both
 * texts, its status and its discrepancies; landscape, the head repeated on every page. Headings, captions, credits and
 * the prevail clause keep their places and are set apart.
 *
 * Each row carries its id as hidden text in the first cell ("seg:" and the id), so that a table edited in Word can be
 * matched again. Word's "created" time is the moment of writing.
 */
import { HeadingLevel, Paragraph, ShadingType, type Table, TextRun, UnderlineType } from 'docx'
import type { Side, Span } from '../text'
import type { ExportedDiscrepancy, ExportedDocument, ExportedSegment } from './bitext-document'
import { markedPieces } from './marked-text'
import { ACCENT, type Look, QUIET, runs, scriptOf, wordFile, wordTable } from './word-sheet'
import { dayOf, type ExportLanguage, minuteOf, nameOf, WORDS } from './words'
import { speakable } from './xml'

/** In front of a row's id in its first cell. */
export const ROW_ID_PREFIX = 'seg:'

const COLUMNS = ['row', 'zh', 'en', 'status', 'notes'] as const
// In twentieths of a point; together as wide as the page without its margins.
const WIDTHS = [700, 5250, 5650, 1238, 2300]

/** The document as .docx, with its own words (column heads, statuses …) in `language`. */
export async function toDocx(document: ExportedDocument, language: ExportLanguage): Promise<Uint8Array> {
  return await wordFile(document.title, [...preamble(document, language), table(document, language)])
}

function preamble(document: ExportedDocument, language: ExportLanguage): Paragraph[] {
  const words = WORDS[language]
  const sources = document.sources.map(({ side, fileName, address, sha256, receivedAt }) =>
    [
      `${words.source[side]}: ${fileName}`,
      address,
      `${words.source.received} ${dayOf(receivedAt)}`,
      `SHA-256 ${sha256}`,
    ]
      .filter((part) => part !== '')
      .join(' · '),
  )
  const quiet = [...sources, `${words.exported} ${minuteOf(document.exportedAt)}`]
  return [
    new Paragraph({ heading: HeadingLevel.TITLE, children: runs(document.title, {}) }),
    new Paragraph({ children: runs(words.governing[document.governing], { bold: true, color: ACCENT }) }),
    ...quiet.map((line) => new Paragraph({ children: runs(line, { size: 16, color: QUIET }) })),
    new Paragraph({}),
  ]
}

function table(document: ExportedDocument, language: ExportLanguage): Table {
  const byRow = new Map<number, ExportedDiscrepancy[]>()
  for (const discrepancy of document.discrepancies) {
    byRow.set(discrepancy.row, [...(byRow.get(discrepancy.row) ?? []), discrepancy])
  }
  const heads = COLUMNS.map((column) => WORDS[language].columns[column])
  const rows = document.segments.map((segment) => cellsOf(segment, byRow.get(segment.row) ?? [], language))
  return wordTable(WIDTHS, heads, rows)
}

function cellsOf(segment: ExportedSegment, discrepancies: ExportedDiscrepancy[], language: ExportLanguage) {
  const fill = FILLS[segment.kind]
  const marks = (side: Side) => discrepancies.flatMap((discrepancy) => discrepancy[side] ?? [])
  return [
    [new Paragraph({ children: rowNumber(segment) })],
    [passage(segment, 'zh', marks('zh'))],
    [passage(segment, 'en', marks('en'))],
    statusLines(segment, language),
    discrepancies.flatMap((discrepancy) => note(discrepancy, language)),
  ].map((paragraphs) => ({ paragraphs, ...(fill && { fill }) }))
}

const FILLS: Partial<Record<ExportedSegment['kind'], string>> = {
  headline: 'F6F1E7',
  heading: 'F6F1E7',
  caption: 'F4F4F4',
  credit: 'F4F4F4',
  furniture: 'F4F4F4',
  'prevail-clause': 'F8EAE6',
}

function rowNumber({ row, id }: ExportedSegment): TextRun[] {
  const hidden = new TextRun({ text: speakable(`${ROW_ID_PREFIX}${id}`), vanish: true, noProof: true })
  return [new TextRun({ text: String(row), color: QUIET, size: 18 }), hidden]
}

function passage(segment: ExportedSegment, side: Side, marks: Span[]): Paragraph {
  const look = lookOf(segment, side)
  const children = markedPieces(segment[side], marks).flatMap(({ text, marked }) =>
    runs(text, marked ? { ...look, ...MARKED } : look),
  )
  return new Paragraph({ children })
}

const MARKED: Look = {
  underline: { type: UnderlineType.DOTTED, color: ACCENT },
  shading: { type: ShadingType.CLEAR, color: 'auto', fill: 'FBE7B5' },
}

function lookOf({ kind, label }: ExportedSegment, side: Side): Look {
  const script = scriptOf(side)
  if (kind === 'headline') return { ...script, bold: true, size: 26 }
  if (kind === 'heading' || label) return { ...script, bold: true }
  if (kind === 'prevail-clause') return { ...script, bold: true, size: 18 }
  if (kind === 'credit' || kind === 'caption' || kind === 'furniture') return { ...script, color: QUIET, size: 18 }
  return script
}

function statusLines({ kind, status, flags }: ExportedSegment, language: ExportLanguage): Paragraph[] {
  const words = WORDS[language]
  const line = (text: string, look: Look) => new Paragraph({ children: runs(text, { size: 17, ...look }) })
  return [
    line(nameOf(words.statuses, status), {}),
    ...(words.kinds[kind] ? [line(words.kinds[kind], { color: QUIET })] : []),
    ...flags.map((flag) => line(nameOf(words.flags, flag), { color: ACCENT })),
  ]
}

function note(discrepancy: ExportedDiscrepancy, language: ExportLanguage): Paragraph[] {
  const words = WORDS[language]
  const { number, type, severity, decision, decisionNote } = discrepancy
  const line = (text: string, look: Look) => new Paragraph({ children: runs(text, { size: 17, ...look }) })
  const decided = decision === null ? words.open : nameOf(words.decisions, decision)
  return [
    line(`${number}. ${nameOf(words.types, type)} (${nameOf(words.severities, severity)})`, { bold: true }),
    ...(discrepancy.note === '' ? [] : [line(discrepancy.note, {})]),
    line(`→ ${decided}${decisionNote === '' ? '' : `: ${decisionNote}`}`, {
      color: decision === null ? ACCENT : QUIET,
    }),
  ]
}
