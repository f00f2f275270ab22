import { parse, route } from '@/app/_server/route'
import { previewAnonymising } from '@/lib/administration/preview-anonymising'
import { PersonInput } from '@/lib/auth/input'

/** What forgetting a person would do, for them and for administrators. */
export const GET = route(({ actor, params }) => previewAnonymising(actor, parse(PersonInput, params)))
