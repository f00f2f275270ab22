import { z } from 'zod'
import { parse, route } from '@/app/_server/route'
import { listCredits } from '@/lib/reading/list-credits'

const Place = z.object({ projectId: z.uuid(), documentId: z.uuid() })

export const GET = route(({ actor, params }) => listCredits(actor, parse(Place, params)))
