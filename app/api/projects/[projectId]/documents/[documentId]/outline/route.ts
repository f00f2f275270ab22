import { z } from 'zod'
import { parse, route } from '@/app/_server/route'
import { compactOutline } from '@/lib/segment/compact-outline'
import { getOutline } from '@/lib/segment/queries'

const Place = z.object({ projectId: z.uuid(), documentId: z.uuid() })

/** `?compact`: in runs, as the review screen takes it. */
export const GET = route(async ({ actor, params, query }) => {
  const outline = await getOutline(actor, parse(Place, params))
  return query.has('compact') ? compactOutline(outline) : outline
})
