import { attachment } from '@/app/_server/attachment'
import { parse, route } from '@/app/_server/route'
import { exportTerms } from '@/lib/termbase/export-terms'
import { ExportTermsInput } from '@/lib/termbase/input'

/** The termbase as a file to keep. */
export const GET = route(async ({ actor, params }) => {
  const { fileName, mediaType, body } = await exportTerms(actor, parse(ExportTermsInput, params))
  return new Response(body, {
    headers: {
      'content-type': mediaType,
      'content-disposition': attachment(fileName),
      'cache-control': 'private, no-store',
      'x-content-type-options': 'nosniff',
    },
  })
})
