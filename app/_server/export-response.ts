/** A file to keep; or, where it takes long, 202 with the job that writes it. What the workbench itself says in it is in the reader's language. */
import type { Actor } from '@/lib/auth/actor'
import { AskExportInput } from '@/lib/edition/input'
import { askExport } from '@/lib/queue/ask-export'
import { attachment } from './attachment'
import { parse } from './route'
import { getLocale } from './texts'
import { ensureWorker } from './worker'

export async function exportResponse(actor: Actor, params: Record<string, string>): Promise<Response> {
  const language = (await getLocale()) === 'zh-CN' ? 'zh' : 'en'
  const asked = await askExport(actor, parse(AskExportInput, { ...params, language }))
  if ('file' in asked) return fileResponse({ ...asked.file, bytes: asked.file.body })
  await ensureWorker()
  return Response.json(asked, { status: 202, headers: { 'cache-control': 'private, no-store' } })
}

type Kept = { fileName: string; mediaType: string; bytes: string | Uint8Array }

export function fileResponse({ fileName, mediaType, bytes }: Kept): Response {
  return new Response(typeof bytes === 'string' ? bytes : new Uint8Array(bytes), {
    headers: {
      'content-type': mediaType,
      'content-disposition': attachment(fileName),
      'cache-control': 'private, no-store',
      'x-content-type-options': 'nosniff',
    },
  })
}
