import { exportResponse } from '@/app/_server/export-response'
import { route } from '@/app/_server/route'

/** A document as a file to keep, or where it is long the job that writes it. */
export const GET = route(({ actor, params }) => exportResponse(actor, params))
