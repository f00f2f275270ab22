import { z } from 'zod'
import { parse, route } from '@/app/_server/route'
import { listDocuments } from '@/lib/document/queries'

const Of = z.object({ projectId: z.uuid() })

/** For the palette: which documents there are to go to. */
export const GET = route(async ({ actor, params }) =>
  (await listDocuments(actor, parse(Of, params))).map(({ id, title }) => ({ id, title })),
)
