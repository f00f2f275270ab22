import { z } from 'zod'
import { parse, route } from '@/app/_server/route'
import { getOutline } from '@/lib/segment/queries'

const Place = z.object({ projectId: z.uuid(), documentId: z.uuid() })

export const GET = route(({ actor, params }) => getOutline(actor, parse(Place, params)))
