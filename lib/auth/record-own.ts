import type { Prisma, Transaction } from '../db'
import type { Actor } from './actor'

/** Writes an act on an account into the audit log, in the act's transaction; `subject` is whose account, or which part of it. */
export async function recordOwn(
  tx: Transaction,
  { userId, sessionId }: Pick<Actor, 'userId' | 'sessionId'>,
  action: `person.${string}`,
  subject: string,
  detail: Prisma.InputJsonObject = {},
): Promise<void> {
  await tx.auditEntry.create({ data: { userId, sessionId: sessionId ?? null, action, subject, detail } })
}
