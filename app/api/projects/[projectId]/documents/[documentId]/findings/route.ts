import { parse, route } from '@/app/_server/route'
import { ListFindingsInput } from '@/lib/finding/input'
import { listFindings } from '@/lib/finding/queries'

/** What the checks find in the rows `?ids=1,2`; in none: only how far they are. */
export const GET = route(({ actor, params, query }) => {
  const ids = (query.get('ids') ?? '').split(',').filter(Boolean).map(Number)
  return listFindings(actor, parse(ListFindingsInput, { ...params, ids }))
})
