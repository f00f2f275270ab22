/**
 * `bitext align ZH EN [--sentences] [--format json|tmx|csv|txt]`: aligns two files and writes the ladder of beads.
 *
 * With `--sentences` each line is one sentence, numbered from 0; an empty line is a sentence like any other, so that numbers are line
 * numbers, and only the end of the last line opens no further one. Without it the files are split into sentences first.
 */
import { align, type Bead } from '../../bitext/align'
import { splitSentences } from '../../bitext/sentences'
import type { Side } from '../../bitext/text'
import { loadLexicon } from '../../lexicon'
import { bitextDocument } from './align-document'
import { type Command, readInput, UsageError, unreadable } from './command'

const FORMATS = ['json', 'tmx', 'csv', 'txt'] as const
type Format = (typeof FORMATS)[number]
type Request = { paths: { zh: string; en: string }; sentences: boolean; format: Format }

export const AlignCommand: Command = {
  name: 'align',
  usage: 'align ZH EN [--sentences] [--format json|tmx|csv|txt]',
  async run(args) {
    const request = parse(args)
    const zh = await readSentences(request, 'zh')
    const en = await readSentences(request, 'en')
    const { beads, engine } = align(zh, en, { lexicon: loadLexicon() })
    process.stdout.write(await written(request, zh, en, beads, engine))
    return 0
  },
}

function parse(args: readonly string[]): Request {
  const paths: string[] = []
  let format: Format = 'json'
  let sentences = false
  for (let at = 0; at < args.length; at++) {
    const arg = args[at]!
    if (arg === '--sentences') sentences = true
    else if (arg === '--format') format = formatNamed(args[++at])
    else if (arg.startsWith('--')) throw new UsageError(`align knows no option ${arg}`)
    else paths.push(arg)
  }
  const [zh, en, ...more] = paths
  if (zh === undefined || en === undefined || more.length > 0) throw new UsageError('align wants two files')
  if (zh === '-' && en === '-') throw new UsageError('only one of the files can be standard input')
  return { paths: { zh, en }, sentences, format }
}

function formatNamed(name: string | undefined): Format {
  const format = FORMATS.find((known) => known === name)
  if (!format) throw new UsageError(`--format is one of ${FORMATS.join(', ')}${name ? `, not '${name}'` : ''}`)
  return format
}

async function readSentences({ paths, sentences }: Request, side: Side): Promise<string[]> {
  const text = decode(await readInput(paths[side]), paths[side])
  return sentences ? lines(text) : splitSentences(text, side).map((sentence) => sentence.text)
}

function decode(bytes: Uint8Array, path: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw unreadable(path, [{ id: 'not-utf-8', message: 'is not UTF-8 text', values: {} }])
  }
}

function lines(text: string): string[] {
  const all = text.split(/\r\n|\r|\n/)
  if (all.at(-1) === '') all.pop()
  return all
}

async function written(
  { paths, sentences, format }: Request,
  zh: readonly string[],
  en: readonly string[],
  beads: readonly Bead[],
  engine: string,
): Promise<string> {
  if (format === 'json') return `${JSON.stringify(sentences ? { beads, engine } : { zh, en, beads, engine })}\n`
  if (format === 'txt') return beads.map((bead) => `${joined(bead.zh, zh, '')}\t${joined(bead.en, en, ' ')}\n`).join('')
  return bitextDocument(format, paths, zh, en, beads)
}

/** A tab inside a sentence would open a column. */
function joined(indexes: readonly number[], sentences: readonly string[], between: string): string {
  return indexes.map((index) => sentences[index]!.replaceAll('\t', ' ')).join(between)
}
