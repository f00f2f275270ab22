/**
 * Marot TSV, the format MQM annotations are exchanged in (github.com/google-research/google-research/tree/master/marot;
 * the WMT human evaluations use it): ten columns a line, one line a marked error, the marked words between <v> and </v>,
 * and a line "no-error" for what a rater read and found right.
 *
 * A cell holds neither tabs nor line breaks. Each becomes one space, so that positions in the text stay what they are.
 * Categories are the MQM core's by their paths; names of the WMT typology that differ are read as ours.
 */
import type { Span } from '../bitext/text'
import { type DiscrepancyType, SEVERITIES, type Severity } from '../discrepancy/rules'

export const MAROT_COLUMNS = [
  'system',
  'doc',
  'docSegId',
  'globalSegId',
  'rater',
  'source',
  'target',
  'category',
  'severity',
  'metadata',
] as const

export type MarotError = { type: DiscrepancyType; severity: Severity; source: Span | null; target: Span | null }

export type MarotRow = {
  /** Of the file; 0 in rows that are to be written. */
  line: number
  system: string
  doc: string
  docSegId: string
  globalSegId: string
  rater: string
  /** Without the tags. */
  source: string
  target: string
  /** null: read, and nothing found. */
  error: MarotError | null
  metadata: Record<string, unknown>
}

export type MarotProblem = { line: number; why: 'columns' | 'category' | 'severity' | 'marks'; what: string }

const CATEGORIES: Record<DiscrepancyType, string> = {
  mistranslation: 'Accuracy/Mistranslation',
  number: 'Accuracy/Number',
  'date-time': 'Accuracy/Date-time',
  'entity-or-title': 'Accuracy/Entity',
  omission: 'Accuracy/Omission',
  addition: 'Accuracy/Addition',
  'over-translation': 'Accuracy/Over-translation',
  'under-translation': 'Accuracy/Under-translation',
  terminology: 'Terminology',
  grammar: 'Fluency/Grammar',
  typography: 'Fluency/Typography',
  spelling: 'Fluency/Spelling',
  'style-register': 'Fluency/Register',
  'governing-text-error': 'Source issue',
  'editorial-latitude': 'Editorial latitude',
}

/** By the last step of the path first, then by its first: "Terminology/Inconsistent", "Style/Awkward". */
const READ_AS: Record<string, DiscrepancyType> = {
  ...Object.fromEntries(
    Object.entries(CATEGORIES).map(([type, path]) => [named(path.split('/').at(-1) ?? path), type as DiscrepancyType]),
  ),
  ...Object.fromEntries((Object.keys(CATEGORIES) as DiscrepancyType[]).map((type) => [named(type), type])),
  'untranslated text': 'omission',
  'non translation': 'mistranslation',
  punctuation: 'typography',
  'character encoding': 'typography',
  style: 'style-register',
  'date format': 'date-time',
  'time format': 'date-time',
  'number format': 'number',
  'source error': 'governing-text-error',
}

function named(text: string): string {
  return text
    .toLowerCase()
    .replace(/[\s_-]+/g, ' ')
    .replace(/[!.]/g, '')
    .trim()
}

const NO_ERROR = 'no error'

export function toMarot(rows: readonly MarotRow[]): string {
  return `${[MAROT_COLUMNS.join('\t'), ...rows.map(lineOf)].join('\n')}\n`
}

function lineOf({ system, doc, docSegId, globalSegId, rater, source, target, error, metadata }: MarotRow): string {
  const kind = error ? [CATEGORIES[error.type], capital(error.severity)] : ['no-error', 'no-error']
  const texts = [tagged(source, error?.source ?? null), tagged(target, error?.target ?? null)]
  const cells = [system, doc, docSegId, globalSegId, rater, ...texts, ...kind].map(flat)
  // JSON writes tabs and breaks as \t and \n: nothing in it needs another escape.
  return [...cells, JSON.stringify(metadata)].join('\t')
}

/** As a cell holds it: the same length, on one line. */
export const flat = (text: string) => text.replace(/[\t\r\n\v\f\u0085\u2028\u2029]/g, ' ')
const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1)

function tagged(text: string, span: Span | null): string {
  return span ? `${text.slice(0, span.from)}<v>${text.slice(span.from, span.to)}</v>${text.slice(span.to)}` : text
}

/** What can be read, and the lines that cannot, each with its reason: nothing is passed over in silence. */
export function readMarot(tsv: string): { rows: MarotRow[]; problems: MarotProblem[] } {
  const rows: MarotRow[] = []
  const problems: MarotProblem[] = []
  for (const [at, text] of tsv
    .replace(/^\ufeff/, '')
    .split(/\r?\n/)
    .entries()) {
    if (text.trim() === '' || /^system\tdoc\b/.test(text)) continue
    const read = readLine(text, at + 1)
    if (read === 'no-rating') continue
    if ('why' in read) problems.push(read)
    else rows.push(read)
  }
  return { rows, problems }
}

function readLine(text: string, line: number): MarotRow | MarotProblem | 'no-rating' {
  const cells = text.split('\t')
  if (cells.length < 9) return { line, why: 'columns', what: String(cells.length) }
  const [system, doc, docSegId, globalSegId, rater, source, target, category, severity, metadata = ''] = cells
  // Lines that only carry metrics or references name no rater.
  if (rater === '') return 'no-rating'
  const marked = { source: untagged(source), target: untagged(target) }
  if (!marked.source || !marked.target) return { line, why: 'marks', what: source + target }
  const row = {
    ...{ line, system, doc, docSegId, globalSegId, rater, metadata: metadataOf(metadata) },
    ...{ source: marked.source.text, target: marked.target.text },
  }
  if (named(category) === NO_ERROR || named(severity) === NO_ERROR) return { ...row, error: null }
  const type = typeOf(category)
  if (!type) return { line, why: 'category', what: category }
  const grade = SEVERITIES.find((one) => one === named(severity))
  if (!grade) return { line, why: 'severity', what: severity }
  return { ...row, error: { type, severity: grade, source: marked.source.span, target: marked.target.span } }
}

function typeOf(category: string): DiscrepancyType | null {
  const path = category.split('/').map(named)
  return READ_AS[path.at(-1) ?? ''] ?? READ_AS[path[0]] ?? null
}

function untagged(text: string): { text: string; span: Span | null } | null {
  const from = text.indexOf('<v>')
  if (from < 0) return { text, span: null }
  const end = text.indexOf('</v>', from)
  if (end < 0) return null
  // Several marks of one error are read as the stretch from the first to the last.
  const last = text.lastIndexOf('</v>')
  const inside = text.slice(from + 3, last).replace(/<\/?v>/g, '')
  const span = inside === '' ? null : { from, to: from + inside.length }
  return { text: text.slice(0, from) + inside + text.slice(last + 4), span }
}

/** The column was once a free note. */
function metadataOf(text: string): Record<string, unknown> {
  if (text.trim() === '') return {}
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : { note: text }
  } catch {
    return { note: text }
  }
}
