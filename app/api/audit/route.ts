import { auditFile } from '@/app/_server/audit-file'
import { route } from '@/app/_server/route'

/** The whole log as a file, for administrators. */
export const GET = route(({ actor, query }) => auditFile(actor, null, query))
