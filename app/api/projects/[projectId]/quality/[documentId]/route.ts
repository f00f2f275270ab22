import { attachment } from '@/app/_server/attachment'
import { parse, route } from '@/app/_server/route'
import { exportMarot } from '@/lib/quality/export-marot'
import { MarotInput } from '@/lib/quality/input'

/** What was marked in a document, as Marot TSV. */
export const GET = route(async ({ actor, params }) => {
  const { fileName, mediaType, body } = await exportMarot(actor, parse(MarotInput, params))
  return new Response(body, {
    headers: {
      'content-type': mediaType,
      'content-disposition': attachment(fileName),
      'cache-control': 'private, no-store',
      'x-content-type-options': 'nosniff',
    },
  })
})
