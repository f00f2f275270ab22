import { z } from 'zod'
import { parse, route } from '@/app/_server/route'
import { BASES, listBases } from '@/lib/revision/list-bases'

const Wanted = z.object({
  projectId: z.uuid(),
  ids: z.array(z.coerce.number().int().positive()).min(1).max(200),
  base: z.enum(BASES),
})

/** `?ids=12,13&base=first`: what the texts on screen are compared with. */
export const GET = route(({ actor, params, query }) =>
  listBases(actor, parse(Wanted, { ...params, ids: query.get('ids')?.split(','), base: query.get('base') })),
)
