import { z } from 'zod'

/** What of the log is asked for; nothing given is everything. */
export const AuditFilter = z.object({
  userId: z.uuid().optional(),
  documentId: z.uuid().optional(),
  /** A whole act (`document.create`) or its concept (`document`). */
  action: z
    .string()
    .max(60)
    .regex(/^[a-z-]+(\.[a-z-]+)?$/)
    .optional(),
  from: z.coerce.date().optional(),
  to: z.coerce.date().optional(),
})
export type AuditFilter = z.infer<typeof AuditFilter>

/** null: all projects and what belongs to none, for administrators. */
const Scope = z.object({ projectId: z.uuid().nullable() })

export const AuditInput = AuditFilter.extend(Scope.shape).extend({
  before: z.coerce.number().int().positive().optional(),
})
export type AuditInput = z.infer<typeof AuditInput>

export const AuditExportInput = AuditFilter.extend(Scope.shape).extend({ format: z.enum(['csv', 'jsonl']) })
export type AuditExportInput = z.infer<typeof AuditExportInput>

export const AuditScope = Scope
export type AuditScope = z.infer<typeof AuditScope>
