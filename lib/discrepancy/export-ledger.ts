/** The ledger as a file: what the filter shows, in the order it is shown, one note a row. */
import type { Actor } from '../auth/actor'
import { toCsvFile } from '../bitext/interchange'
import { getProject } from '../project/queries'
import type { ExportLedgerInput } from './input'
import { listLedger } from './ledger'
import type { LedgerEntry } from './queries'

type Cell = string | number | boolean | Date | null

/** Names that stay, whatever the interface calls them: scripts read these files. */
const COLUMNS: [name: string, value: (entry: LedgerEntry) => Cell][] = [
  ['document', ({ documentTitle }) => documentTitle],
  ['number', ({ number }) => number],
  ['row', ({ row }) => row],
  ['type', ({ type }) => type],
  ['severity', ({ severity }) => severity],
  ['state', ({ state }) => state],
  ['zh', ({ zhQuote }) => zhQuote],
  ['zh_still_there', ({ zhQuote, zhMarked }) => (zhQuote === '' ? null : zhMarked)],
  ['en', ({ enQuote }) => enQuote],
  ['en_still_there', ({ enQuote, enMarked }) => (enQuote === '' ? null : enMarked)],
  ['note', ({ note }) => note],
  ['raised_by', ({ raisedBy }) => raisedBy],
  ['raised_at', ({ raisedAt }) => raisedAt],
  ['proposed_by', ({ proposedBy }) => proposedBy],
  ['decision', ({ decision }) => decision],
  ['reason', ({ decisionNote }) => decisionNote],
  ['legal_effect', ({ legalEffect }) => legalEffect],
  ['decided_by', ({ decidedBy }) => decidedBy],
  ['decided_at', ({ decidedAt }) => decidedAt],
  ['mended', ({ decision, mended }) => (decision?.startsWith('mend') ? mended : null)],
  ['verified_by', ({ verifiedBy }) => verifiedBy],
  ['verified_at', ({ verifiedAt }) => verifiedAt],
  ['comments', ({ comments }) => comments],
  ['links', ({ links }) => links.map(({ url }) => url).join(' ')],
]

const MEDIA_TYPES = { csv: 'text/csv; charset=utf-8', json: 'application/json; charset=utf-8' } as const

export async function exportLedger(
  actor: Actor,
  { projectId, format, filter, sort, group }: ExportLedgerInput,
): Promise<{ fileName: string; mediaType: string; body: string }> {
  const project = await getProject(actor, projectId)
  const entries = await listLedger(actor, { projectId, filter, sort, group })
  return {
    fileName: `${project.name} – discrepancies.${format}`.replaceAll(/[/\\:*?"<>|\p{Cc}]/gu, '_'),
    mediaType: MEDIA_TYPES[format],
    body: format === 'csv' ? csvOf(entries) : jsonOf(project, entries),
  }
}

function csvOf(entries: readonly LedgerEntry[]): string {
  return toCsvFile([
    COLUMNS.map(([name]) => name),
    ...entries.map((entry) => COLUMNS.map(([, value]) => said(value(entry)))),
  ])
}

function said(cell: Cell): string {
  return cell instanceof Date ? cell.toISOString() : String(cell ?? '')
}

function jsonOf({ id, name }: { id: string; name: string }, entries: readonly LedgerEntry[]): string {
  const notes = entries.map((entry) => ({
    id: entry.id,
    ...Object.fromEntries(COLUMNS.map(([column, value]) => [column, value(entry)])),
    links: entry.links.map(({ url, title }) => ({ url, title })),
  }))
  return `${JSON.stringify({ format: 'duizhao-ledger', version: 1, project: { id, name }, notes }, null, 2)}\n`
}
