/** The errata sheet as a Word file (OOXML, by the docx package): its header, and a table a group with the head repeated on every page. */
import { HeadingLevel, Paragraph, type Table } from 'docx'
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
import { ACCENT, type Look, line, QUIET, runs, scriptOf, wordFile, wordTable } from './word-sheet'
import { dayOf, type ExportLanguage, minuteOf, WORDS } from './words'

// In twentieths of a point; together as wide as the page without its margins.
const WIDTHS = [700, 2300, 1000, 3400, 3400, 1500, 2838]

export async function errataAsDocx(sheet: ErrataSheet, language: ExportLanguage): Promise<Uint8Array> {
  const words = WORDS[language]
  const groups = groupErrata(sheet.errata)
  const made = `${words.exported} ${minuteOf(sheet.madeAt)}`
  const children = [
    ...header(sheet, language),
    ...(groups.length === 0 ? [line(saysNone(sheet, language))] : []),
    ...groups.flatMap((group) => [
      new Paragraph({ heading: HeadingLevel.HEADING_2, children: runs(words.errata.groups[group.of]) }),
      table(group, sheet, language),
    ]),
    new Paragraph({ spacing: { before: 200 }, children: runs(made, { size: 16, color: QUIET }) }),
  ]
  return await wordFile(`${words.errata.title}: ${sheet.document.title}`, children)
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
  const rows = errata.map((erratum) => cellsOf(erratum, sheet, language).map((paragraphs) => ({ paragraphs })))
  return wordTable(WIDTHS, errataHeads(language), rows)
}

function cellsOf(erratum: Erratum, sheet: ErrataSheet, language: ExportLanguage): Paragraph[][] {
  const words = WORDS[language]
  const { number, side, was, is, decidedAt } = erratum
  const passage = (text: string, look: Look) =>
    text === '' ? line(words.errata.nothing, { color: QUIET }) : line(text, { ...scriptOf(side), ...look })
  const [kind = '', ...why] = reasonsOf(erratum, language)
  return [
    [line(number === null ? '–' : String(number))],
    [line(placeOf(erratum, sheet, language))],
    [line(words.sides[side])],
    [passage(was, { strike: true, color: ACCENT })],
    [passage(is, { bold: true })],
    [line(decidedAt ? dayOf(decidedAt) : '')],
    [line(kind, { bold: true }), ...why.map((reason) => line(reason))],
  ]
}
