import { z } from 'zod'
import { parse, route } from '@/app/_server/route'
import { readFilter, soughtOf } from '@/lib/view/filter'
import { findRows } from '@/lib/view/find-rows'

const Place = z.object({ projectId: z.uuid(), documentId: z.uuid() })

/** `?text=正&in=zh`: ids of the rows that answer to the part of a filter only the server can judge. */
export const GET = route(({ actor, params, query }) =>
  findRows(actor, { ...parse(Place, params), sought: soughtOf(readFilter(query)) }),
)
