/** Published editions, as pages show them and as files people keep. */
import type { Actor } from '../auth/actor'
import { requireMember } from '../auth/require-member'
import { EXPORT_FORMATS } from '../bitext/interchange'
import { db } from '../db'
import { AppError } from '../errors'
import { hashOf, readCanonical } from './canonical'
import { changesBetween, type EditionChange } from './changes'
import { type Exported, fileStem } from './export-document'
import type { EditionInput, ExportEditionInput } from './input'
import { renderExport } from './render-export'

export type EditionRow = {
  number: number
  rows: number
  changes: number
  note: string
  overrideReason: string
  sha256: string
  publishedBy: string
  publishedAt: Date
}

/** Newest first. */
export async function listEditions(
  actor: Actor,
  { projectId, documentId }: { projectId: string; documentId: string },
): Promise<EditionRow[]> {
  await requireMember(actor, projectId, 'project.read')
  const editions = await db.edition.findMany({
    where: { projectId, documentId, document: { deletedAt: null } },
    orderBy: { number: 'desc' },
    omit: { content: true },
    include: { publishedBy: { select: { user: { select: { name: true } } } } },
  })
  return editions.map(({ publishedBy, ...edition }) => ({ ...edition, publishedBy: publishedBy.user.name }))
}

export type EditionPage = EditionRow & {
  title: string
  /** The bytes still have the hash they were published with. */
  intact: boolean
  previous: string | null
  /** Against the edition before; none for the first. */
  differences: EditionChange[]
}

export async function getEdition(actor: Actor, input: EditionInput): Promise<EditionPage> {
  const { projectId, documentId, number } = input
  const editions = await listEditions(actor, { projectId, documentId })
  const edition = editions.find((one) => one.number === number)
  if (!edition) throw new AppError('not-found', 'not-found')
  const form = await formOf(input)
  const { document, previous } = readCanonical(form)
  const before = number > 1 ? readCanonical(await formOf({ ...input, number: number - 1 })).document : null
  return {
    ...edition,
    title: document.title,
    intact: hashOf(form) === edition.sha256,
    previous,
    differences: before ? changesBetween(before, document) : [],
  }
}

async function formOf({ projectId, documentId, number }: EditionInput): Promise<string> {
  const edition = await db.edition.findFirst({
    where: { projectId, documentId, number, document: { deletedAt: null } },
    select: { content: true },
  })
  if (!edition) throw new AppError('not-found', 'not-found')
  return edition.content
}

/** The edition itself (`edition`: its canonical form, the bytes the hash is of), or in any format a document can leave in. */
export async function exportEdition(actor: Actor, input: ExportEditionInput): Promise<Exported> {
  await requireMember(actor, input.projectId, 'document.export')
  const form = await formOf(input)
  const { document, number } = readCanonical(form)
  const stem = `${fileStem(document.title)} ${number}`
  if (input.format === 'edition') return { fileName: `${stem}.edition.json`, mediaType: 'application/json', body: form }
  const wanted = EXPORT_FORMATS.find(({ id }) => id === input.format)
  if (!wanted) throw new AppError('not-found', 'not-found')
  const body = await renderExport(wanted.id, document, input.language)
  return { fileName: `${stem}${wanted.extension}`, mediaType: wanted.mediaType, body }
}
