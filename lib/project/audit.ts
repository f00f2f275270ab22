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

/** The same deed on many things at once: an entry for each, so that each is found by what happened to it. */
export async function recordMany(
  tx: Transaction,
  actor: Pick<Actor, 'userId' | 'sessionId'>,
  projectId: string,
  action: string,
  deeds: readonly { subject: string; detail: Prisma.InputJsonObject }[],
): Promise<void> {
  const { userId, sessionId = null } = actor
  await tx.auditEntry.createMany({ data: deeds.map((deed) => ({ projectId, userId, sessionId, action, ...deed })) })
}
