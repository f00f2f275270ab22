import { parse, route } from '@/app/_server/route'
import { ListCandidatesInput } from '@/lib/register/input'
import { listCandidates } from '@/lib/register/list-candidates'

/** What a document names itself, for the register. */
export const GET = route(({ actor, params }) => listCandidates(actor, parse(ListCandidatesInput, params)))
