/**
 * `npm run findings -- FILE… [--known LIST.csv]`: what the checks find. A FILE is gold JSON `{ zh, en, gold }`, whose beads are the rows, or an English
 * text, which is taken in and cut into rows as the workbench does. Prints the findings by check and per thousand rows; `--show` prints each with its place, to
 * be read and judged. With a list of known slips (columns line, start, end, class, quote) it counts those a finding of their class marks, those it names
 * as the other form, those intake says or understands, those only a finding of another class touches, and the findings that are on no list.
 */
import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { type CheckMessageId, sayCheckMessage } from '../../lib/bitext/check'
import { intakeText } from '../../lib/bitext/intake'
import { parseRecords } from '../../lib/bitext/interchange/read-csv'
import type { Span } from '../../lib/bitext/text'
import { unitsOf } from '../../lib/document/units'
import { type CheckedText, check, type Found } from '../../lib/finding/compute'
import { readGold } from './gold-file'

/** `line` and `offset` (UTF-16 code units in the line) say where the English of a row begins in its file. */
type Row = CheckedText & { line: number; offset: number }
type Placed = Found & { row: Row }
type Known = { line: number; from: number; to: number; what: string; quote: string }

export function rowsOf(path: string): Row[] {
  if (!path.endsWith('.json')) return textRows(readFileSync(path, 'utf8'))
  const gold = readGold(path)
  if (!gold) throw new Error(`${path}: no gold of the form { zh, en, gold }`)
  return gold.gold.map(([zh, en], at) => ({
    id: at + 1,
    zh: zh.map((place) => gold.zh[place]).join(''),
    en: en.map((place) => gold.en[place]).join(' '),
    kind: 'point',
    label: false,
    line: at + 1,
    offset: 0,
  }))
}

function textRows(text: string): Row[] {
  const intake = intakeText(text, 'en')
  let at = 0
  return unitsOf(intake).map(({ block, text: en }, index) => {
    at = text.indexOf(en, at)
    const { kind, label } = intake.blocks[block]!
    const from = at
    at += en.length
    return { id: index + 1, zh: '', en, kind, label: label === true, ...placeIn(text, from) }
  })
}

function placeIn(text: string, at: number): { line: number; offset: number } {
  const before = text.slice(0, at)
  return { line: before.split('\n').length, offset: at - before.lastIndexOf('\n') - 1 }
}

/** Lines of which intake says something, or whose furniture, credits and clause it knows for what they are. */
function understoodLines(text: string): Set<number> {
  const { warnings, dropped, blocks, governing } = intakeText(text, 'en')
  const typed = blocks.filter(({ kind }) => ['credit', 'prevail-clause', 'caption', 'furniture'].includes(kind))
  const lines = [...warnings, ...dropped, ...typed, ...(governing ? [governing] : [])].map(({ line }) => line)
  // A warning of two places names both.
  const others = warnings.flatMap(({ values }) =>
    ['first', 'second', 'firstLine', 'secondLine'].map((key) => values[key]),
  )
  return new Set([...lines, ...others.filter((line) => typeof line === 'number')])
}

export function findingsIn(rows: readonly Row[]): Placed[] {
  const brought = {
    oneSided: rows.every(({ zh }) => zh === ''),
    governing: 'zh' as const,
    termsVersion: 1,
    concepts: [],
    register: [],
  }
  const { rows: own, whole } = check({ rows: [...rows], brought, places: rows.map((_, at) => at), whole: true })
  return rows.flatMap((one, at) =>
    [...own[at]!, ...(whole?.get(one.id) ?? [])].map((found) => ({ ...found, row: one })),
  )
}

function readKnown(path: string): Known[] {
  const parsed = parseRecords(readFileSync(path, 'utf8'), ',')
  if (!('records' in parsed)) throw new Error(`${path}: cannot be read as CSV`)
  const [head, ...records] = parsed.records
  return records
    .map(
      ({ cells }) =>
        (name: string) =>
          cells[head!.cells.indexOf(name)] ?? '',
    )
    .filter((cell) => cell('line') !== '')
    .map((cell) => ({
      line: Number(cell('line')),
      from: Number(cell('start')),
      to: Number(cell('end')),
      what: cell('class'),
      quote: cell('quote'),
    }))
}

const overlaps = (known: Known, { row, en }: Placed): boolean =>
  row.line === known.line && en !== null && en.from + row.offset < known.to && en.to + row.offset > known.from

