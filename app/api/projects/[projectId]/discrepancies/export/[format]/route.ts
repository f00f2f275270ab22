import { attachment } from '@/app/_server/attachment'
import { parse, route } from '@/app/_server/route'
import { exportLedger } from '@/lib/discrepancy/export-ledger'
import { ExportLedgerInput } from '@/lib/discrepancy/input'

/** What the ledger's filter shows, as a file to keep. */
export const GET = route(async ({ actor, params, query }) => {
  const { sort, group, view: _, page: __, ...filter } = Object.fromEntries(query)
  const input = parse(ExportLedgerInput, { ...params, filter, sort, group })
  const { fileName, mediaType, body } = await exportLedger(actor, input)
  return new Response(body, {
    headers: {
      'content-type': mediaType,
      'content-disposition': attachment(fileName),
      'cache-control': 'private, no-store',
      'x-content-type-options': 'nosniff',
    },
  })
})
