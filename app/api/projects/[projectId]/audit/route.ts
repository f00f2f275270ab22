import { z } from 'zod'
import { auditFile } from '@/app/_server/audit-file'
import { parse, route } from '@/app/_server/route'

/** The log of a project as a file. */
export const GET = route(({ actor, params, query }) => auditFile(actor, parse(z.uuid(), params.projectId), query))
