/**
 * What every Word file of ours has in common: A4 landscape with its pages counted, the faces for both scripts, and a table as wide as the page whose head is
 * repeated on every page. Characters XML cannot hold become U+FFFD.
 */
import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
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
import { LANGUAGE_TAGS } from './languages'
import { speakable } from './xml'

// A4, in twentieths of a point; the columns of a table together are as wide as the page without its margins.
const PAGE = { width: 11906, height: 16838, margin: 850 }

const FONTS = { ascii: 'Cambria', hAnsi: 'Cambria', cs: 'Cambria', eastAsia: 'SimSun' }
export const QUIET = '595959'
export const ACCENT = '8C2F21'
const HEAD = 'EDE8E0'

/** The file with `children` on its pages. */
export async function wordFile(title: string, children: (Paragraph | Table)[]): Promise<Uint8Array> {
  const { width, height, margin } = PAGE
  const file = new Document({
    title: speakable(title),
    creator: 'Duizhao',
    styles: {
      default: {
        document: { run: { font: FONTS, size: 20, language: { value: 'en-US', eastAsia: LANGUAGE_TAGS.zh } } },
        title: { run: { font: FONTS, size: 34, bold: true }, paragraph: { spacing: { after: 80 } } },
        heading2: {
          run: { font: FONTS, size: 24, bold: true },
          paragraph: { spacing: { before: 280, after: 100 }, keepNext: true },
        },
      },
    },
    sections: [
      {
        properties: {
          page: {
            size: { width, height, orientation: PageOrientation.LANDSCAPE },
            margin: { top: margin, bottom: margin, left: margin, right: margin },
          },
        },
        footers: { default: new Footer({ children: [pageNumber()] }) },
        children,
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

type Cells = { paragraphs: Paragraph[]; fill?: string }[]

/** `widths` are those of the columns; a row is not split between pages. */
export function wordTable(widths: readonly number[], heads: readonly string[], rows: readonly Cells[]): Table {
  const rule = { style: BorderStyle.SINGLE, size: 4, color: 'BFBFBF' }
  const none = { style: BorderStyle.NONE, size: 0, color: 'auto' }
  const row = (cells: Cells, tableHeader: boolean) =>
    new TableRow({
      ...(tableHeader && { tableHeader }),
      cantSplit: true,
      children: cells.map((one, at) => cell(widths[at]!, one)),
    })
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: widths.reduce((sum, width) => sum + width), type: WidthType.DXA },
    columnWidths: [...widths],
    borders: { top: rule, bottom: rule, left: none, right: none, insideHorizontal: rule, insideVertical: none },
    margins: { top: 60, bottom: 60, left: 90, right: 90, marginUnitType: WidthType.DXA },
    rows: [
      row(
        heads.map((head) => ({ paragraphs: [line(head, { bold: true })], fill: HEAD })),
        true,
      ),
      ...rows.map((cells) => row(cells, false)),
    ],
  })
}

function cell(width: number, { paragraphs, fill }: Cells[number]): TableCell {
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    ...(fill ? { shading: { type: ShadingType.CLEAR, color: 'auto', fill } } : {}),
    // Word calls a cell without any paragraph damaged.
    children: paragraphs.length > 0 ? paragraphs : [new Paragraph({})],
  })
}

export type Look = Omit<ConstructorParameters<typeof TextRun>[0] & object, 'text' | 'children' | 'break'>

/** The hint sets quotation marks and dots, which both scripts share, in the Chinese face. */
export function scriptOf(side: Side): Look {
  return side === 'zh' ? { font: { ...FONTS, hint: 'eastAsia' } } : { language: { value: 'en-US' } }
}

export function line(text: string, look: Look = {}): Paragraph {
  return new Paragraph({ children: runs(text, look) })
}

/** One run a line. */
export function runs(text: string, look: Look = {}): TextRun[] {
  return speakable(text)
    .split(/\r\n|\n|\r/)
    .map((part, index) => new TextRun({ ...look, text: part, ...(index > 0 ? { break: 1 } : {}) }))
}
