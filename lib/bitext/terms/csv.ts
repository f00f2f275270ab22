/**
 * A termbase as CSV: one row a term, concepts held together by their id; cells that a spreadsheet would run are guarded as in the export of documents.
 * Also read: a plain glossary of two columns, Chinese and English, each row a concept.
 */
import { cell, unguarded } from '../interchange/csv'
import { parseRecords, type Record, readCsv, separatorOf } from '../interchange/read-csv'
import type { Side } from '../text'
import { type Concept, PARTS_OF_SPEECH, type ReadConcepts, refusedTerms, TERM_STATUSES, type Term } from './term'

const COLUMNS = [
  'concept',
  'language',
  'term',
  'status',
  'part_of_speech',
  'note',
  'source',
  'definition',
  'subject',
] as const

export function termsToCsv(concepts: readonly Concept[]): string {
  const rows = concepts.flatMap(({ id, definition, subject, terms }) =>
    terms.map(({ side, text, status, partOfSpeech = '', note, source }) => [
      id,
      side,
      text,
      status,
      partOfSpeech,
      note,
      source,
      definition,
      subject,
    ]),
  )
  return `\ufeff${[[...COLUMNS], ...rows].map((cells) => `${cells.map(cell).join(',')}\r\n`).join('')}`
}

export function readTermsCsv(csv: string): ReadConcepts {
  const text = csv.replace(/^\ufeff/, '')
  const read = parseRecords(text, separatorOf(text))
  if ('line' in read)
    return refusedTerms('open-quote', 'A quotation mark is opened on this line and never closed.', read.line)
  const [head, ...rows] = read.records.filter(({ cells }) => cells.some((one) => one !== ''))
  if (!head) return refusedTerms('empty', 'There are no rows in this table.')
  const columns = new Map(head.cells.map((name, at) => [name.trim().toLowerCase(), at]))
  if (!columns.has('term') || !columns.has('language')) return readGlossary(csv)
  return readRows(rows, (record, name) => {
    const at = columns.get(name)
    return unguarded((at === undefined ? '' : record.cells[at]) ?? '')
  })
}

type Cell = (record: Record, name: (typeof COLUMNS)[number]) => string

function readRows(rows: Record[], cellOf: Cell): ReadConcepts {
  const concepts = new Map<string, Concept>()
  for (const [at, row] of rows.entries()) {
    const side = cellOf(row, 'language').trim().toLowerCase().slice(0, 2)
    if (side !== 'zh' && side !== 'en')
      return refusedTerms(
        'term-language',
        `The language of a term is zh or en, not "${cellOf(row, 'language')}".`,
        row.line,
      )
    if (cellOf(row, 'term') === '') return refusedTerms('term-empty', 'A row has no term.', row.line)
    const id = cellOf(row, 'concept') || `row-${at + 1}`
    const concept = concepts.get(id) ?? { id, definition: '', subject: '', terms: [] }
    concept.definition ||= cellOf(row, 'definition')
    concept.subject ||= cellOf(row, 'subject')
    const term = readTerm(row, side, cellOf)
    if (!term)
      return refusedTerms(
        'term-status',
        `A status is ${TERM_STATUSES.join(', ')}, not "${cellOf(row, 'status')}".`,
        row.line,
      )
    concept.terms.push(term)
    concepts.set(id, concept)
  }
  return { ok: true, concepts: [...concepts.values()], notices: [] }
}

function readTerm(row: Record, side: Side, cellOf: Cell): Term | null {
  const status = TERM_STATUSES.find((one) => one === (cellOf(row, 'status').trim().toLowerCase() || 'preferred'))
  if (!status) return null
  const spoken = cellOf(row, 'part_of_speech')
  const partOfSpeech =
    PARTS_OF_SPEECH.find((one) => one.toLowerCase() === spoken.toLowerCase()) ?? (spoken ? 'other' : undefined)
  return {
    side,
    text: cellOf(row, 'term'),
    status,
    ...(partOfSpeech && { partOfSpeech }),
    note: cellOf(row, 'note'),
    source: cellOf(row, 'source'),
  }
}

function readGlossary(csv: string): ReadConcepts {
  const reading = readCsv(csv)
  if (!reading.ok) return reading
  const concepts = reading.segments.flatMap(({ id, zh, en }): Concept[] => {
    const terms = (
      [
        ['zh', zh],
        ['en', en],
      ] as const
    )
      .filter(([, text]) => text.trim() !== '')
      .map(([side, text]): Term => ({ side, text: text.trim(), status: 'preferred', note: '', source: '' }))
    return terms.length === 0 ? [] : [{ id, definition: '', subject: '', terms }]
  })
  return { ok: true, concepts, notices: reading.notices }
}
