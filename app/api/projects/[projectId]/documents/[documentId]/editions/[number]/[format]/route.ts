import { exportResponse } from '@/app/_server/export-response'
import { route } from '@/app/_server/route'

/** A published edition as a file: its canonical form, or any format a document can leave in. */
export const GET = route(({ actor, params }) => exportResponse(actor, params))
