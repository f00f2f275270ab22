/**
 * A register as CSV: one row an entry, and one more for each further title of a person. Several forms stand in one cell, the standing one first, parted by
 * upright strokes. Reading our own file changes nothing; a table made by hand needs a kind (in English or Chinese) and a name in one language.
 */
import { toCsvFile, unguarded } from '../interchange/csv'
import { parseRecords, type Record, separatorOf } from '../interchange/read-csv'
import {
  type EntryKind,
  type Forms,
  LONGEST_FORM,
  MOST_FORMS,
  MOST_TITLES,
  type ReadRegister,
  type RegisterEntry,
} from './entry'

const COLUMNS = ['id', 'kind', 'zh', 'en', 'title_zh', 'title_en', 'note'] as const

type Column = (typeof COLUMNS)[number]

export function registerToCsv(entries: readonly RegisterEntry[]): string {
  const rows = entries.flatMap(({ id, kind, zh, en, titles, note }) =>
    (titles.length > 0 ? titles : [{ zh: [], en: [] }]).map((title) => [
      id,
      kind,
      joined(zh),
      joined(en),
      joined(title.zh),
      joined(title.en),
      note,
    ]),
  )
  return toCsvFile([[...COLUMNS], ...rows])
}

function joined(forms: readonly string[]): string {
  return forms.join(' | ')
}

function parted(cell: string): string[] {
  const forms = cell
    .split(/[|｜]/)
    .map((form) => form.trim())
    .filter((form) => form !== '')
  return [...new Set(forms)]
}

const KINDS: readonly [EntryKind, RegExp][] = [
  ['person', /^(?:person|people|name|人物|人名|人员)$/i],
  ['title', /^(?:title|office|post|职务|职位|头衔)$/i],
  ['outlet', /^(?:outlet|media|media outlet|媒体|机构)$/i],
  ['place', /^(?:place|location|地名|地点)$/i],
]

const NAMES: { [name: string]: Column } = {
  类别: 'kind',
  类型: 'kind',
  type: 'kind',
  中文: 'zh',
  chinese: 'zh',
  英文: 'en',
  english: 'en',
  中文职务: 'title_zh',
  英文职务: 'title_en',
  备注: 'note',
}

export function readRegisterCsv(csv: string): ReadRegister {
  const text = csv.replace(/^\ufeff/, '')
  const read = parseRecords(text, separatorOf(text))
  if ('line' in read)
    return refused('open-quote', 'A quotation mark is opened on this line and never closed.', read.line)
  const [head, ...rows] = read.records.filter(({ cells }) => cells.some((one) => one.trim() !== ''))
  if (!head) return refused('empty', 'There are no rows in this table.')
  const columns = columnsOf(head)
  if (!columns.has('kind') || !(columns.has('zh') || columns.has('en')))
    return refused('register-columns', 'The table needs a column “kind” and one of “zh” and “en”.', head.line)
  return readRows(rows, (record, column) => unguarded(record.cells[columns.get(column) ?? -1] ?? '').trim())
}

function columnsOf({ cells }: Record): Map<Column, number> {
  const columns = new Map<Column, number>()
  cells.forEach((cell, at) => {
    const name = cell.trim().toLowerCase()
    const column = COLUMNS.find((one) => one === name) ?? (Object.hasOwn(NAMES, name) ? NAMES[name] : undefined)
    if (column && !columns.has(column)) columns.set(column, at)
  })
  return columns
}

type Cell = (record: Record, column: Column) => string

function readRows(rows: readonly Record[], cellOf: Cell): ReadRegister {
  const entries = new Map<string, RegisterEntry>()
  for (const row of rows) {
    const kind = KINDS.find(([, names]) => names.test(cellOf(row, 'kind')))?.[0]
    if (!kind)
      return refused(
        'register-kind',
        `A kind is person, title, outlet or place, not "${cellOf(row, 'kind')}".`,
        row.line,
      )
    const [zh, en] = [parted(cellOf(row, 'zh')), parted(cellOf(row, 'en'))]
    if (zh.length + en.length === 0)
      return refused('register-nameless', 'A row has no name in either language.', row.line)
    const title = { zh: parted(cellOf(row, 'title_zh')), en: parted(cellOf(row, 'title_en')) }
    if ([zh, en, title.zh, title.en].some(isTooMuch))
      return refused(
        'register-long',
        `A form has at most ${LONGEST_FORM} characters, an entry ${MOST_FORMS} forms.`,
        row.line,
      )
    const id = cellOf(row, 'id')
    const key = id || JSON.stringify([kind, zh, en])
    const entry = entries.get(key) ?? { id, kind, zh, en, titles: [], note: cellOf(row, 'note') }
    if (kind === 'person' && title.zh.length + title.en.length > 0) entry.titles.push(title)
    if (entry.titles.length > MOST_TITLES)
      return refused('register-titles', `A person has at most ${MOST_TITLES} titles.`, row.line)
    entries.set(key, entry)
  }
  return { ok: true, entries: [...entries.values()], notices: [] }
}

function isTooMuch(forms: Forms['zh']): boolean {
  return forms.length > MOST_FORMS || forms.some((form) => form.length > LONGEST_FORM)
}

function refused(id: string, message: string, line?: number): ReadRegister {
  return { ok: false, problems: [{ id, message, values: {}, ...(line === undefined ? {} : { line }) }] }
}
