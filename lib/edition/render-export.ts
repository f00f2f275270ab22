/** Writes a document in one of the formats; a long one in a thread of its own, so that the server goes on answering. */
import { EXPORT_FORMATS, type ExportFormatId } from '../bitext/interchange'
import type { ExportedDocument } from '../bitext/interchange/bitext-document'
import type { ExportLanguage } from '../bitext/interchange/words'
import { runInThread } from '../jobs/run-in-thread'

/** Up to here the slowest format (docx, under a millisecond a row) takes less than starting a thread does. */
const ROWS_WRITTEN_HERE = 500

const PLACE = { file: 'lib/edition/render-export.ts', name: 'render' }

export async function renderExport(
  format: ExportFormatId,
  document: ExportedDocument,
  language: ExportLanguage,
  signal?: AbortSignal,
) {
  if (document.segments.length <= ROWS_WRITTEN_HERE) return await render(format, document, language)
  return await runInThread(PLACE, render, [format, document, language], { signal })
}

export async function render(format: ExportFormatId, document: ExportedDocument, language: ExportLanguage) {
  const wanted = EXPORT_FORMATS.find(({ id }) => id === format)
  if (!wanted) throw new Error(`no format '${format}'`)
  return await wanted.render(document, language)
}
