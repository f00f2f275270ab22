/** `bitext sentences zh|en FILE`: one sentence a line. A sentence never holds a line break, so only white space is lost. */
import { decodeText, type FileFormat, readFile } from '../../bitext/intake'
import { splitSentences } from '../../bitext/sentences'
import { SIDES, type Side } from '../../bitext/text'
import { type Command, readInput, type Terminal, UsageError, unreadable } from './command'

export const SentencesCommand: Command = {
  name: 'sentences',
  usage: 'sentences zh|en FILE',
  async run(args, terminal) {
    const [side, path, ...more] = args
    if (!isSide(side))
      throw new UsageError(
        side === undefined ? 'sentences: zh or en, and a file' : `sentences: '${side}' is no language; zh or en`,
      )
    if (path === undefined || more.length > 0) throw new UsageError('sentences: one file')
    const text = await readText(path, side, terminal)
    const sentences = splitSentences(text, side)
    await terminal.say(sentences.map((sentence) => `${sentence.text}\n`).join(''))
    return 0
  },
}

function isSide(word: string | undefined): word is Side {
  return SIDES.some((side) => side === word)
}

const STRUCTURED: ReadonlySet<FileFormat> = new Set<FileFormat>(['html', 'md', 'docx'])

/** Plain text as it is; the visible text of the other formats. */
async function readText(path: string, side: Side, terminal: Terminal): Promise<string> {
  const bytes = await readInput(path, terminal)
  const read = await readFile(bytes, { fileName: path, side })
  if (!read.ok) throw unreadable(path, read.problems)
  if (STRUCTURED.has(read.format)) return read.texts[0]!.text
  const decoded = decodeText(bytes)
  if (!decoded.ok) throw unreadable(path, decoded.problems)
  return decoded.text
}
