/** What only an administrator may do: to everyone else it is not there. */

import { exportAudit, getAuditChoices, listAudit } from '../../lib/audit/queries'
import type { Actor } from '../../lib/auth/actor'
import { resetSecondFactor } from '../../lib/auth/second-factor'

export type Instance = { userId: string; projectId: string; documentId: string; nothing: string }

export const ADMINISTRATION: Record<string, (actor: Actor, at: Instance) => Promise<unknown>> = {
  resetSecondFactor: (actor, { userId }) => resetSecondFactor(actor, { userId }),
  // Of the whole workbench; of one project they are its managers' (tests/access.test.ts).
  listAudit: (actor) => listAudit(actor, { projectId: null }),
  getAuditChoices: (actor) => getAuditChoices(actor, { projectId: null }),
  exportAudit: (actor) => exportAudit(actor, { projectId: null, format: 'jsonl' }),
}
