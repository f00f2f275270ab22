/**
 * `bitext align ZH EN [--sentences] [--embeddings] [--format json|tmx|csv|txt]`: aligns two files and writes the ladder of beads.
 *
 * With `--sentences` each line is one sentence, numbered from 0; an empty line is a sentence like any other, so that numbers are line
 * numbers, and only the end of the last line opens no further one. Without it the files are read as `bitext intake` reads them and split
 * into sentences; turns are hard anchors where both texts have as many, paragraphs soft ones. With `--embeddings` the sentences' vectors are asked for
 * as `lib/embedding` is set up by the environment; where they cannot be had, that is said on standard error and the files are aligned without.
 */
import type { Bead } from '../../bitext/align'
import { decodeText } from '../../bitext/intake'
import type { Side } from '../../bitext/text'
import { alignTask } from '../../document/align-task'
import { findProvider } from '../../embedding'
import { bitextDocument } from './align-document'
import { readWorked, turnCuts, type Worked } from './align-reading'
import { type Command, readInput, UsageError, unreadable } from './command'

const FORMATS = ['json', 'tmx', 'csv', 'txt'] as const
type Format = (typeof FORMATS)[number]
type Request = { paths: { zh: string; en: string }; sentences: boolean; embeddings: boolean; format: Format }

export const AlignCommand: Command = {
  name: 'align',
  usage: 'align ZH EN [--sentences] [--embeddings] [--format json|tmx|csv|txt]',
  async run(args) {
    const request = parse(args)
    const zh = await readSide(request, 'zh')
    const en = await readSide(request, 'en')
    const { beads, engine } = await alignTask(
      {
        zh: zh.sentences,
        en: en.sentences,
        cuts: turnCuts(zh, en),
        ...(request.sentences ? {} : { paragraphs: { zh: zh.paragraphs, en: en.paragraphs } }),
      },
      {},
      request.embeddings ? process.env : {},
    )
    process.stdout.write(await written(request, zh.sentences, en.sentences, beads, engine))
    return 0
  },
}

function parse(args: readonly string[]): Request {
  const paths: string[] = []
  let format: Format = 'json'
  let sentences = false
  let embeddings = false
  for (let at = 0; at < args.length; at++) {
    const arg = args[at]!
    if (arg === '--sentences') sentences = true
    else if (arg === '--embeddings') embeddings = embeddingsSetUp()
    else if (arg === '--format') format = formatNamed(args[++at])
    else if (arg.startsWith('--')) throw new UsageError(`align knows no option ${arg}`)
    else paths.push(arg)
  }
  const [zh, en, ...more] = paths
  if (zh === undefined || en === undefined || more.length > 0) throw new UsageError('align wants two files')
  if (zh === '-' && en === '-') throw new UsageError('only one of the files can be standard input')
  return { paths: { zh, en }, sentences, embeddings, format }
}

function embeddingsSetUp(): true {
  if (findProvider()) return true
  throw new UsageError('--embeddings wants DUIZHAO_EMBEDDINGS_URL or DUIZHAO_EMBEDDINGS_FOLDER to be set', false)
}

function formatNamed(name: string | undefined): Format {
  const format = FORMATS.find((known) => known === name)
  if (!format) throw new UsageError(`--format is one of ${FORMATS.join(', ')}${name ? `, not '${name}'` : ''}`)
  return format
}

async function readSide({ paths, sentences }: Request, side: Side): Promise<Worked> {
  const path = paths[side]
  const bytes = await readInput(path)
  if (!sentences) return await readWorked(bytes, path, side)
  const decoded = decodeText(bytes)
  if (!decoded.ok) throw unreadable(path, decoded.problems)
  return { sentences: lines(decoded.text), paragraphs: [], turns: [] }
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
