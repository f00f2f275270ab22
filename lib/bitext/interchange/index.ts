export type { ExportedDiscrepancy, ExportedDocument, ExportedSegment } from './bitext-document'
export { toCsv, toCsvFile } from './csv'
export { ROW_ID_PREFIX, toDocx } from './docx'
export {
  ERRATA_GROUPS,
  type ErrataGroup,
  type ErrataSheet,
  type Erratum,
  errataAsJson,
  errataAsPage,
  groupErrata,
} from './errata'
export { errataAsDocx } from './errata-docx'
export { ERRATA_FORMATS, type ErrataFormatId, EXPORT_FORMATS, type ExportFormat, type ExportFormatId } from './formats'
export { toJson } from './json'
export { type PageOptions, toHtmlPage } from './page'
export { readCsv } from './read-csv'
export type { ReadSegment, ReadSegments } from './read-segments'
export { readTmx } from './read-tmx'
export { toTmx } from './tmx'
export type { ExportLanguage } from './words'
