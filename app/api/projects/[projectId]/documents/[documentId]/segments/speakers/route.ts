import { z } from 'zod'
import { parse, route } from '@/app/_server/route'
import { listSpeakers } from '@/lib/view/queries'

const Place = z.object({ projectId: z.uuid(), documentId: z.uuid() })

export const GET = route(({ actor, params }) => listSpeakers(actor, parse(Place, params)))
