/**
 * Writes and reads a document as CSV (RFC 4180): one row a segment, every cell quoted, CRLF between rows, and a byte
 * order mark at the start, without which Excel takes UTF-8 for the local code page and shows no Chinese.
 *
 * A cell that a spreadsheet would run as a formula (it begins with = + - @, one of their full-width forms, tab or a
 * line end) gets an apostrophe in front, after OWASP's advice on CSV injection. So does one that begins with an
 * apostrophe followed by any of these, or by another apostrophe; the reader takes the apostrophe away again
 * exactly there, so nothing is lost and 'tis stays 'tis.
 */
import type { ExportedDocument, ExportedSegment } from './bitext-document'

const COLUMNS: [name: string, value: (segment: ExportedSegment) => string | number | null][] = [
  ['row', ({ row }) => row],
  ['id', ({ id }) => id],
  ['kind', ({ kind }) => kind],
  ['speaker_zh', ({ speakerZh }) => speakerZh],
  ['speaker_en', ({ speakerEn }) => speakerEn],
  ['zh', ({ zh }) => zh],
  ['en', ({ en }) => en],
  ['status', ({ status }) => status],
  ['flags', ({ flags }) => flags.join(' ')],
  ['zh_paragraph', ({ zhParagraph }) => zhParagraph],
  ['en_paragraph', ({ enParagraph }) => enParagraph],
  ['changed_at', ({ changedAt }) => changedAt?.toISOString() ?? ''],
  ['changed_by', ({ changedBy }) => changedBy ?? ''],
]

const BYTE_ORDER_MARK = '\ufeff'

export function toCsv(document: ExportedDocument): string {
  const header = COLUMNS.map(([name]) => name)
  const rows = document.segments.map((segment) => COLUMNS.map(([, value]) => String(value(segment) ?? '')))
  return toCsvFile([header, ...rows])
}

/** Rows of cells as a whole file, guarded and marked as above. */
export function toCsvFile(rows: readonly (readonly string[])[]): string {
  return BYTE_ORDER_MARK + rows.map((cells) => `${cells.map(cell).join(',')}\r\n`).join('')
}

export function cell(text: string): string {
  return `"${guarded(text).replaceAll('"', '""')}"`
}

const RISKY = '[=+\\-@＝＋－＠\\t\\r\\n]'
const NEEDS_GUARD = new RegExp(`^'*${RISKY}|^''`)
const GUARDED = new RegExp(`^'(?='*${RISKY}|')`)

function guarded(text: string): string {
  return NEEDS_GUARD.test(text) ? `'${text}` : text
}

/** The cell as it was before `toCsv` guarded it. */
export function unguarded(text: string): string {
  return text.replace(GUARDED, '')
}
