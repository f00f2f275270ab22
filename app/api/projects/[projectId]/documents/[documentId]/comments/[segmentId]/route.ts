import { z } from 'zod'
import { parse, route } from '@/app/_server/route'
import { listThreads } from '@/lib/comment/queries'

const Of = z.object({ projectId: z.uuid(), segmentId: z.coerce.number().int().positive() })

export const GET = route(({ actor, params }) => listThreads(actor, parse(Of, params)))
