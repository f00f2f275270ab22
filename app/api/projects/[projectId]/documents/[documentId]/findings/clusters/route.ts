import { parse, route } from '@/app/_server/route'
import { ListClustersInput } from '@/lib/finding/input'
import { listClusters } from '@/lib/finding/list-clusters'

/** What the document says in several ways, with every place. */
export const GET = route(({ actor, params }) => listClusters(actor, parse(ListClustersInput, params)))
