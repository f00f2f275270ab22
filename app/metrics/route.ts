/** How this process and the database fare, for Prometheus. To those who may not read it there is nothing here. */
import { databaseMetrics } from '@/lib/health/database-metrics'
import { PROMETHEUS_TYPE, prometheusText } from '@/lib/health/prometheus'
import { mayReadMetrics } from './may-read'
import { processMetrics } from './process-metrics'

export const dynamic = 'force-dynamic'

export async function GET(request: Request): Promise<Response> {
  if (!mayReadMetrics(request.headers)) return new Response('Not found.\n', { status: 404 })
  // While the database is away the rest is of all the more interest.
  const ofDatabase = await databaseMetrics().catch(() => [])
  return new Response(prometheusText([...processMetrics(), ...ofDatabase]), {
    headers: { 'content-type': PROMETHEUS_TYPE, 'cache-control': 'no-store' },
  })
}
