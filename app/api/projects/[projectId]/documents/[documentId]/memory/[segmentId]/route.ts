import { parse, route } from '@/app/_server/route'
import { findMatches } from '@/lib/memory/find-matches'
import { FindMatchesInput } from '@/lib/memory/input'

/** What the project's memory has for a row. */
export const GET = route(({ actor, params }) => findMatches(actor, parse(FindMatchesInput, params)))
