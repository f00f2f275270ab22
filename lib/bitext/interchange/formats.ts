/** Every form a document and its errata sheet can leave in, for those who offer the choice. */
import type { ExportedDocument } from './bitext-document'
import { toCsv } from './csv'
import { toDocx } from './docx'
import { type ErrataSheet, errataAsJson, errataAsPage } from './errata'
import { errataAsDocx } from './errata-docx'
import { toJson } from './json'
import { toHtmlPage } from './page'
import { toTmx } from './tmx'
import type { ExportLanguage } from './words'

export type ExportFormat = {
  id: string
  mediaType: string
  /** What follows the name of the file, dot and all; no two formats share one. */
  extension: string
  /** `language` is that of column heads and the like; the texts are what they are. */
  render(document: ExportedDocument, language: ExportLanguage): string | Uint8Array | Promise<Uint8Array>
}

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
const HTML = 'text/html; charset=utf-8'
const JSON_TYPE = 'application/json; charset=utf-8'

export const EXPORT_FORMATS = [
  {
    id: 'docx',
    mediaType: WORD,
    extension: '.docx',
    render: toDocx,
  },
  { id: 'tmx', mediaType: 'application/x-tmx+xml; charset=utf-8', extension: '.tmx', render: toTmx },
  { id: 'csv', mediaType: 'text/csv; charset=utf-8', extension: '.csv', render: toCsv },
  {
    id: 'html',
    mediaType: HTML,
    extension: '.html',
    render: (document, language) => toHtmlPage(document, { language, layout: 'side-by-side' }),
  },
  {
    id: 'html-en',
    mediaType: HTML,
    extension: '.en.html',
    render: (document, language) => toHtmlPage(document, { language, layout: 'english' }),
  },
  {
    id: 'html-zh',
    mediaType: HTML,
    extension: '.zh.html',
    render: (document, language) => toHtmlPage(document, { language, layout: 'chinese' }),
  },
  { id: 'json', mediaType: JSON_TYPE, extension: '.json', render: toJson },
] as const satisfies readonly ExportFormat[]

export type ExportFormatId = (typeof EXPORT_FORMATS)[number]['id']

export type ErrataFormat = Omit<ExportFormat, 'render'> & {
  render(sheet: ErrataSheet, language: ExportLanguage): string | Promise<Uint8Array>
}

export const ERRATA_FORMATS = [
  { id: 'errata', mediaType: HTML, extension: '.errata.html', render: errataAsPage },
  { id: 'errata-docx', mediaType: WORD, extension: '.errata.docx', render: errataAsDocx },
  { id: 'errata-json', mediaType: JSON_TYPE, extension: '.errata.json', render: errataAsJson },
] as const satisfies readonly ErrataFormat[]

export type ErrataFormatId = (typeof ERRATA_FORMATS)[number]['id']
