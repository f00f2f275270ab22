import { attachment } from '@/app/_server/attachment'
import { parse, route } from '@/app/_server/route'
import { getLocale } from '@/app/_server/texts'
import { exportEdition } from '@/lib/edition/export-edition'
import { ExportEditionInput } from '@/lib/edition/input'

/** A published edition as a file: its canonical form, or any format a document can leave in. */
export const GET = route(async ({ actor, params }) => {
  const language = (await getLocale()) === 'zh-CN' ? 'zh' : 'en'
  const { fileName, mediaType, body } = await exportEdition(actor, parse(ExportEditionInput, { ...params, language }))
  return new Response(typeof body === 'string' ? body : new Uint8Array(body), {
    headers: {
      'content-type': mediaType,
      'content-disposition': attachment(fileName),
      'cache-control': 'private, no-store',
      'x-content-type-options': 'nosniff',
    },
  })
})
