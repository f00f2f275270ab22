import { z } from 'zod'
import { parse, route } from '@/app/_server/route'
import { findNoteThread } from '@/lib/comment/queries'

const Of = z.object({ projectId: z.uuid(), discrepancyId: z.uuid() })

/** What is said about a note. */
export const GET = route(({ actor, params }) => findNoteThread(actor, parse(Of, params)))
