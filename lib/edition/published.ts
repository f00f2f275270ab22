/** A published edition as others are held against it. Whether its document was deleted since makes no difference. */
import type { ExportedDocument } from '../bitext/interchange/bitext-document'
import type { ErrataEdition } from '../bitext/interchange/errata'
import { db, type Transaction } from '../db'
import { AppError } from '../errors'
import { readCanonical } from './canonical'
import type { EditionInput } from './input'

export type PublishedEdition = {
  edition: ErrataEdition
  document: ExportedDocument
  /** SHA-256 of the edition before. */
  previous: string | null
  /** Its canonical form. */
  content: string
}

/** `number` left out: the last one. */
export async function findPublished(
  where: Pick<EditionInput, 'projectId' | 'documentId'> & { number?: number },
  tx: Transaction = db,
): Promise<PublishedEdition | null> {
  const select = { number: true, publishedAt: true, sha256: true, content: true } as const
  const found = await tx.edition.findFirst({ where, select, orderBy: { number: 'desc' } })
  if (!found) return null
  const { content, ...edition } = found
  const { document, previous } = readCanonical(content)
  return { edition, document, previous, content }
}

export async function getPublished(input: EditionInput): Promise<PublishedEdition> {
  const found = await findPublished(input)
  if (!found) throw new AppError('not-found', 'not-found')
  return found
}
