import { attachment } from '@/app/_server/attachment'
import { parse, route } from '@/app/_server/route'
import { exportRegister } from '@/lib/register/export-register'
import { ExportRegisterInput } from '@/lib/register/input'

/** The register as a table to keep. */
export const GET = route(async ({ actor, params }) => {
  const { fileName, mediaType, body } = await exportRegister(actor, parse(ExportRegisterInput, params))
  return new Response(body, {
    headers: {
      'content-type': mediaType,
      'content-disposition': attachment(fileName),
      'cache-control': 'private, no-store',
      'x-content-type-options': 'nosniff',
    },
  })
})
