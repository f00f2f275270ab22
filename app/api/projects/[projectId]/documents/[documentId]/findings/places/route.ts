import { parse, route } from '@/app/_server/route'
import { ListPlacesInput } from '@/lib/finding/input'
import { listPlaces } from '@/lib/finding/list-places'

/** Where in the document the checks find something. */
export const GET = route(({ actor, params }) => listPlaces(actor, parse(ListPlacesInput, params)))
