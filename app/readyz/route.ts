/** Whether this process should get requests: 200, or 503 and what is missing. Without a worker people can work, and imports wait. */
import { join } from 'node:path'
import { getReadiness } from '@/lib/health/readiness'

export const dynamic = 'force-dynamic'

export async function GET(): Promise<Response> {
  const ready = await getReadiness(join(process.cwd(), 'prisma/migrations'))
  const status = ready.database && ready.migrations && ready.worker ? 200 : 503
  return Response.json(ready, { status, headers: { 'cache-control': 'no-store' } })
}
