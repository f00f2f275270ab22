import type { Actor } from '../auth/actor'
import { requireMember } from '../auth/require-member'
import { ERRATA_FORMATS, EXPORT_FORMATS } from '../bitext/interchange'
import { AppError } from '../errors'
import { errataSheet } from './errata-sheet'
import { type Exported, type ExportHooks, exportErrata, fileStem } from './export-document'
import type { ExportEditionInput } from './input'
import { findPublished, getPublished } from './published'
import { renderExport } from './render-export'

/**
 * The edition itself (`edition`: its canonical form, the bytes the hash is of), its errata sheet, or its document in any
 * format a document can leave in. For ever, also when the document was deleted.
 */
export async function exportEdition(
  actor: Actor,
  input: ExportEditionInput,
  { onProgress, signal }: ExportHooks = {},
): Promise<Exported> {
  await requireMember(actor, input.projectId, 'document.export')
  const { format, language, number, ...place } = input
  const { content, edition, document } = await getPublished({ ...place, number })
  const errata = ERRATA_FORMATS.find(({ id }) => id === format)
  if (errata) {
    const previous = await findPublished({ ...place, number: number - 1 })
    return await exportErrata(errata.id, errataSheet({ edition, number, document, previous }), language)
  }
  const stem = `${fileStem(document.title)} ${number}`
  if (format === 'edition') return { fileName: `${stem}.edition.json`, mediaType: 'application/json', body: content }
  const wanted = EXPORT_FORMATS.find(({ id }) => id === format)
  if (!wanted) throw new AppError('not-found', 'not-found')
  onProgress?.('writing', 0)
  const body = await renderExport(wanted.id, document, language, signal)
  return { fileName: `${stem}${wanted.extension}`, mediaType: wanted.mediaType, body }
}
