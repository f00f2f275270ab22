import { attachment } from '@/app/_server/attachment'
import { type Asked, parse, route } from '@/app/_server/route'
import { requireMember } from '@/lib/auth/require-member'
import { AppError } from '@/lib/errors'
import { exportMarot } from '@/lib/quality/export-marot'
import { importMarot, previewMarot } from '@/lib/quality/import-marot'
import { LARGEST_MAROT_FILE, MarotFileInput, MarotInput } from '@/lib/quality/input'

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

/** A Marot file as the body: what it would write down, or with `?keep` does. */
export const POST = route(async (asked) => {
  const { actor, params, query } = asked
  // The right is asked for before the body is read.
  await requireMember(actor, params.projectId ?? '', 'discrepancy.raise')
  const input = parse(MarotFileInput, { ...params, tsv: await readText(asked) })
  return query.has('keep') ? await importMarot(actor, input) : await previewMarot(actor, input)
})

async function readText({ request }: Asked): Promise<string> {
  const chunks: Uint8Array[] = []
  let size = 0
  const reader = request.body?.getReader()
  while (reader) {
    const { done, value } = await reader.read()
    if (done) break
    size += value.byteLength
    if (size > LARGEST_MAROT_FILE) throw new AppError('invalid', 'marot-file')
    chunks.push(value)
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks))
  } catch {
    throw new AppError('invalid', 'marot-file')
  }
}
