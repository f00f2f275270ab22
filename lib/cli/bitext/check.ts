/** `bitext check`: findings of every segment of a TMX or JSONL file and of the document as a whole; exit 1 when there are any. */
import { extname } from 'node:path'
import { z } from 'zod'
import { type CheckedSegment, checkDocument, type Finding, runChecks } from '../../bitext/check'
import { readTmx } from '../../bitext/interchange/read-tmx'
import { loadLexicon } from '../../lexicon'
import { type Command, readInput, type Terminal, UsageError, unreadable } from './command'

export const CheckCommand: Command = {
  name: 'check',
  usage: 'check FILE.tmx|FILE.jsonl [--format text|jsonl]',
  run: runCheck,
}

type Format = 'text' | 'jsonl'

async function runCheck(args: string[], terminal: Terminal): Promise<number> {
  const { path, format } = readArguments(args)
  const segments = await readSegments(path, terminal)
  const say = format === 'jsonl' ? asJson : asText
  const lines = listFindings(segments).map(([segment, found]) => say(segment, found))
  if (lines.length > 0) await terminal.say(`${lines.join('\n')}\n`)
  return lines.length > 0 ? 1 : 0
}

/** In the order of the segments: first what each says by itself, then what it says otherwise than the rest of the document. */
function listFindings(segments: CheckedSegment[]): [CheckedSegment, Finding][] {
  const oneSided = segments.every(({ zh }) => zh.trim() === '') || segments.every(({ en }) => en.trim() === '')
  // A file may use an id twice, so the places are counted here.
  const numbered = segments.map((segment, at) => ({ ...segment, id: String(at) }))
  const ofDocument = segments.map((): Finding[] => [])
  for (const { segmentId, ...found } of checkDocument(numbered, { lexicon: loadLexicon() }))
    ofDocument[Number(segmentId)]!.push(found)
  return segments.flatMap((segment, at) => {
    const neighbours = { before: segments[at - 1], after: segments[at + 1] }
    const found = [...runChecks(segment, { neighbours, oneSided }), ...ofDocument[at]!]
    return found.map((one): [CheckedSegment, Finding] => [segment, one])
  })
}

function readArguments(args: string[]): { path: string; format: Format } {
  const paths: string[] = []
  let format: Format = 'text'
  for (let at = 0; at < args.length; at += 1) {
    const arg = args[at]!
    if (arg === '--format' || arg.startsWith('--format=')) {
      const value = arg === '--format' ? args[++at] : arg.slice('--format='.length)
      if (value !== 'text' && value !== 'jsonl')
        throw new UsageError(`--format takes text or jsonl, not '${value ?? ''}'`)
      format = value
    } else if (arg.startsWith('--')) throw new UsageError(`check knows no option '${arg}'`)
    else paths.push(arg)
  }
  if (paths.length !== 1) throw new UsageError('check takes one file')
  return { path: paths[0]!, format }
}

async function readSegments(path: string, terminal: Terminal): Promise<CheckedSegment[]> {
  const text = decode(path, await readInput(path, terminal))
  if (extname(path).toLowerCase() === '.tmx' || /^\s*</.test(text)) return readXml(path, text)
  return readLines(path, text)
}

function decode(path: string, bytes: Uint8Array): string {
  const encoding =
    bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8'
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    const problem = { id: 'encoding', values: {}, message: 'the file is not text in UTF-8 or UTF-16' }
    throw unreadable(path, [problem])
  }
}

function readXml(path: string, text: string): CheckedSegment[] {
  const reading = readTmx(text)
  if (!reading.ok) throw unreadable(path, reading.problems)
  return reading.segments
}

const Line = z.object({
  id: z.union([z.string(), z.number()]).transform(String),
  zh: z.string(),
  en: z.string(),
  kind: z.string().optional(),
  label: z.boolean().optional(),
})

function readLines(path: string, text: string): CheckedSegment[] {
  return text.split('\n').flatMap((line, at) => (line.trim() === '' ? [] : [readLine(path, line, at + 1)]))
}

function readLine(path: string, line: string, number: number): CheckedSegment {
  const parsed = Line.safeParse(parseJson(path, line, number))
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  const message = `not { id, zh, en }: ${issue?.path.join('.') || 'the line'}: ${issue?.message ?? 'malformed'}`
  throw unreadable(path, [{ id: 'bad-line', values: {}, line: number, message }])
}

function parseJson(path: string, line: string, number: number): unknown {
  try {
    return JSON.parse(line)
  } catch (error) {
    throw unreadable(path, [
      { id: 'bad-line', values: {}, line: number, message: `not JSON: ${(error as Error).message}` },
    ])
  }
}

function asJson({ id }: CheckedSegment, { check, severity, zh, en, message, id: says, values }: Finding): string {
  const span = (where: Finding['zh']) => where && [where.from, where.to]
  return JSON.stringify({ id, check, severity, zh: span(zh), en: span(en), message, says, values })
}

function asText({ id }: CheckedSegment, { check, severity, message }: Finding): string {
  return `${id}\t${severity}\t${check}\t${message}`
}
