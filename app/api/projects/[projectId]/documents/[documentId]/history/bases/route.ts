import { z } from 'zod'
import { parse, route } from '@/app/_server/route'
import { BASE_NAMES } from '@/lib/revision/bases'
import { listTracked } from '@/lib/revision/list-tracked'

const Wanted = z.object({
  projectId: z.uuid(),
  ids: z.array(z.coerce.number().int().positive()).min(1).max(200),
  base: z.enum(BASE_NAMES),
})

/** `?ids=12,13&base=first`: what changed in these rows since then, and by whom. */
export const GET = route(({ actor, params, query }) =>
  listTracked(actor, parse(Wanted, { ...params, ids: query.get('ids')?.split(','), base: query.get('base') })),
)
