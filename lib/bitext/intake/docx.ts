/**
 * Word files to their visible lines. A .docx is a zip: its entries are counted and inflated under a cap before anything else
 * opens it, so that a bomb costs a moment and not the machine. What is then read is text and structure only
 * (mammoth, which fetches nothing here); pictures, macros, fields and embedded objects are left out.
 */
import mammoth from 'mammoth'
import { type Entry, fromBuffer, type ZipFile } from 'yauzl'
import type { Problem, Reading } from '../text'
import type { ExtractedLine } from './extracted'
import { readHtml } from './html'

const MOST_ENTRIES = 10_000
const MOST_INFLATED = 100 * 1024 * 1024
/** Text and marks of a document of thousands of pages; more than this takes minutes to parse. */
const MOST_DOCUMENT = 40 * 1024 * 1024
/** Real Word XML shrinks to a twentieth; a bomb to a thousandth. */
const MOST_RATIO = 300
const RATIO_MATTERS = 4 * 1024 * 1024

const DOCUMENT = 'word/document.xml'

export async function readDocx(bytes: Uint8Array): Promise<Reading<{ lines: ExtractedLine[] }>> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const problem = await inspect(buffer)
  if (problem) return { ok: false, problems: [problem] }
  try {
    const { value } = await mammoth.convertToHtml(
      { buffer },
      {
        convertImage: mammoth.images.imgElement(async () => ({ src: '' })),
        externalFileAccess: false,
        styleMap: [
          "p[style-name='Title'] => h1:fresh",
          "p[style-name='Subtitle'] => h2:fresh",
          "p[style-name='Caption'] => figcaption:fresh",
        ],
      },
    )
    return { ok: true, lines: readHtml(value) }
  } catch (error) {
    return { ok: false, problems: [broken(String(error instanceof Error ? error.message : error))] }
  }
}

/** What speaks against opening the file, found by walking it under a cap. */
async function inspect(buffer: Buffer): Promise<Problem | null> {
  try {
    return await walk(await openZip(buffer))
  } catch (error) {
    return error instanceof Refused ? error.problem : broken(String(error instanceof Error ? error.message : error))
  }
}

class Refused extends Error {
  constructor(readonly problem: Problem) {
    super(problem.message)
  }
}

function openZip(buffer: Buffer): Promise<ZipFile> {
  return new Promise((resolve, reject) => {
    fromBuffer(buffer, { lazyEntries: true, validateEntrySizes: true }, (error, zip) =>
      error ? reject(error) : resolve(zip),
    )
  })
}

async function walk(zip: ZipFile): Promise<Problem | null> {
  if (zip.entryCount > MOST_ENTRIES) throw new Refused(bomb())
  let inflated = 0
  let hasDocument = false
  for await (const entry of entriesOf(zip)) {
    refuseDeclared(entry, inflated)
    const isDocument = entry.fileName === DOCUMENT
    hasDocument ||= isDocument
    inflated += await measure(zip, entry, MOST_INFLATED - inflated)
  }
  return hasDocument ? null : notWord()
}

async function* entriesOf(zip: ZipFile): AsyncGenerator<Entry> {
  let wake: () => void = () => {}
  let failure: Error | null = null
  let ended = false
  let found: Entry | null = null
  zip.on('entry', (entry: Entry) => {
    found = entry
    wake()
  })
  zip.on('end', () => {
    ended = true
    wake()
  })
  zip.on('error', (error: Error) => {
    failure = error
    wake()
  })
  while (true) {
    found = null
    const woken = new Promise<void>((resolve) => {
      wake = resolve
    })
    zip.readEntry()
    await woken
    if (failure) throw failure
    if (ended || !found) return
    yield found
  }
}

function refuseDeclared(
  { fileName, uncompressedSize, compressedSize, generalPurposeBitFlag }: Entry,
  inflated: number,
): void {
  if (generalPurposeBitFlag & 1)
    throw new Refused({ id: 'docx-locked', message: 'The Word file is protected with a password', values: {} })
  if (inflated + uncompressedSize > MOST_INFLATED) throw new Refused(bomb())
  if (fileName === DOCUMENT && uncompressedSize > MOST_DOCUMENT) throw new Refused(bomb())
  if (uncompressedSize > RATIO_MATTERS && uncompressedSize > compressedSize * MOST_RATIO) throw new Refused(bomb())
}

/** Inflates an entry and throws it away: what it declares may be a lie. */
function measure(zip: ZipFile, entry: Entry, most: number): Promise<number> {
  return new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => {
      if (error) return reject(error)
      let size = 0
      let head = ''
      stream.on('data', (chunk: Buffer) => {
        size += chunk.length
        if (head.length < 1024) head += chunk.toString('latin1', 0, 1024)
        if (size > most) stream.destroy(new Refused(bomb()))
        else if (/<!DOCTYPE|<!ENTITY/i.test(head) && /\.(?:xml|rels)$/.test(entry.fileName))
          stream.destroy(new Refused(notWord()))
      })
      stream.on('error', reject)
      stream.on('end', () => resolve(size))
    })
  })
}

function bomb(): Problem {
  return {
    id: 'docx-too-large',
    message: 'The Word file unpacks to more than we read (100 MB); it may be a zip bomb',
    values: { most: 100 },
  }
}

function notWord(): Problem {
  return { id: 'not-docx', message: 'This is a zip archive, but not a Word file (.docx)', values: {} }
}

function broken(detail: string): Problem {
  return {
    id: 'docx-broken',
    message: `The Word file cannot be read: it is damaged or not a .docx (${detail})`,
    values: { detail },
  }
}
