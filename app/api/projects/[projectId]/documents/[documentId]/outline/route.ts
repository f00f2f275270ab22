import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import { z } from 'zod'
import { parse, route } from '@/app/_server/route'
import { compactOutline } from '@/lib/segment/compact-outline'
import { getOutline } from '@/lib/segment/queries'

const Place = z.object({ projectId: z.uuid(), documentId: z.uuid() })

/** `?compact`: in runs and packed, as the review screen takes it. */
export const GET = route(async ({ actor, params, query, request }) => {
  const outline = await getOutline(actor, parse(Place, params))
  if (!query.has('compact')) return outline
  const compact = JSON.stringify(compactOutline(outline))
  const headers = { 'content-type': 'application/json', 'cache-control': 'private, no-store' }
  if (!request.headers.get('accept-encoding')?.includes('gzip')) return new Response(compact, { headers })
  const packed = await promisify(gzip)(compact, { level: 4 })
  return new Response(new Uint8Array(packed), {
    headers: { ...headers, 'content-encoding': 'gzip', vary: 'accept-encoding' },
  })
})
