/**
 * Writes a document as a bilingual Word table (OOXML, by the docx package): one row a segment with its number, both
 * texts, its status and its discrepancies; landscape, the head repeated on every page. Headings, captions, credits and
 * the prevail clause keep their places and are set apart.
 *
 * Each row carries its id as hidden text in the first cell ("seg:" and the id), so that a table edited in Word can be
 * matched again. Characters XML cannot hold become U+FFFD. Word's "created" time is the moment of writing.
 */
import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  HeadingLevel,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  UnderlineType,
  WidthType,
} from 'docx'
import type { Side, Span } from '../text'
import type { ExportedDiscrepancy, ExportedDocument, ExportedSegment } from './bitext-document'
import { LANGUAGE_TAGS } from './languages'
import { markedPieces } from './marked-text'
import { dayOf, type ExportLanguage, minuteOf, nameOf, WORDS } from './words'
import { speakable } from './xml'

/** In front of a row's id in its first cell. */
export const ROW_ID_PREFIX = 'seg:'

// A4 landscape and its columns, in twentieths of a point; together as wide as the page without its margins.
const PAGE = { width: 11906, height: 16838, margin: 850 }
const WIDTHS = { row: 700, zh: 5250, en: 5650, status: 1238, notes: 2300 }

const FONTS = { ascii: 'Cambria', hAnsi: 'Cambria', cs: 'Cambria', eastAsia: 'SimSun' }
const QUIET = '595959'
const ACCENT = '8C2F21'

/** The document as .docx, with its own words (column heads, statuses …) in `language`. */
export async function toDocx(document: ExportedDocument, language: ExportLanguage): Promise<Uint8Array> {
  const file = new Document({
    title: speakable(document.title),
    creator: 'Duizhao',
    styles: {
      default: {
        document: { run: { font: FONTS, size: 20, language: { value: 'en-US', eastAsia: LANGUAGE_TAGS.zh } } },
        title: { run: { font: FONTS, size: 34, bold: true }, paragraph: { spacing: { after: 80 } } },
      },
    },
    sections: [
      {
        properties: { page: pageLayout() },
        footers: { default: new Footer({ children: [pageNumber()] }) },
        children: [...preamble(document, language), table(document, language)],
      },
    ],
  })
  return await Packer.pack(file, 'uint8array')
}

function pageLayout() {
  const { width, height, margin } = PAGE
  return {
    size: { width, height, orientation: PageOrientation.LANDSCAPE },
    margin: { top: margin, bottom: margin, left: margin, right: margin },
  }
}

function pageNumber(): Paragraph {
  const children = [PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES]
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    children: [new TextRun({ children, size: 16, color: QUIET })],
  })
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
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: Object.values(WIDTHS).reduce((sum, width) => sum + width), type: WidthType.DXA },
    columnWidths: Object.values(WIDTHS),
    borders: tableBorders(),
    margins: { top: 60, bottom: 60, left: 90, right: 90, marginUnitType: WidthType.DXA },
    rows: [
      head(language),
      ...document.segments.map((segment) => tableRow(segment, byRow.get(segment.row) ?? [], language)),
    ],
  })
}

function tableBorders() {
  const line = { style: BorderStyle.SINGLE, size: 4, color: 'BFBFBF' }
  const none = { style: BorderStyle.NONE, size: 0, color: 'auto' }
  return { top: line, bottom: line, left: none, right: none, insideHorizontal: line, insideVertical: none }
}

function head(language: ExportLanguage): TableRow {
  const { columns } = WORDS[language]
  const cells = (['row', 'zh', 'en', 'status', 'notes'] as const).map((column) =>
    cell(WIDTHS[column], [new Paragraph({ children: runs(columns[column], { bold: true }) })], 'EDE8E0'),
  )
  return new TableRow({ tableHeader: true, cantSplit: true, children: cells })
}

function tableRow(segment: ExportedSegment, discrepancies: ExportedDiscrepancy[], language: ExportLanguage): TableRow {
  const fill = FILLS[segment.kind]
  const marks = (side: Side) => discrepancies.flatMap((discrepancy) => discrepancy[side] ?? [])
  return new TableRow({
    cantSplit: true,
    children: [
      cell(WIDTHS.row, [new Paragraph({ children: rowNumber(segment) })], fill),
      cell(WIDTHS.zh, [passage(segment, 'zh', marks('zh'))], fill),
      cell(WIDTHS.en, [passage(segment, 'en', marks('en'))], fill),
      cell(WIDTHS.status, statusLines(segment, language), fill),
      cell(
        WIDTHS.notes,
        discrepancies.flatMap((discrepancy) => note(discrepancy, language)),
        fill,
      ),
    ],
  })
}

const FILLS: Partial<Record<ExportedSegment['kind'], string>> = {
  headline: 'F6F1E7',
  heading: 'F6F1E7',
  caption: 'F4F4F4',
  credit: 'F4F4F4',
  furniture: 'F4F4F4',
  'prevail-clause': 'F8EAE6',
}

function cell(width: number, paragraphs: Paragraph[], fill?: string): TableCell {
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    ...(fill ? { shading: { type: ShadingType.CLEAR, color: 'auto', fill } } : {}),
    // Word calls a cell without any paragraph damaged.
    children: paragraphs.length > 0 ? paragraphs : [new Paragraph({})],
  })
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

type Look = Omit<ConstructorParameters<typeof TextRun>[0] & object, 'text' | 'children' | 'break'>

function lookOf({ kind, label }: ExportedSegment, side: Side): Look {
  // The hint sets quotation marks and dots, which both scripts share, in the Chinese face.
  const script: Look = side === 'zh' ? { font: { ...FONTS, hint: 'eastAsia' } } : { language: { value: 'en-US' } }
  if (kind === 'headline') return { ...script, bold: true, size: 26 }
  if (kind === 'heading' || label) return { ...script, bold: true }
  if (kind === 'prevail-clause') return { ...script, bold: true, size: 18 }
  if (kind === 'credit' || kind === 'caption' || kind === 'furniture') return { ...script, color: QUIET, size: 18 }
  return script
}

/** One run a line. */
function runs(text: string, look: Look): TextRun[] {
  return speakable(text)
    .split(/\r\n|\n|\r/)
    .map((line, index) => new TextRun({ ...look, text: line, ...(index > 0 ? { break: 1 } : {}) }))
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
