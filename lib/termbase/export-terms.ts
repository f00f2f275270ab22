import type { Actor } from '../auth/actor'
import { requireMember } from '../auth/require-member'
import { termsToCsv, toTbx } from '../bitext/terms'
import type { ExportTermsInput, TermFormat } from './input'
import { readConcepts } from './read-concepts'

const TBX = 'application/x-tbx'
const KINDS: Record<TermFormat, { extension: string; mediaType: string }> = {
  tbx: { extension: 'tbx', mediaType: TBX },
  'tbx-dct': { extension: 'tbx', mediaType: TBX },
  'tbx-v2': { extension: 'tbx', mediaType: TBX },
  csv: { extension: 'csv', mediaType: 'text/csv; charset=utf-8' },
}

/** The whole termbase as a file; reading it back changes nothing. */
export async function exportTerms(actor: Actor, { projectId, format }: ExportTermsInput) {
  await requireMember(actor, projectId, 'document.export')
  const concepts = await readConcepts(projectId)
  const { extension, mediaType } = KINDS[format]
  const style = format === 'tbx' ? 'dca' : format === 'tbx-dct' ? 'dct' : 'v2'
  const body = format === 'csv' ? termsToCsv(concepts) : toTbx(concepts, style)
  return { fileName: `termbase.${extension}`, mediaType, body }
}
