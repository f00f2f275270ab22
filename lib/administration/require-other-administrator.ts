import type { Transaction } from '../db'
import { AppError } from '../errors'

/**
 * Refuses what would leave the workbench without an administrator who can sign in. One such act at a time:
 * two administrators who take each other's rights at the same moment must not both succeed.
 */
export async function requireOtherAdministrator(tx: Transaction, userId: string): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(72707371)`
  const other = await tx.user.findFirst({
    where: { id: { not: userId }, role: 'administrator', disabledAt: null, passwordHash: { not: null } },
    select: { id: true },
  })
  if (!other) throw new AppError('conflict', 'last-administrator')
}
