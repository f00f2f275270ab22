import { z } from 'zod'
import { parse, route } from '@/app/_server/route'
import { listSegments, MOST_ROWS } from '@/lib/segment/queries'

const Rows = z.object({
  projectId: z.uuid(),
  documentId: z.uuid(),
  ids: z.array(z.coerce.number().int().positive()).min(1).max(MOST_ROWS),
})

/** `?ids=12,13,14`: rows as they come into view. */
export const GET = route(({ actor, params, query }) =>
  listSegments(actor, parse(Rows, { ...params, ids: query.get('ids')?.split(',') })),
)