/** Which classes of slips a check is about; a finding that only happens to stand there is no hit. */
const CLASSES: Record<string, readonly string[]> = {
  typography: ['typography'],
  'quote-style': ['typography'],
  quotations: ['typography'],
  brackets: ['typography'],
  'quoted-speech': ['typography'],
  parentheses: ['omission'],
  spelling: ['spelling', 'typography'],
  usage: ['grammar', 'accuracy', 'style', 'omission'],
  'repeated-words': ['grammar'],
  'person-titles': ['title'],
  'name-slips': ['name', 'title'],
  'name-variants': ['term'],
  'quoted-terms': ['term'],
  'spelled-variants': ['term', 'style', 'grammar'],
  consistency: ['term', 'style'],
  manner: ['style', 'edition', 'grammar', 'term'],
  enumerations: ['style'],
  numerals: ['accuracy', 'number'],
}
const isAbout = (known: Known, { check: id }: Placed): boolean => CLASSES[id]?.includes(known.what) ?? false
/** What is said or understood at import. */
const OF_INTAKE = new Set(['structure', 'edition', 'title'])

/** A finding of two forms names the other one; the slip is in front of the reader as well. */
function names({ quote }: Known, { values }: Placed): boolean {
  const bare = (words: string) => words.toLowerCase().replace(/[^a-z0-9 ]+/g, '')
  const other = bare(String(values.other ?? ''))
  return other !== '' && (bare(quote).includes(other) || other.includes(bare(quote)))
}

export function against(
  known: readonly Known[],
  found: readonly Placed[],
  understood: ReadonlySet<number> = new Set(),
) {
  const how = (one: Known) => {
    const touching = found.filter((finding) => overlaps(one, finding))
    if (touching.some((finding) => isAbout(one, finding))) return 'marked'
    if (found.some((finding) => isAbout(one, finding) && names(one, finding))) return 'named'
    if (OF_INTAKE.has(one.what) && understood.has(one.line)) return 'understood'
    return touching.length > 0 ? 'touched' : 'missed'
  }
  const judged = known.map((one) => ({ one, how: how(one) }))
  const only = (key: ReturnType<typeof how>) => judged.filter((each) => each.how === key).map(({ one }) => one)
  const further = found.filter((finding) => !known.some((one) => overlaps(one, finding) && isAbout(one, finding)))
  return {
    marked: only('marked'),
    named: only('named'),
    understood: only('understood'),
    touched: only('touched'),
    missed: only('missed'),
    further,
  }
}

function say({ row, check: id, severity, says, values, zh, en }: Placed): string {
  const cut = (text: string, span: Span | null) =>
    span
      ? `${text.slice(Math.max(0, span.from - 15), span.from)}[${text.slice(span.from, span.to)}]${text.slice(span.to, span.to + 15)}`
      : ''
  return `  ${row.line} ${severity} ${id}: ${sayCheckMessage(says as CheckMessageId, values)} | ${cut(row.zh, zh)} | ${cut(row.en, en)}`
}

function report(path: string, show: boolean, known: readonly Known[] | null): void {
  const rows = rowsOf(path)
  const started = performance.now()
  const found = findingsIn(rows)
  const took = performance.now() - started
  const byCheck = new Map<string, number>()
  for (const { check: id } of found) byCheck.set(id, (byCheck.get(id) ?? 0) + 1)
  const a1000 = ((found.length / rows.length) * 1000).toFixed(0)
  console.log(`${path}: ${rows.length} rows, ${found.length} findings (${a1000} per 1000 rows), ${took.toFixed(0)} ms`)
  console.log(
    `  ${[...byCheck]
      .sort((a, b) => b[1] - a[1])
      .map(([id, count]) => `${id} ${count}`)
      .join(', ')}`,
  )
  if (known) {
    const lines = path.endsWith('.json') ? new Set<number>() : understoodLines(readFileSync(path, 'utf8'))
    const { marked, named, understood, touched, missed, further } = against(known, found, lines)
    console.log(
      `  of ${known.length} known slips ${marked.length} are marked, ${named.length} named as the other form, ${understood.length} said or understood by intake, ${touched.length} only touched by a finding of another class, ${missed.length} not found; ${further.length} findings are on no list`,
    )
    const list = (what: string, slips: readonly Known[]) => {
      for (const { line, from, what: kind, quote } of slips) console.log(`  ${what} ${line}:${from} ${kind}: ${quote}`)
    }
    list('intake', understood)
    list('touched', touched)
    list('not found', missed)
  }
  if (show) for (const finding of found) console.log(say(finding))
}

if (process.argv[1] === import.meta.filename) {
  const args = process.argv.slice(2)
  const at = args.indexOf('--known')
  const known = at < 0 ? null : readKnown(args[at + 1]!)
  const paths = args.filter((arg, place) => !arg.startsWith('--') && (at < 0 || place !== at + 1))
  if (paths.length === 0) console.error(`${basename(import.meta.filename)}: name a gold JSON or a text`)
  for (const path of paths) report(path, args.includes('--show'), known)
  process.exitCode = paths.length > 0 ? 0 : 2
}
