import { parse, route } from '@/app/_server/route'
import { cancelJob } from '@/lib/queue/cancel-job'
import { JobInput } from '@/lib/queue/input'

/** Calls a job off; a job that has failed leaves the list. */
export const POST = route(({ actor, params }) => cancelJob(actor, parse(JobInput, params)))
