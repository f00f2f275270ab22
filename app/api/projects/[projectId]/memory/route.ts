import { parse, route } from '@/app/_server/route'
import { SearchMemoryInput } from '@/lib/memory/input'
import { searchMemory } from '@/lib/memory/search-memory'

/** `?side=zh&words=…`: every row of the project in which these words stand. */
export const GET = route(({ actor, params, query }) =>
  searchMemory(actor, parse(SearchMemoryInput, { ...params, side: query.get('side'), words: query.get('words') })),
)
