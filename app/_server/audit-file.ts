/** The log as a download, streamed a page at a time. */
import { readSearch } from '@/app/_ui/audit/audit-log'
import { AuditExportInput } from '@/lib/audit/input'
import { exportAudit } from '@/lib/audit/queries'
import type { Actor } from '@/lib/auth/actor'
import { attachment } from './attachment'
import { parse } from './route'

const TYPES = { csv: 'text/csv; charset=utf-8', jsonl: 'application/x-ndjson; charset=utf-8' } as const

export async function auditFile(actor: Actor, projectId: string | null, query: URLSearchParams): Promise<Response> {
  const { filter } = readSearch(Object.fromEntries(query))
  const input = parse(AuditExportInput, { ...filter, projectId, format: query.get('format') })
  const parts = await exportAudit(actor, input)
  const encoder = new TextEncoder()
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { value, done } = await parts.next()
      if (done) controller.close()
      else controller.enqueue(encoder.encode(value))
    },
  })
  return new Response(body, {
    headers: {
      'content-type': TYPES[input.format],
      'content-disposition': attachment(`audit.${input.format}`),
      'cache-control': 'private, no-store',
      'x-content-type-options': 'nosniff',
    },
  })
}
