import { fileResponse } from '@/app/_server/export-response'
import { parse, route } from '@/app/_server/route'
import { JobInput } from '@/lib/queue/input'
import { takeFile } from '@/lib/queue/take-file'

/** The file a job has written. */
export const GET = route(async ({ actor, params }) => fileResponse(await takeFile(actor, parse(JobInput, params))))
