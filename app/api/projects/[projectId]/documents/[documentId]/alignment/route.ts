import { parse, route } from '@/app/_server/route'
import { AlignmentInput } from '@/lib/alignment/input'
import { getAlignmentState } from '@/lib/alignment/queries'

/** What undo would take back and redo bring back. */
export const GET = route(({ actor, params }) => getAlignmentState(actor, parse(AlignmentInput, params)))
