/**
 * The canonical form of an edition: one JSON text in UTF-8, written once and kept byte for byte. Its SHA-256 (FIPS 180-4) is
 * that of the file a person downloads, so `sha256sum` on any machine verifies it; each edition names the hash of the one
 * before, so that no edition of a document can be exchanged without all later ones.
 */
import { createHash } from 'node:crypto'
import type { ExportedDocument } from '../bitext/interchange/bitext-document'

const FORMAT = 'duizhao-edition'
const VERSION = 1

export type EditionContent = {
  number: number
  publishedAt: Date
  publishedBy: string
  note: string
  /** SHA-256 of the edition before; null for the first. */
  previous: string | null
  document: ExportedDocument
}

export function canonicalForm(content: EditionContent): string {
  return `${JSON.stringify({ format: FORMAT, version: VERSION, ...content })}\n`
}

export function hashOf(form: string): string {
  return createHash('sha256').update(form, 'utf8').digest('hex')
}

/** What was written by `canonicalForm`, with its dates. Throws for anything else. */
export function readCanonical(form: string): EditionContent {
  const { format, version, ...content } = JSON.parse(form, (key, value) =>
    typeof value === 'string' && DATES.has(key) ? new Date(value) : value,
  )
  if (format !== FORMAT || version !== VERSION) throw new Error(`not an edition of version ${VERSION}`)
  return content
}

const DATES = new Set(['publishedAt', 'exportedAt', 'receivedAt', 'raisedAt', 'decidedAt', 'changedAt'])
