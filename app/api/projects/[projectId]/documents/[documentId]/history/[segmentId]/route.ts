import { z } from 'zod'
import { parse, route } from '@/app/_server/route'
import { getHistory } from '@/lib/revision/queries'

const Of = z.object({ projectId: z.uuid(), segmentId: z.coerce.number().int().positive() })

export const GET = route(({ actor, params }) => getHistory(actor, parse(Of, params)))
