import { parse, route } from '@/app/_server/route'
import { FindInput, findSegments } from '@/lib/segment/find-segments'

/** `?text=正`: ids of the rows that contain it on either side. */
export const GET = route(({ actor, params, query }) =>
  findSegments(actor, parse(FindInput, { ...params, text: query.get('text') })),
)
