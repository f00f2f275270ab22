import { z } from 'zod'
import { parse, route } from '@/app/_server/route'
import { listViews } from '@/lib/view/queries'

export const GET = route(({ actor, params }) => listViews(actor, parse(z.object({ projectId: z.uuid() }), params)))
