import { z } from 'zod'
import { parse, route } from '@/app/_server/route'
import { getPairingMap } from '@/lib/alignment/explain-pairing'

const Place = z.object({ projectId: z.uuid(), documentId: z.uuid() })

/** How sure the program is of every row, and where moved English stands. */
export const GET = route(({ actor, params }) => getPairingMap(actor, parse(Place, params)))
