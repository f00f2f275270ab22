/** The errata sheet as a Word file (OOXML, by the docx package): its header, and a table a group with the head repeated on every page. */
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
  WidthType,
} from 'docx'
import type { Side } from '../text'
import {
  type ErrataGroup,
  type ErrataSheet,
  type Erratum,
  errataHeader,
  errataHeads,
  groupErrata,
  placeOf,
  reasonsOf,
  saysNone,
} from './errata'
import { LANGUAGE_TAGS } from './languages'
import { dayOf, type ExportLanguage, minuteOf, WORDS } from './words'
import { speakable } from './xml'

// A4 landscape, in twentieths of a point; the columns together are as wide as the page without its margins.
const PAGE = { width: 11906, height: 16838, margin: 850 }
const WIDTHS = [700, 2300, 1000, 3400, 3400, 1500, 2838]

const FONTS = { ascii: 'Cambria', hAnsi: 'Cambria', cs: 'Cambria', eastAsia: 'SimSun' }
const QUIET = '595959'
const ACCENT = '8C2F21'

export async function errataAsDocx(sheet: ErrataSheet, language: ExportLanguage): Promise<Uint8Array> {
  const words = WORDS[language]
  const groups = groupErrata(sheet.errata)
  const { width, height, margin } = PAGE
  const margins = { top: margin, bottom: margin, left: margin, right: margin }
  const file = new Document({
    title: speakable(`${words.errata.title}: ${sheet.document.title}`),
    creator: 'Duizhao',
    styles: {
      default: {
        document: { run: { font: FONTS, size: 20, language: { value: 'en-US', eastAsia: LANGUAGE_TAGS.zh } } },
        title: { run: { font: FONTS, size: 34, bold: true }, paragraph: { spacing: { after: 60 } } },
        heading2: {
          run: { font: FONTS, size: 24, bold: true },
          paragraph: { spacing: { before: 280, after: 100 }, keepNext: true },
        },
      },
    },
    sections: [
      {
        properties: { page: { size: { width, height, orientation: PageOrientation.LANDSCAPE }, margin: margins } },
        footers: { default: new Footer({ children: [pageNumber()] }) },
        children: [
          ...header(sheet, language),
          ...(groups.length === 0 ? [line(saysNone(sheet, language))] : []),
          ...groups.flatMap((group) => [
            new Paragraph({ heading: HeadingLevel.HEADING_2, children: runs(words.errata.groups[group.of]) }),
            table(group, sheet, language),
          ]),
          new Paragraph({
            spacing: { before: 200 },
            children: runs(`${words.exported} ${minuteOf(sheet.madeAt)}`, { size: 16, color: QUIET }),
          }),
        ],
      },
    ],
  })
  return await Packer.pack(file, 'uint8array')
}

function pageNumber(): Paragraph {
  const children = [PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES]
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    children: [new TextRun({ children, size: 16, color: QUIET })],
  })
}

function header(sheet: ErrataSheet, language: ExportLanguage): Paragraph[] {
  const { of, facts } = errataHeader(sheet, language)
  return [
    new Paragraph({ heading: HeadingLevel.TITLE, children: runs(WORDS[language].errata.title) }),
    line(sheet.document.title, { size: 24 }),
    line(of, { bold: true, ...(sheet.edition ? {} : { color: ACCENT }) }),
    ...facts.map((fact) => line(fact, { size: 16, color: QUIET })),
    new Paragraph({}),
  ]
}

function table({ errata }: ErrataGroup, sheet: ErrataSheet, language: ExportLanguage): Table {
  const rule = { style: BorderStyle.SINGLE, size: 4, color: 'BFBFBF' }
  const none = { style: BorderStyle.NONE, size: 0, color: 'auto' }
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: WIDTHS.reduce((sum, width) => sum + width), type: WidthType.DXA },
    columnWidths: WIDTHS,
    borders: { top: rule, bottom: rule, left: none, right: none, insideHorizontal: rule, insideVertical: none },
    margins: { top: 60, bottom: 60, left: 90, right: 90, marginUnitType: WidthType.DXA },
    rows: [
      new TableRow({
        tableHeader: true,
        cantSplit: true,
        children: errataHeads(language).map((head, at) => cell(at, [line(head, { bold: true })], 'EDE8E0')),
      }),
      ...errata.map((erratum) => tableRow(erratum, sheet, language)),
    ],
  })
}

function tableRow(erratum: Erratum, sheet: ErrataSheet, language: ExportLanguage): TableRow {
  const words = WORDS[language]
  const { number, side, was, is, decidedAt } = erratum
  const passage = (text: string, look: Look) =>
    text === '' ? line(words.errata.nothing, { color: QUIET }) : line(text, { ...scriptOf(side), ...look })
  const [kind = '', ...why] = reasonsOf(erratum, language)
  return new TableRow({
    cantSplit: true,
    children: [
      [line(number === null ? '–' : String(number))],
      [line(placeOf(erratum, sheet, language))],
      [line(words.sides[side])],
      [passage(was, { strike: true, color: ACCENT })],
      [passage(is, { bold: true })],
      [line(decidedAt ? dayOf(decidedAt) : '')],
      [line(kind, { bold: true }), ...why.map((reason) => line(reason))],
    ].map((paragraphs, at) => cell(at, paragraphs)),
  })
}

function cell(column: number, paragraphs: Paragraph[], fill?: string): TableCell {
  return new TableCell({
    width: { size: WIDTHS[column]!, type: WidthType.DXA },
    ...(fill ? { shading: { type: ShadingType.CLEAR, color: 'auto', fill } } : {}),
    children: paragraphs,
  })
}

type Look = Omit<ConstructorParameters<typeof TextRun>[0] & object, 'text' | 'children' | 'break'>

/** The hint sets quotation marks and dots, which both scripts share, in the Chinese face. */
function scriptOf(side: Side): Look {
  return side === 'zh' ? { font: { ...FONTS, hint: 'eastAsia' } } : { language: { value: 'en-US' } }
}

function line(text: string, look: Look = {}): Paragraph {
  return new Paragraph({ children: runs(text, look) })
}

/** One run a line. */
function runs(text: string, look: Look = {}): TextRun[] {
  return speakable(text)
    .split(/\r\n|\n|\r/)
    .map((part, index) => new TextRun({ ...look, text: part, ...(index > 0 ? { break: 1 } : {}) }))
}
