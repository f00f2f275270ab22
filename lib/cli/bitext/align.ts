/**
 * `bitext align ZH EN [--sentences] [--embeddings] [--format json|tmx|csv|txt] [--confidence] [--confirmed FILE] [--cuts FILE] [--terms FILE]`:
 * aligns two files and writes the ladder of beads.
 *
 * With `--sentences` each line is one sentence, numbered from 0; an empty line is a sentence like any other, so that numbers are line
 * numbers, and only the end of the last line opens no further one. Without it the files are read as `bitext intake` reads them and split
 * into sentences; turns are hard anchors where both texts have as many, paragraphs soft ones. With `--embeddings` the sentences' vectors are asked for
 * as `lib/embedding` is set up by the environment; where they cannot be had, that is said on standard error and the files are aligned without.
 * `--confidence` adds it to txt as a third column. What the files of the last three options hold, `align-files.ts` says; `--cuts` takes the place of the turns.
 */
import type { Alignment, Bead } from '../../bitext/align'
import { decodeText } from '../../bitext/intake'
import type { Side } from '../../bitext/text'
import { alignTask, type WorkerTask } from '../../document/align-task'
import { findProvider } from '../../embedding'
import { bitextDocument } from './align-document'
import { readConfirmed, readCuts, readTerms } from './align-files'
import { readWorked, turnCuts, type Worked } from './align-reading'
import { type Command, readInput, type Terminal, UsageError, unreadable } from './command'

const FORMATS = ['json', 'tmx', 'csv', 'txt'] as const
type Format = (typeof FORMATS)[number]
type Guide = 'confirmed' | 'cuts' | 'terms'
type Request = {
  paths: { zh: string; en: string }
  sentences: boolean
  embeddings: boolean
  format: Format
  confidence: boolean
  guides: Partial<Record<Guide, string>>
}

export const AlignCommand: Command = {
  name: 'align',
  usage:
    'align ZH EN [--sentences] [--embeddings] [--format json|tmx|csv|txt] [--confidence] [--confirmed FILE] [--cuts FILE] [--terms FILE]',
  async run(args, terminal) {
    const request = parse(args)
    const zh = await readSide(request, 'zh', terminal)
    const en = await readSide(request, 'en', terminal)
    const { guides } = request
    const { beads, engine } = await aligned(
      {
        zh: zh.sentences,
        en: en.sentences,
        cuts: guides.cuts ? await readCuts(guides.cuts, terminal) : turnCuts(zh, en),
        ...(guides.confirmed && { confirmed: await readConfirmed(guides.confirmed, terminal) }),
        ...(guides.terms && { terms: await readTerms(guides.terms, terminal) }),
        ...(request.sentences ? {} : { paragraphs: { zh: zh.paragraphs, en: en.paragraphs } }),
      },
      request.embeddings,
    )
    await terminal.say(await written(request, zh.sentences, en.sentences, beads, engine))
    return 0
  },
}

/** What a guide says of sentences that are not there is wrong use. */
async function aligned(task: WorkerTask, embeddings: boolean): Promise<Alignment> {
  try {
    return await alignTask(task, {}, embeddings ? process.env : {})
  } catch (error) {
    if (error instanceof RangeError) throw new UsageError(error.message, false)
    throw error
  }
}

function parse(args: readonly string[]): Request {
  const paths: string[] = []
  let format: Format = 'json'
  let sentences = false
  let embeddings = false
  let confidence = false
  const guides: Request['guides'] = {}
  for (let at = 0; at < args.length; at++) {
    const arg = args[at]!
    if (arg === '--sentences') sentences = true
    else if (arg === '--embeddings') embeddings = embeddingsSetUp()
    else if (arg === '--format') format = formatNamed(args[++at])
    else if (arg === '--confidence') confidence = true
    else if (arg === '--confirmed' || arg === '--cuts' || arg === '--terms')
      guides[arg.slice(2) as Guide] = fileOf(arg, args[++at])
    else if (arg.startsWith('--')) throw new UsageError(`align knows no option ${arg}`)
    else paths.push(arg)
  }
  const [zh, en, ...more] = paths
  if (zh === undefined || en === undefined || more.length > 0) throw new UsageError('align wants two files')
  if (zh === '-' && en === '-') throw new UsageError('only one of the files can be standard input')
  if (confidence && format !== 'txt')
    throw new UsageError('--confidence goes with --format txt: the others have it anyway')
  return { paths: { zh, en }, sentences, embeddings, format, confidence, guides }
}

function fileOf(option: string, path: string | undefined): string {
  if (path === undefined || path.startsWith('--')) throw new UsageError(`${option} wants a file`)
  return path
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

async function readSide({ paths, sentences }: Request, side: Side, terminal: Terminal): Promise<Worked> {
  const path = paths[side]
  const bytes = await readInput(path, terminal)
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
  { paths, sentences, format, confidence }: Request,
  zh: readonly string[],
  en: readonly string[],
  beads: readonly Bead[],
  engine: string,
): Promise<string> {
  if (format === 'json') return `${JSON.stringify(sentences ? { beads, engine } : { zh, en, beads, engine })}\n`
  if (format === 'txt') return beads.map((bead) => `${line(bead, zh, en, confidence)}\n`).join('')
  return bitextDocument(format, paths, zh, en, beads)
}

function line(bead: Bead, zh: readonly string[], en: readonly string[], confidence: boolean): string {
  const columns = [joined(bead.zh, zh, ''), joined(bead.en, en, ' ')]
  return [...columns, ...(confidence ? [bead.confidence.toFixed(3)] : [])].join('\t')
}

/** A tab inside a sentence would open a column. */
function joined(indexes: readonly number[], sentences: readonly string[], between: string): string {
  return indexes.map((index) => sentences[index]!.replaceAll('\t', ' ')).join(between)
}
