import { z } from 'zod'
import { parse, route } from '@/app/_server/route'
import { listColleagues } from '@/lib/assignment/list-colleagues'

const Place = z.object({ projectId: z.uuid(), assignmentId: z.uuid() })

/** Who could take the work over. */
export const GET = route(({ actor, params }) => listColleagues(actor, parse(Place, params)))
