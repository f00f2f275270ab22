import type { Actor } from '../auth/actor'
import { requireMember } from '../auth/require-member'
import { ERRATA_FORMATS, type ErrataFormatId, type ErrataSheet, EXPORT_FORMATS } from '../bitext/interchange'
import type { ExportLanguage } from '../bitext/interchange/words'
import { db } from '../db'
import { AppError } from '../errors'
import type { ExportInput } from './input'
import { loadExport } from './load-export'
import { getNextErrata } from './next-errata'
import { renderExport } from './render-export'

/** Of the time of a long export, about as much goes into reading the rows. */
const READ_SHARE = 0.2

export type ExportHooks = {
  onProgress?: (phase: 'collecting' | 'writing', share: number) => void
  signal?: AbortSignal
}

export type Exported = { fileName: string; mediaType: string; body: string | Uint8Array }

/** The document as it stands, or what its next errata sheet would say, in one of the formats of lib/bitext/interchange. Reads one moment of the database. */
export async function exportDocument(
  actor: Actor,
  { projectId, documentId, format, language }: ExportInput,
  { onProgress, signal }: ExportHooks = {},
): Promise<Exported> {
  await requireMember(actor, projectId, 'document.export')
  const wanted = EXPORT_FORMATS.find(({ id }) => id === format)
  const errata = ERRATA_FORMATS.find(({ id }) => id === format)
  if (errata) return await exportErrata(errata.id, await getNextErrata(actor, { projectId, documentId }), language)
  if (!wanted) throw new AppError('not-found', 'not-found')
  onProgress?.('collecting', 0)
  const document = await db.$transaction((tx) => loadExport(tx, actor, projectId, documentId), {
    isolationLevel: 'RepeatableRead',
  })
  onProgress?.('writing', READ_SHARE)
  const body = await renderExport(wanted.id, document, language, signal)
  return { fileName: `${fileStem(document.title)}${wanted.extension}`, mediaType: wanted.mediaType, body }
}

/** A sheet in one of the forms it can leave in. */
export async function exportErrata(
  format: ErrataFormatId,
  sheet: ErrataSheet,
  language: ExportLanguage,
): Promise<Exported> {
  const { mediaType, extension, render } = ERRATA_FORMATS.find(({ id }) => id === format)!
  const stem = `${fileStem(sheet.document.title)} ${sheet.number}`
  return { fileName: `${stem}${extension}`, mediaType, body: await render(sheet, language) }
}

/** A name every file system takes; Chinese letters stay. */
export function fileStem(title: string): string {
  const stem = title
    .replace(/[\p{Cc}\\/:*?"<>|]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  return stem.slice(0, 80).replace(/[. ]+$/, '') || 'document'
}
