/**
 * Reads bilingual CSV: our own, or any table with a Chinese and an English column.
 *
 * Columns are found by their names (zh, Chinese, 中文, zh-CN …; en, English, 英文 …); a table of two columns without
 * such names is told apart by its script. Commas, semicolons and tabs are understood as separators.
 */
import type { Side } from '../text'
import { unguarded } from './csv'
import { sideOfLanguage } from './languages'
import { type ReadSegments, refused, Tally, UniqueIds } from './read-segments'

export type Record = { line: number; cells: string[] }

type Columns = { zh: number | null; en: number | null; id: number | null; named: boolean }

/** The rows of `csv`, each with the id it has or else its number. Rows without any text are left out. */
export function readCsv(csv: string): ReadSegments {
  const text = csv.replace(/^\ufeff/, '')
  const read = parseRecords(text, separatorOf(text))
  if ('line' in read)
    return refused('open-quote', 'A quotation mark is opened on this line and never closed.', read.line)
  const records = read.records.filter(({ cells }) => cells.some((cell) => cell !== ''))
  const [first] = records
  if (!first) return refused('empty', 'There are no rows in this table.')
  const columns = namedColumns(first) ?? columnsByScript(records)
  if (!columns) {
    return refused(
      'no-columns',
      'No column of this table is named zh or en (or Chinese, English, 中文, 英文).',
      first.line,
    )
  }
  return asSegments(columns.named ? records.slice(1) : records, columns)
}

function asSegments(records: Record[], columns: Columns): ReadSegments {
  const ids = new UniqueIds()
  const tally = new Tally()
  const textOf = ({ cells }: Record, column: number | null) => unguarded((column === null ? '' : cells[column]) ?? '')
  const segments = records.flatMap((record, index) => {
    const zh = textOf(record, columns.zh)
    const en = textOf(record, columns.en)
    if (zh === '' && en === '' && columns.id === null) return []
    const wanted = textOf(record, columns.id) || String(index + 1)
    const id = ids.claim(wanted)
    if (id !== wanted) tally.add('repeated-id', record.line, 'rows had an id that was taken and got one of their own')
    return [{ id, zh, en }]
  })
  return { ok: true, segments, notices: tally.notices() }
}

const COLUMN_NAMES: { [name: string]: Side | 'id' } = {
  chinese: 'zh',
  中文: 'zh',
  汉语: 'zh',
  english: 'en',
  英文: 'en',
  英语: 'en',
  id: 'id',
}

function namedColumns({ cells }: Record): Columns | null {
  const columns: Columns = { zh: null, en: null, id: null, named: true }
  cells.forEach((cell, index) => {
    const name = cell.trim().toLowerCase()
    const column = Object.hasOwn(COLUMN_NAMES, name) ? COLUMN_NAMES[name]! : sideOfColumn(name)
    if (column) columns[column] ??= index
  })
  return columns.zh === null && columns.en === null ? null : columns
}

/** zh, zh-CN, en_US; not "zh_paragraph". */
function sideOfColumn(name: string): Side | null {
  return /^[a-z]{2,3}(?:[-_][a-z]{2,4}){0,2}$/.test(name) ? sideOfLanguage(name) : null
}

function columnsByScript(records: Record[]): Columns | null {
  if (records.some(({ cells }) => cells.length !== 2)) return null
  const chinese = [0, 1].map((column) => records.filter(({ cells }) => /\p{Script=Han}/u.test(cells[column]!)).length)
  if (chinese[0] === chinese[1]) return null
  const zh = chinese[0]! > chinese[1]! ? 0 : 1
  return { zh, en: 1 - zh, id: null, named: false }
}

/** The candidate that stands most often on the first line, outside quotation marks. */
export function separatorOf(text: string): string {
  const bare = text.slice(0, 10_000).replace(/"[^"]*"/g, '""')
  const [line = ''] = bare.split(/\r\n|\n|\r/, 1)
  const count = (separator: string) => line.split(separator).length
  return [',', ';', '\t'].reduce((best, next) => (count(next) > count(best) ? next : best))
}

/** RFC 4180; a quotation mark that does not begin a cell stands for itself, text after a closing one is kept. */
export function parseRecords(text: string, separator: string): { records: Record[] } | { line: number } {
  const records: Record[] = []
  const piece = new RegExp(`"([^"]*(?:""[^"]*)*)("?)([^${separator}\\r\\n]*)|[^${separator}\\r\\n]*`, 'y')
  let record: Record | null = null
  let line = 1
  // An open record goes on behind its separator even where the text ends: that cell is empty.
  for (let at = 0; at < text.length || record; ) {
    record ??= { line, cells: [] }
    piece.lastIndex = at
    const [raw = '', quoted, closing, rest = ''] = piece.exec(text) ?? []
    if (quoted !== undefined && closing === '') return { line }
    record.cells.push(quoted === undefined ? raw : quoted.replaceAll('""', '"') + rest)
    line += lineEndsIn(raw)
    at += raw.length
    if (text[at] === separator) at++
    else {
      records.push(record)
      record = null
      line++
      at += text.startsWith('\r\n', at) ? 2 : 1
    }
  }
  return { records }
}

function lineEndsIn(text: string): number {
  return text.split(/\r\n|\n|\r/).length - 1
}
