/** For whoever watches over the server: 200 while the database answers, 503 otherwise. */
import { log } from '@/app/_server/log'
import { db } from '@/lib/db'

export const dynamic = 'force-dynamic'

export async function GET(): Promise<Response> {
  const headers = { 'cache-control': 'no-store' }
  try {
    await db.$queryRaw`SELECT 1`
    return Response.json({ status: 'ok' }, { headers })
  } catch (error) {
    log.error({ err: error }, 'the database does not answer')
    return Response.json({ status: 'database-unreachable' }, { status: 503, headers })
  }
}
