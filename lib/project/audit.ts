/**
 * The record of who did what. Written in the same transaction as the deed, so neither exists without the other,
 * and kept when the thing itself is gone.
 */
import type { Actor } from '../auth/actor'
import type { Prisma, Transaction } from '../db'

/** `action` is `concept.verb`, as `document.rename`; `subject` is the id (or e-mail) of what was acted on. */
export async function record(
  tx: Transaction,
  actor: Pick<Actor, 'userId' | 'sessionId'>,
  projectId: string | null,
  action: string,
  subject: string,
  detail: Prisma.InputJsonObject = {},
): Promise<void> {
  await tx.auditEntry.create({
    data: { projectId, userId: actor.userId, sessionId: actor.sessionId ?? null, action, subject, detail },
  })
}
