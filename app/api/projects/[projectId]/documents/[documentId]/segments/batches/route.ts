import { parse, route } from '@/app/_server/route'
import { BatchesInput, listBatches } from '@/lib/view/list-batches'

/** The last acts on many rows, and which of them can be taken back. */
export const GET = route(({ actor, params }) => listBatches(actor, parse(BatchesInput, params)))
