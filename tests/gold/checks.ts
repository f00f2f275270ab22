/**
 * `npm run findings -- FILE… [--known LIST.csv]`: what the checks find. A FILE is gold JSON `{ zh, en, gold }`, whose beads
 * are the rows, or plain English text, a row a line. Prints the findings by check and per thousand rows; `--show` prints each with
 * its place, to be read and judged. With a list of known slips (columns line, start, end, class, quote), it counts those the findings mark, those
 * they name as the other form, and the findings that are on no list.
 */
import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { type CheckMessageId, sayCheckMessage } from '../../lib/bitext/check'
import { parseRecords } from '../../lib/bitext/interchange/read-csv'
import type { Span } from '../../lib/bitext/text'
import { type CheckedText, check, type Found } from '../../lib/finding/compute'
import { readGold } from './gold-file'

type Placed = Found & { row: CheckedText }
type Known = { line: number; from: number; to: number; what: string; quote: string }

export function rowsOf(path: string): CheckedText[] {
  if (path.endsWith('.json')) {
    const gold = readGold(path)
    if (!gold) throw new Error(`${path}: no gold of the form { zh, en, gold }`)
    return gold.gold.map(([zh, en], at) =>
      row(at, zh.map((place) => gold.zh[place]).join(''), en.map((place) => gold.en[place]).join(' ')),
    )
  }
  return readFileSync(path, 'utf8')
    .split('\n')
    .map((line, at) => row(at, '', line))
}

function row(at: number, zh: string, en: string): CheckedText {
  return { id: at + 1, zh, en, kind: 'point', label: false }
}

export function findingsIn(rows: readonly CheckedText[]): Placed[] {
  const brought = {
    oneSided: rows.every(({ zh }) => zh === ''),
    governing: 'zh' as const,
    termsVersion: 1,
    concepts: [],
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
  row.id === known.line && en !== null && en.from < known.to && en.to > known.from

/** A finding of two forms names the other one; the slip is in front of the reader as well. */
function names({ quote }: Known, { values }: Placed): boolean {
  const bare = (words: string) => words.toLowerCase().replace(/[^a-z0-9 ]+/g, '')
  const other = bare(String(values.other ?? ''))
  return other !== '' && (bare(quote).includes(other) || other.includes(bare(quote)))
}

export function against(known: readonly Known[], found: readonly Placed[]) {
  const marked = known.filter((one) => found.some((finding) => overlaps(one, finding)))
  const named = known.filter((one) => !marked.includes(one) && found.some((finding) => names(one, finding)))
  const missed = known.filter((one) => !marked.includes(one) && !named.includes(one))
  const further = found.filter((finding) => !known.some((one) => overlaps(one, finding)))
  return { marked, named, missed, further }
}

function say({ row, check: id, severity, says, values, zh, en }: Placed): string {
  const cut = (text: string, span: Span | null) =>
    span
      ? `${text.slice(Math.max(0, span.from - 15), span.from)}[${text.slice(span.from, span.to)}]${text.slice(span.to, span.to + 15)}`
      : ''
  return `  ${row.id} ${severity} ${id}: ${sayCheckMessage(says as CheckMessageId, values)} | ${cut(row.zh, zh)} | ${cut(row.en, en)}`
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
    const { marked, named, missed, further } = against(known, found)
    console.log(
      `  of ${known.length} known slips ${marked.length} are marked, ${named.length} named as the other form, ${missed.length} not found; ${further.length} findings are on no list`,
    )
    for (const { line, from, what, quote } of missed) console.log(`  not found ${line}:${from} ${what}: ${quote}`)
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
