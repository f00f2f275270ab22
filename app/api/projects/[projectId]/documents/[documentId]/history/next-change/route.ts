import { parse, route } from '@/app/_server/route'
import { FindChangeInput, findChange } from '@/lib/revision/find-change'

/** `?segmentId=12&direction=next`: the nearest row with changes that wait to be accepted. */
export const GET = route(({ actor, params, query }) =>
  findChange(
    actor,
    parse(FindChangeInput, { ...params, segmentId: query.get('segmentId'), direction: query.get('direction') }),
  ),
)
