/** Files in, at most one text a side out. The same for the preview and for the import, so that what is shown is what is saved. */
import { createHash } from 'node:crypto'
import { type ReadOptions, readFile } from '../bitext/intake'
import type { Correction, Intake } from '../bitext/intake/block'
import type { Notice, Problem, Side } from '../bitext/text'
import { runInThread } from '../jobs/run-in-thread'
import { LARGEST_FILE, type SourceFile } from './input'

export type ReadText = { file: SourceFile; format: string; encoding: string; sha256: string; intake: Intake }

export type FileProblem = Problem & { fileName: string }

export type ReadFiles = { ok: true; texts: ReadText[] } | { ok: false; problems: FileProblem[] }

export async function readFiles(files: SourceFile[], corrections: Correction[] = []): Promise<ReadFiles> {
  const texts: ReadText[] = []
  const problems: FileProblem[] = []
  for (const file of files) {
    const read = await readOne(file, corrections)
    if (read.ok) texts.push(...read.texts)
    else problems.push(...read.problems)
  }
  if (problems.length === 0) problems.push(...sidesTwice(texts))
  return problems.length > 0 ? { ok: false, problems } : { ok: true, texts }
}

async function readOne(file: SourceFile, corrections: Correction[]): Promise<ReadFiles> {
  if (file.bytes.byteLength > LARGEST_FILE) return refuse(file, tooLarge())
  const reading = await understand(file.bytes, { fileName: file.fileName, side: file.side, corrections })
  if (!reading.ok)
    return { ok: false, problems: reading.problems.map((problem) => ({ ...problem, fileName: file.fileName })) }
  const { format, encoding, intakes } = reading
  const sha256 = createHash('sha256').update(file.bytes).digest('hex')
  return { ok: true, texts: intakes.map((intake) => ({ file, format, encoding, sha256, intake })) }
}

/** Up to here a file is understood faster than a thread is started. */
const BYTES_READ_HERE = 512 * 1024

const READ_FILE = { file: 'lib/bitext/intake/read-file.ts', name: 'readFile' }

/** A long file is read in a thread of its own, so that the server goes on answering. */
async function understand(bytes: Uint8Array, options: ReadOptions) {
  if (bytes.byteLength <= BYTES_READ_HERE) return await readFile(bytes, options)
  return await runInThread(READ_FILE, readFile, [bytes, options])
}

function refuse(file: SourceFile, problem: Notice): ReadFiles {
  return { ok: false, problems: [{ ...problem, fileName: file.fileName }] }
}

function tooLarge(): Notice {
  const megabytes = LARGEST_FILE / 1024 / 1024
  return {
    id: 'file-too-large',
    message: `The file is larger than ${megabytes} MB. Split it, or save it as plain text.`,
    values: { megabytes },
  }
}

function sidesTwice(texts: ReadText[]): FileProblem[] {
  const seen = new Set<Side>()
  return texts.flatMap(({ intake: { side }, file: { fileName } }) => {
    if (!seen.has(side)) {
      seen.add(side)
      return []
    }
    const language = side === 'zh' ? 'Chinese' : 'English'
    return [
      {
        id: 'side-twice',
        message: `Both files hold ${language} text. Take one of them away.`,
        values: { side },
        fileName,
      },
    ]
  })
}
