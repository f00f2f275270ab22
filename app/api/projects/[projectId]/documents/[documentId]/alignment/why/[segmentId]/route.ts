import { z } from 'zod'
import { parse, route } from '@/app/_server/route'
import { explainPairing } from '@/lib/alignment/explain-pairing'

const Row = z.object({ projectId: z.uuid(), documentId: z.uuid(), segmentId: z.coerce.number().int().positive() })

/** What ties the two texts of a row. */
export const GET = route(({ actor, params }) => explainPairing(actor, parse(Row, params)))
