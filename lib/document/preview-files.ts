import type { Actor } from '../auth/actor'
import { requireMember } from '../auth/require-member'
import type { Intake } from '../bitext/intake/block'
import type { Side } from '../bitext/text'
import type { PreviewInput } from './input'
import { type FileProblem, type ReadText, readFiles } from './read-files'

export type PreviewedFile = {
  fileName: string
  format: string
  encoding: string
  sha256: string
  size: number
  sides: Side[]
}

export type Preview =
  | { ok: true; files: PreviewedFile[]; intakes: Intake[]; suggestedTitle: string }
  | { ok: false; problems: FileProblem[] }

/** What would be understood of these files. Nothing is kept. */
export async function previewFiles(actor: Actor, { projectId, files }: PreviewInput): Promise<Preview> {
  await requireMember(actor, projectId, 'document.import')
  const read = await readFiles(files)
  if (!read.ok) return read
  return {
    ok: true,
    files: files.map((file) => summary(read.texts.filter((text) => text.file === file))),
    intakes: read.texts.map(({ intake }) => intake),
    suggestedTitle: suggestTitle(read.texts),
  }
}

function summary(texts: ReadText[]): PreviewedFile {
  const [{ file, format, encoding, sha256 }] = texts
  return {
    fileName: file.fileName,
    format,
    encoding,
    sha256,
    size: file.bytes.byteLength,
    sides: texts.map(({ intake }) => intake.side),
  }
}

/** The headline of the English or else of the Chinese; without one the first line; without any text the name of the file. */
function suggestTitle(texts: ReadText[]): string {
  const english = texts.filter(({ intake }) => intake.side === 'en')
  const blocks = [...english, ...texts].flatMap(({ intake }) => intake.blocks)
  const title = blocks.find((block) => block.kind === 'headline') ?? blocks[0]
  return (title?.text ?? texts[0]?.file.fileName ?? '').replace(/\s+/g, ' ').slice(0, 200)
}
