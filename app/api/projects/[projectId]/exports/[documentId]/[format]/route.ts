import { attachment } from '@/app/_server/attachment'
import { parse, route } from '@/app/_server/route'
import { getLocale } from '@/app/_server/texts'
import { exportDocument } from '@/lib/edition/export-document'
import { ExportInput } from '@/lib/edition/input'

/** A document as a file to keep. What the workbench itself says in it is in the reader's language. */
export const GET = route(async ({ actor, params }) => {
  const language = (await getLocale()) === 'zh-CN' ? 'zh' : 'en'
  const { fileName, mediaType, body } = await exportDocument(actor, parse(ExportInput, { ...params, language }))
  return new Response(typeof body === 'string' ? body : new Uint8Array(body), {
    headers: {
      'content-type': mediaType,
      'content-disposition': attachment(fileName),
      'cache-control': 'private, no-store',
      'x-content-type-options': 'nosniff',
    },
  })
})
